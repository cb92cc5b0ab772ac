// The built pages: which path belongs to which UI, with headers that let a page load nothing from elsewhere. Files with a
// hash in their name may be kept for ever; the pages themselves never, so that a new version arrives at once.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';

/** `{name}` stands for one segment of the path. */
const pages: Readonly<Record<string, 'kiosk-ui' | 'display-ui' | 'counter-ui'>> = {
  '/': 'counter-ui',
  '/counter': 'counter-ui',
  '/reports': 'counter-ui',
  '/devices': 'counter-ui',
  '/notices': 'counter-ui',
  '/supervisor': 'counter-ui',
  '/replay': 'counter-ui',
  '/operators': 'counter-ui',
  '/policies': 'counter-ui',
  '/kiosk': 'kiosk-ui',
  '/rating': 'kiosk-ui',
  '/t/:ticketId': 'kiosk-ui',
  '/hall': 'display-ui',
  '/board': 'display-ui',
  '/media': 'display-ui',
  '/led': 'display-ui',
  '/status': 'display-ui',
};

export const securityHeaders: RequestHandler = (request, response, next) => {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-frame-options', 'SAMEORIGIN');
  response.setHeader(
    'content-security-policy',
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'",
  );
  if (request.path.startsWith('/api/')) response.setHeader('cache-control', 'no-store');
  next();
};

export function servePages(app: Express, uiRoot: string, look: () => string): void {
  app.get('/look.css', (_request, response) => {
    response.type('css').setHeader('cache-control', 'no-cache');
    response.send(look());
  });
  app.use(
    '/assets',
    compression(),
    express.static(join(uiRoot, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  for (const [path, ui] of Object.entries(pages)) {
    app.get(path, (_request, response, next) => {
      const file = join(uiRoot, ui, 'index.html');
      if (!existsSync(file)) return next();
      response.setHeader('cache-control', 'no-cache');
      response.sendFile(file);
    });
  }
}
