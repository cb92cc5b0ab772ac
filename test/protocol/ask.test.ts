// Requests of a screen against a real server that answers as each test says: what is sent, what is made of the answer, and
// that one wish keeps one id however often it has to be sent.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeTicket, type Wish } from '../../kiosk-ui/kiosk/take-ticket.ts';
import { ask, askCommand } from '../../protocol/client/ask.ts';
import { commandIdSchema } from '../../protocol/ids.ts';
import { type Browser, openBrowser } from './browser.ts';

type Heard = { method: string; path: string; headers: IncomingMessage['headers']; body: unknown };
type Answering = (response: ServerResponse) => void;

const heard: Heard[] = [];
let answers: Answering[] = [];
let server: Server;
let browser: Browser;

/** The answers in turn, the last of them for good. */
const willAnswer = (...each: Answering[]) => {
  answers = each;
};
const json =
  (status: number, body: unknown): Answering =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const words =
  (status: number, body: string): Answering =>
  (response) =>
    response.writeHead(status).end(body);
const hangUp: Answering = (response) => response.destroy();
const ids = () => heard.map(({ headers }) => headers['idempotency-key']);
const notReached = {
  ok: false,
  problem: { type: 'about:blank', title: '', status: 0, code: 'not-reached' },
};
const refusal = {
  type: 'urn:denluot:problem:x',
  title: 'Quầy chưa mở.',
  status: 409,
  code: 'counter-not-open',
};

beforeEach(async () => {
  heard.length = 0;
  server = createServer(async (request, response) => {
    const sent = await text(request);
    const { method = '', url = '', headers } = request;
    heard.push({ method, path: url, headers, body: sent === '' ? null : JSON.parse(sent) });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  browser = openBrowser(`http://127.0.0.1:${(server.address() as AddressInfo).port}/kiosk`);
});
afterEach(async () => {
  browser.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

describe('a request', () => {
  it('without a body is a plain question in the page’s language, else in Vietnamese', async () => {
    willAnswer(json(200, { a: 1 }));
    expect(await ask('/api/v1/centre')).toEqual({ ok: true, body: { a: 1 } });
    expect(heard[0]).toMatchObject({ method: 'GET', path: '/api/v1/centre', body: null });
    expect(heard[0]?.headers).toMatchObject({ accept: 'application/json', 'accept-language': 'vi' });
    expect(heard[0]?.headers).not.toHaveProperty('content-type');
    expect(heard[0]?.headers).not.toHaveProperty('idempotency-key');
    browser.close();
    browser = openBrowser(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'en');
    await ask('/api/v1/centre');
    expect(heard[1]?.headers).toMatchObject({ 'accept-language': 'en' });
  });
  it('with a body is JSON, and a command says its id', async () => {
    willAnswer(json(201, {}));
    await ask('/api/v1/tickets', { method: 'POST', body: { serviceId: 'đất' }, commandId: 'k1' });
    expect(heard[0]).toMatchObject({ method: 'POST', body: { serviceId: 'đất' } });
    expect(heard[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'k1',
    });
  });
});

describe('a server that says nothing of its own', () => {
  it('is not reached: an error without a body, or with another program’s', async () => {
    willAnswer(words(502, ''), json(500, { error: 'bad gateway' }), json(500, null));
    for (const _each of [1, 2, 3]) expect(await ask('/api/v1/floor')).toEqual(notReached);
  });
  it('is given up after a while where it takes the request and is silent', async () => {
    willAnswer(() => {});
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asked = ask('/api/v1/floor');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    vi.advanceTimersByTime(6_000);
    vi.useRealTimers();
    expect(await asked).toEqual(notReached);
  });
});

describe('an answer', () => {
  it('without a body is nothing', async () => {
    willAnswer(words(204, ''));
    expect(await ask('/api/v1/session', { method: 'DELETE' })).toEqual({ ok: true, body: null });
  });
  it('that refuses is a value', async () => {
    willAnswer(json(409, refusal));
    expect(await ask('/')).toEqual({ ok: false, problem: refusal });
  });
  it.each([
    ['that never comes', hangUp],
    ['of something between here and the server', words(502, '<h1>Bad gateway</h1>')],
    ['that breaks off', words(200, '{"ticket":')],
  ])('%s means that the server was not reached', async (_what, answer) => {
    willAnswer(answer);
    expect(await ask('/')).toEqual(notReached);
  });
});

describe('a command', () => {
  it('is sent again under the same id until it is answered', async () => {
    willAnswer(hangUp, json(200, { done: true }));
    expect(await askCommand('/api/v1/ratings', { formId: 'five-buttons' })).toEqual({
      ...{ ok: true, body: { done: true } },
    });
    expect(heard.map(({ body }) => body)).toEqual([{ formId: 'five-buttons' }, { formId: 'five-buttons' }]);
    expect(commandIdSchema.safeParse(ids()[0]).success).toBe(true);
    expect(ids()[1]).toBe(ids()[0]);
  });
  it('is not sent again when it was refused', async () => {
    willAnswer(json(409, refusal));
    expect(await askCommand('/', {})).toEqual({ ok: false, problem: refusal });
    expect(heard).toHaveLength(1);
  });
  it('is given up after its tries', async () => {
    willAnswer(hangUp);
    expect(await askCommand('/', {}, 2)).toEqual(notReached);
    expect(heard).toHaveLength(2);
  });
  it('has another id than the one before', async () => {
    willAnswer(json(200, {}));
    await askCommand('/', {});
    await askCommand('/', {});
    expect(new Set(ids()).size).toBe(2);
  });
});

describe('taking a number', () => {
  const wish: Wish = { serviceId: 'chung-thuc', priorityClass: null, language: 'en' };
  let slow = 0;
  const take = (change: Partial<Wish> = {}) => {
    slow = 0;
    return takeTicket({ ...wish, ...change }, () => {
      slow += 1;
    });
  };

  it('asks once for what was touched', async () => {
    willAnswer(json(201, { number: 'A001' }));
    expect(await take()).toEqual({ ok: true, body: { number: 'A001' } });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ method: 'POST', path: '/api/v1/tickets' });
    expect(heard[0]?.body).toEqual({ serviceId: 'chung-thuc', language: 'en' });
    expect(slow).toBe(0);
  });
  it('names the class of those who have one', async () => {
    willAnswer(json(201, {}));
    await take({ priorityClass: 'cao-tuoi' });
    expect(heard[0]?.body).toMatchObject({ priorityClass: 'cao-tuoi' });
  });
  it('over a lost answer is one wish under one id, and says that it takes longer', async () => {
    willAnswer(hangUp, json(201, { number: 'A001' }));
    expect(await take()).toEqual({ ok: true, body: { number: 'A001' } });
    expect(ids()).toEqual([ids()[0], ids()[0]]);
    expect(slow).toBe(1);
  });
  it('ends at once where it is refused', async () => {
    willAnswer(json(409, { ...refusal, code: 'intake-closed' }));
    expect(await take()).toMatchObject({ problem: { code: 'intake-closed' } });
    expect(heard).toHaveLength(1);
    expect(slow).toBe(0);
  });
});
