// What is wrong with a request is said with a stable code, and nothing moves: malformed, unknown, too large, of the wrong
// kind, refused by the floor, repeated, or met by a full disk.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { CentreClient } from '../../server/simulation/centre-client.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

let centre: RunningCentre;
let officer: CentreClient;
beforeAll(async () => {
  centre = await startCentre({ sample: 'commune' });
  officer = await centre.officer('canbo01');
});
afterAll(() => centre.stop());

let step = 0;
const freshId = () => {
  step += 1;
  return `bad-input-${step}`;
};
const raw = (path: string, init: RequestInit = {}) => fetch(centre.url + path, init);
const postTicket = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
  raw('/api/v1/tickets', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': freshId(), ...headers },
    body,
  });
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
];
const at = (counterId: string, action: string, body: unknown = {}, who = officer) =>
  who.command<CounterView>(`/api/v1/counters/${counterId}/${action}`, body);

describe('a request that is not of the right form', () => {
  test('malformed JSON', async () => {
    const response = await postTicket('{"serviceId":');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await codeOf(response)).toEqual([400, 'malformed-json']);
  });
  test.each([
    ['a wrong type', '{"serviceId":7}'],
    ['a missing field', '{}'],
    ['an unknown field', '{"serviceId":"chung-thuc","name":"x"}'],
    ['no object', '[]'],
    ['a bare word', '"x"'],
    ['a prototype', '{"serviceId":"chung-thuc","__proto__":{"a":1},"constructor":1}'],
  ])('%s', async (_what, body) => {
    expect(await codeOf(await postTicket(body))).toEqual([400, 'invalid-request']);
  });
  test('names the field at fault', async () => {
    const response = await postTicket('{"serviceId":7}');
    expect(((await response.json()) as { errors: { path: string }[] }).errors[0]?.path).toBe('serviceId');
  });
  test('a body of half a megabyte', async () => {
    expect(await codeOf(await postTicket(JSON.stringify({ serviceId: 'x'.repeat(500_000) })))).toEqual([
      413,
      'body-too-large',
    ]);
  });
  test('a form instead of JSON', async () => {
    expect(
      await codeOf(await postTicket('serviceId=x', { 'content-type': 'application/x-www-form-urlencoded' })),
    ).toEqual([415, 'wrong-content-type']);
  });
  test('a command without an id', async () => {
    const response = await raw('/api/v1/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"serviceId":"chung-thuc"}',
    });
    expect(await codeOf(response)).toEqual([400, 'missing-command-id']);
  });
  test('an unknown address, and a known one asked the wrong way', async () => {
    expect(await codeOf(await raw('/api/v1/nothing'))).toEqual([404, 'not-found']);
    expect(await codeOf(await raw('/api/v1/tickets', { method: 'DELETE' }))).toEqual([
      405,
      'method-not-allowed',
    ]);
  });
  test('a report of the wrong format, of no name, of a period turned round', async () => {
    const supervisor = await centre.officer('giamsat');
    const report = (name: string, query: string) => supervisor.get(`/api/v1/reports/${name}?${query}`);
    expect(await report('ratings', 'from=2021-01-01&to=2021-01-31&format=pdf')).toMatchObject({
      status: 400,
      code: 'format-not-offered',
    });
    expect(await report('nothing', 'from=2021-01-01&to=2021-01-31')).toMatchObject({
      status: 404,
      code: 'unknown-report',
    });
    expect(await report('ratings', 'from=2021-02-01&to=2021-01-31')).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
    expect(await report('ratings', 'from=2021-02-30&to=2021-03-31')).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
  });
  test('the sentence is in the asker’s language', async () => {
    const title = async (language: string) =>
      (
        (await (await raw('/api/v1/nothing', { headers: { 'accept-language': language } })).json()) as {
          title: string;
        }
      ).title;
    expect(await title('en')).toBe('There is no such page.');
    expect(await title('vi')).toBe('Không có trang này.');
  });
});

describe('what the floor refuses', () => {
  beforeEach(async () => {
    await at('c01', 'open');
  });
  test('unknown service, ticket and counter', async () => {
    expect(await centre.hall.command('/api/v1/tickets', { serviceId: 'nothing' })).toMatchObject({
      status: 404,
      code: 'unknown-service',
    });
    expect(await centre.hall.get('/api/v1/tickets/nothing')).toMatchObject({
      status: 404,
      code: 'unknown-ticket',
    });
    expect(await at('c99', 'open')).toMatchObject({ status: 404, code: 'unknown-counter' });
  });
  test('nobody is waiting; nothing is in hand; the counter is open already', async () => {
    expect(await at('c01', 'call-next')).toMatchObject({ status: 409, code: 'nobody-waiting' });
    expect(await at('c01', 'finish')).toMatchObject({ status: 409, code: 'no-ticket-in-hand' });
    expect(await at('c01', 'open')).toMatchObject({ status: 409, code: 'counter-already-open' });
  });
  test('an officer acts on nobody else’s counter', async () => {
    const other = await centre.officer('canbo02');
    expect(await at('c01', 'pause', { reason: 'break' }, other)).toMatchObject({
      status: 403,
      code: 'not-your-counter',
    });
  });
  test('the same command id gives the same answer, also to a refusal, and never serves another command', async () => {
    const id = freshId();
    const first = await centre.hall.command<{ ticket: { id: string } }>(
      '/api/v1/tickets',
      { serviceId: 'ho-tich' },
      id,
    );
    const second = await centre.hall.command<{ ticket: { id: string } }>(
      '/api/v1/tickets',
      { serviceId: 'ho-tich' },
      id,
    );
    expect(first.ok && second.ok && first.body.ticket).toEqual(second.ok && second.body.ticket);
    expect(await centre.hall.command('/api/v1/tickets', { serviceId: 'chung-thuc' }, id)).toMatchObject({
      status: 409,
      code: 'command-id-reused',
    });
    const refused = freshId();
    expect(await officer.command('/api/v1/counters/c01/recall', {}, refused)).toMatchObject({
      code: 'no-ticket-in-hand',
    });
    await at('c01', 'call-next');
    expect(await officer.command('/api/v1/counters/c01/recall', {}, refused)).toMatchObject({
      code: 'no-ticket-in-hand',
    });
    await at('c01', 'finish');
  });
});

test('a full disk fails the command, moves nothing, turns readiness bad, and is over when there is room', async () => {
  const { journal, floor } = centre.app;
  const { page_count: pages } = journal.db.prepare('PRAGMA page_count').get() as { page_count: number };
  const before = { seq: floor.state.seq, tickets: floor.state.tickets.size };
  journal.limitPages(pages);
  let failed: { ok: boolean; status?: number; code?: string } = { ok: true };
  for (let tries = 0; failed.ok && tries < 200; tries += 1) {
    Object.assign(before, { seq: floor.state.seq, tickets: floor.state.tickets.size });
    failed = await centre.hall.command('/api/v1/tickets', { serviceId: 'dat-dai' });
  }
  expect(failed).toMatchObject({ status: 503, code: 'journal-unavailable' });
  expect({ seq: floor.state.seq, tickets: floor.state.tickets.size }).toEqual(before);
  expect((await raw('/readyz')).status).toBe(503);
  expect((await raw('/healthz')).status).toBe(200);
  const { count } = journal.db.prepare('SELECT count(*) AS count FROM events').get() as { count: number };
  expect(count).toBe(before.seq);
  journal.limitPages(1_000_000);
  expect((await centre.hall.command('/api/v1/tickets', { serviceId: 'dat-dai' })).ok).toBe(true);
  expect((await raw('/readyz')).status).toBe(200);
});
