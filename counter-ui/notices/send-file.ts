// Sends one picture or video to the server, telling how far it has gone. A video over a slow link takes its time.
import type { Problem } from '../../protocol/refusals.ts';

const notReached: Problem = { type: 'about:blank', title: '', status: 0, code: 'not-reached' };

/** `sent` is called with percents; gives why it was refused, or null. Never rejects. */
export function sendFile(file: File, sent: (percent: number) => void): Promise<Problem | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/files?name=${encodeURIComponent(file.name.slice(0, 120))}`);
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type);
    request.setRequestHeader('accept-language', document.documentElement.lang || 'vi');
    request.upload.onprogress = ({ loaded, total }) =>
      sent(total === 0 ? 0 : Math.round((100 * loaded) / total));
    request.onload = () => resolve(request.status === 201 ? null : problemOf(request.responseText));
    request.onerror = () => resolve(notReached);
    request.send(file);
  });
}

function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return notReached;
  }
}
