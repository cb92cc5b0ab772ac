// Lines of text as a serial scanner sends them: bytes that begin one, bytes that end one, UTF-8 between. Any split of the
// stream gives the same lines; a line that is too long is thrown away whole, never cut. Pure.
export type Framing = { readonly start: string; readonly end: string };

/** As scanners leave the factory: a carriage return behind, in hexadecimal. */
export const usualFraming: Framing = { start: '', end: '0d' };
const lineAtMost = 2_048;

export function lineReader({ start, end }: Framing = usualFraming): (bytes: Uint8Array) => string[] {
  const [head, tail] = [Buffer.from(start, 'hex'), Buffer.from(end, 'hex')];
  let pending = Buffer.alloc(0);
  let isTooLong = false;
  return (bytes) => {
    const lines: string[] = [];
    pending = Buffer.concat([pending, bytes]);
    for (let at = pending.indexOf(tail); at >= 0; at = pending.indexOf(tail)) {
      const line = isTooLong ? null : textOf(pending.subarray(0, at), head);
      isTooLong = false;
      pending = pending.subarray(at + tail.length);
      if (line !== null) lines.push(line);
    }
    if (pending.length > lineAtMost) {
      isTooLong = true;
      // The end may have begun already.
      pending = pending.subarray(pending.length - tail.length + 1);
    }
    return lines;
  };
}

/** Null for a line that does not begin as it should, is empty, or is no UTF-8. */
function textOf(line: Buffer, head: Buffer): string | null {
  const from = head.length === 0 ? 0 : line.lastIndexOf(head);
  if (from < 0) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line.subarray(from + head.length)).trim();
    return text === '' ? null : text;
  } catch {
    return null;
  }
}
