// Gives pictures and videos out to anybody who knows their id: boards, kiosks, tablets. Only files that the document names,
// with the type their bytes had when they were taken in; nothing in them may run or load. In pieces where a player asks
// so. A file's bytes never change under its id, so it may be kept for ever.
import type { Express, Request, Response } from 'express';
import { fileUrl } from '../../protocol/file-url.ts';
import type { NoticeDoor } from './notice-door.ts';
import { sendProblem } from './problems.ts';

/** Stands before the pages. */
export function fileRoutes(app: Pick<Express, 'get'>, files: Pick<NoticeDoor, 'openFile'>): void {
  app.get(fileUrl(':id'), (request: Request<{ id: string }>, response) => {
    const file = files.openFile(request.params.id);
    if (file === null) return sendProblem(request, response, 'unknown-file');
    const headers = {
      'content-type': file.contentType,
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    };
    response.set(headers);
    const how = { root: file.folder, cacheControl: false, dotfiles: 'deny' } as const;
    response.sendFile(file.name, how, (error: unknown) => {
      if (error === undefined || error === null || response.headersSent) return;
      for (const name of ['content-type', 'content-disposition', 'cache-control'])
        response.removeHeader(name);
      failed(request, response, error);
    });
  });
}

/** A piece beyond the file's end is 416 without words; a file that is gone is unknown; who went away hears nothing. */
function failed(request: Request, response: Response, error: unknown): void {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  if (response.destroyed || response.socket?.destroyed === true) return;
  if (status === 416) response.status(416).end();
  else sendProblem(request, response, status === 404 ? 'unknown-file' : 'internal-error');
}
