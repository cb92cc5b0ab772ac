// The web room put together: HTTP by the contract's table, the pages, and the live socket, on one port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import type { Endpoint } from '../../protocol/endpoints/endpoint.ts';
import { endpoints } from '../../protocol/http-contract.ts';
import { counterRoutes } from './counter-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import type { WebParts } from './doors.ts';
import { faultHandler } from './faults.ts';
import { fileRoutes } from './file-routes.ts';
import { createIdentities } from './identity.ts';
import { attachLive } from './live.ts';
import { lookSheet } from './look-sheet.ts';
import { bringsFile, noticeRoutes } from './notice-routes.ts';
import { officeRoutes } from './office-routes.ts';
import { securityHeaders, servePages } from './pages.ts';
import { policyRoutes } from './policy-routes.ts';
import { sendProblem } from './problems.ts';
import { publicRoutes } from './public-routes.ts';
import { routeMaker } from './route.ts';
import { sessionRoutes } from './session-routes.ts';
import { speechRoutes } from './speech-routes.ts';
import { steeringRoutes } from './steering-routes.ts';
import { supervisionRoutes } from './supervision-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';

export type Web = {
  /** Port 0 takes a free one; the answer names it. */
  listen(at: { host: string; port: number }): Promise<{ port: number }>;
  /** Device or print states have changed: screens that show them are sent theirs. */
  refresh(): void;
  close(): Promise<void>;
};

const bodyAtMost = '256kb';

export function createWeb(parts: WebParts): Web {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  const http = createServer(app);
  // A video over a slow link takes its time; headers do not.
  http.requestTimeout = 15 * 60_000;
  http.headersTimeout = 15_000;
  const { secret, demo, setup, clock } = parts;
  const identities = createIdentities({ secret, demo, now: () => clock.now(), setup: () => setup.current() });
  const live = attachLive(http, parts, identities);
  app.use(securityHeaders, jsonOnly, express.json({ limit: bodyAtMost, strict: false }));
  const route = routeMaker(app, identities);
  publicRoutes(route, parts, live);
  ticketRoutes(route, parts);
  sessionRoutes(route, parts, identities);
  deviceRoutes(route, parts);
  officeRoutes(route, parts);
  // Before the officer's actions, which take any word after the counter.
  steeringRoutes(route, parts);
  counterRoutes(route, parts);
  speechRoutes(route, parts);
  noticeRoutes(route, parts);
  supervisionRoutes(route, parts);
  policyRoutes(route, parts);
  fileRoutes(app, parts.notices);
  servePages(app, parts.uiRoot, () => lookSheet(setup.current().centre.look));
  app.use((request, response) =>
    sendProblem(request, response, isKnownPath(request.path) ? 'method-not-allowed' : 'not-found'),
  );
  app.use(faultHandler(parts.log));
  return {
    listen: ({ host, port }) =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, () => resolve({ port: (http.address() as AddressInfo).port }));
      }),
    refresh: () => live.refresh(),
    async close() {
      await live.close();
      http.closeAllConnections();
      if (http.listening) await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

/** A body must say that it is JSON: this also keeps other sites' forms out. */
const jsonOnly: RequestHandler = (request, response, next) => {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !bringsFile(request) && request.is('application/json') === false)
    return sendProblem(request, response, 'wrong-content-type');
  next();
};

function isKnownPath(path: string): boolean {
  const patterns = (Object.values(endpoints) as Endpoint[]).map(
    (endpoint) => new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  );
  return patterns.some((pattern) => pattern.test(path));
}
