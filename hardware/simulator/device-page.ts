// The page of `npm run simulators`: shows what simulated devices have done and has their keys and levers, on loopback only.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { DeviceSet } from './device-set.ts';
import { listening } from './listening.ts';

const wordsAtMost = 600;
/** Compiled code stands in dist/, the page does not. */
const pageFile = new URL(
  import.meta.url.includes('/dist/') ? '../../../hardware/simulator/device-page.html' : 'device-page.html',
  import.meta.url,
);

export async function serveDevicePage(
  devices: DeviceSet,
  port: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const page = readFileSync(pageFile);
  const server = createServer((request, response) => {
    answer(request, response, page, devices).catch(() => response.writeHead(500).end());
  });
  const bound = await listening(server, port);
  return {
    url: `http://127.0.0.1:${bound}/`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  page: Buffer,
  devices: DeviceSet,
): Promise<void> {
  const json = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (request.method === 'GET' && request.url === '/')
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  if (request.method === 'GET' && request.url === '/state')
    return void json(200, { addresses: devices.addresses, ...devices.state() });
  // A page of another site cannot send this type without asking first, which is not answered.
  const isOurs = request.headers['content-type'] === 'application/json';
  if (request.method !== 'POST' || request.url !== '/act' || !isOurs) return void json(404, {});
  const said = devices.act(await wordsOf(request));
  json(said === null ? 400 : 200, { said });
}

async function wordsOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) {
    body += String(part);
    if (body.length > wordsAtMost) return '';
  }
  try {
    return String((JSON.parse(body) as { words?: unknown }).words ?? '');
  } catch {
    return '';
  }
}
