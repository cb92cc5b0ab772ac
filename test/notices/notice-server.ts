// The routes of notices and files on a real HTTP port over a data folder of its own, with a journal that a test can fill.
// Who may ask is held elsewhere: here a supervisor asks.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { onTestFinished } from 'vitest';
import type { Endpoint } from '../../protocol/endpoints/endpoint.ts';
import { noticeEndpoints } from '../../protocol/endpoints/notice-endpoints.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { JournalUnavailable } from '../../server/application/journal-port.ts';
import { openNotices } from '../../server/notices/notices.ts';
import { faultHandler } from '../../server/web/faults.ts';
import { fileRoutes } from '../../server/web/file-routes.ts';
import type { Identity } from '../../server/web/identity.ts';
import { bringsFile, type NoticeParts, noticeRoutes } from '../../server/web/notice-routes.ts';
import { parsed, type RouteMaker, sent } from '../../server/web/route.ts';
import { emptyFolder, sample } from '../setup/setup-folder.ts';

export type Answered = { readonly status: number; readonly body: Record<string, unknown> };

export async function noticeServer(
  change: (setup: Setup) => Setup = (setup) => setup,
  dataDir: string = emptyFolder(),
) {
  const setup = change(sample('soc-trang'));
  const notices = openNotices(dataDir, { free: () => Promise.resolve(Number.MAX_SAFE_INTEGER) });
  const journal = { full: false, noted: [] as unknown[] };
  const floor = {
    noteNotices(what: object, by: { id: string }) {
      if (journal.full) throw new JournalUnavailable(new Error('no space left'));
      journal.noted.push({ ...what, by: by.id });
    },
  };
  const app = express();
  const json = express.json({ limit: '1mb' });
  app.use((request, response, next) => (bringsFile(request) ? next() : json(request, response, next)));
  const parts = { notices, floor, setup: { current: () => setup }, clock: { now: () => 1_000 } };
  noticeRoutes(routesOn(app, setup), parts as unknown as NoticeParts);
  fileRoutes(app, notices);
  const said: string[] = [];
  app.use(faultHandler((_level, message, details) => said.push(`${message} ${String(details?.error)}`)));
  const http = createServer(app).listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const ask = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return answered(response);
  };
  const upload = async (name: string, bytes: Buffer, type = 'application/octet-stream') =>
    answered(
      await fetch(`${url}/api/v1/files?name=${encodeURIComponent(name)}`, {
        ...{ method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': type } },
      }),
    );
  return { url, dataDir, notices, setup, journal, said, ask, upload };
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

/** As route.ts does it, over the table of notices alone. */
function routesOn(app: express.Express, setup: Setup): RouteMaker {
  const staff = setup.staff.find(({ roles }) => roles.includes('supervisor')) ?? null;
  const identity: Identity = { staff, expired: false, screen: null, demoScreen: false };
  return (name, handler) => {
    const endpoint: Endpoint = noticeEndpoints[name as keyof typeof noticeEndpoints];
    const part = (schema: Endpoint['body'], value: unknown) =>
      schema === undefined ? undefined : parsed(schema, value);
    app[endpoint.method](endpoint.path.replace(/\{(\w+)\}/g, ':$1'), async (request, response) => {
      const asked = {
        params: part(endpoint.params, request.params),
        query: part(endpoint.query, request.query),
        body: part(endpoint.body, request.body ?? {}),
        ...{ commandId: '', identity, request, response },
      };
      const answer: unknown = await handler(asked as never);
      if (answer === sent) return;
      response.status(endpoint.success);
      if (endpoint.answer === null) response.end();
      else response.json(parsed(endpoint.answer as NonNullable<Endpoint['body']>, answer));
    });
  };
}
