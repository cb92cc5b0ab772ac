// Steering the floor over HTTP: who may, what comes back, what is refused; and the officer's new actions by their names in
// the contract.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { manualClock } from '../support/manual-clock.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { type Asker, asker, centreFolder, ownPassword, screenCookie, signedIn } from './asking.ts';

const service = 'tttt-nop';
const other = 'gtvt-gplx';
const clock = manualClock(Date.parse('2026-11-20T02:00:00Z'));
let dataDir = '';
let centre: RunningCentre;
let operator: Asker;
let guide: Asker;
let supervisor: Asker;
let technician: Asker;
let kiosk: Asker;

beforeAll(async () => {
  const outcomes = [{ id: 'da-nhan', name: { vi: 'Đã nhận' } }];
  dataDir = await centreFolder((setup) => ({ ...setup, outcomes }), { screens: { 'kiosk-9': 'kiosk' } });
  centre = await startCentre({ dataDir, demo: false, clock });
  const as = (username: string) => signedIn(centre.url, username, ownPassword);
  [operator, guide] = [await as('canbo01'), await as('huongdan')];
  [supervisor, technician] = [await as('giamsat'), await as('quantri')];
  kiosk = asker(centre.url, screenCookie('kiosk-9'));
});
afterAll(async () => {
  await centre.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const post = async (who: Asker, path: string, body: object = {}) => {
  const {
    status,
    code,
    body: answer,
  } = await who.ask('POST', `/api/v1/${path}`, body, {
    'idempotency-key': randomUUID(),
  });
  return { status, code, body: answer as unknown as Record<string, unknown> };
};
const good = async (who: Asker, path: string, body: object = {}) => {
  const answer = await post(who, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.code}`);
  return answer.body;
};
const take = async (serviceId = service) =>
  (await good(guide, 'tickets', { serviceId })).ticket as { id: string; number: string };
const act = (action: string, body: object = {}) =>
  good(operator, `counters/c01/${action}`, body) as unknown as Promise<CounterView>;

test('each role gets what the table of the contract gives it', async () => {
  const { id } = await take();
  const anybody = asker(centre.url);
  const asked: [path: string, body: object, allowed: Asker[]][] = [
    [`tickets/${id}/return`, {}, [guide, operator, supervisor, kiosk]],
    [`tickets/${id}/priority`, { priorityClass: null }, [guide, operator, supervisor]],
    [`tickets/${id}/move`, { serviceId: service }, [guide, operator, supervisor]],
    ['counters/c09/work-profile', { profileId: null }, [supervisor]],
    ['counters/c09/lend', { serviceId: service }, [supervisor]],
    ['counters/c09/end-lending', { serviceId: other }, [supervisor]],
    ['intake', { serviceId: other, open: true }, [supervisor]],
    ['counters/c09/end-help', {}, [guide, operator, supervisor]],
    ['counters/c09/call-help', {}, [operator, supervisor]],
    ['counters/c09/undo', {}, [operator, supervisor]],
    ['counters/c09/take-over', {}, [operator, supervisor]],
    ['counters/c09/continue', { serviceId: service }, [operator, supervisor]],
  ];
  for (const [path, body, allowed] of asked) {
    for (const who of [guide, operator, supervisor, technician, kiosk]) {
      const { status, code } = await post(who, path, body);
      if (allowed.includes(who)) expect([200, 409], `${path}: ${code}`).toContain(status);
      else expect([status, code], path).toEqual([403, 'not-allowed']);
    }
    expect((await post(anybody, path, body)).status, path).toBe(401);
  }
});

test('a number that was missed comes back, once', async () => {
  const { id, number } = await take();
  await act('open');
  await act('call', { ticketId: id });
  await act('no-show');
  const back = await good(kiosk, `tickets/${id}/return`);
  expect(back).toMatchObject({ ticket: { id, number, status: 'waiting' }, turnsToWait: 3 });
  expect(Object.keys(back).toSorted()).toEqual(['ahead', 'ticket', 'turnsToWait']);
  expect(await post(kiosk, `tickets/${id}/return`)).toMatchObject({ status: 409, code: 'not-absent' });
  await act('call', { ticketId: id });
  await act('no-show');
  expect(await post(kiosk, `tickets/${id}/return`)).toMatchObject({ status: 409, code: 'too-many-returns' });
  expect(await post(kiosk, 'tickets/never-issued/return')).toMatchObject({
    status: 404,
    code: 'unknown-ticket',
  });
});

test('a number changes class and queue', async () => {
  const { id } = await take();
  const priorityClass = centre.app.floor.rules.setup.priorityClasses[0]?.id;
  expect(await good(guide, `tickets/${id}/priority`, { priorityClass })).toMatchObject({
    ticket: { priorityClass },
  });
  expect(await post(guide, `tickets/${id}/priority`, { priorityClass: 'vip' })).toMatchObject({
    ...{ status: 404, code: 'unknown-priority-class' },
  });
  expect(await post(guide, `tickets/${id}/priority`)).toMatchObject({ status: 400, code: 'invalid-request' });
  expect(await good(guide, `tickets/${id}/move`, { serviceId: other })).toMatchObject({
    ...{ ticket: { serviceId: other, status: 'waiting' }, turnsToWait: null },
  });
  expect(await post(guide, `tickets/${id}/move`, { serviceId: other })).toMatchObject({
    code: 'transfer-to-itself',
  });
});

test('a counter draws from what the supervisor says, for today', async () => {
  const { counters, profiles } = centre.app.floor.rules.setup;
  const own = counters.find(({ id }) => id === ('c05' as never))?.profileId;
  const profile = profiles.find(({ id }) => id !== own);
  expect(await good(supervisor, 'counters/c05/work-profile', { profileId: profile?.id })).toEqual({
    ...{
      id: 'c05',
      profileId: profile?.id,
      ownProfile: false,
      lendings: [],
      serviceIds: profile?.serviceIds,
    },
  });
  await good(supervisor, 'counters/c05/work-profile', { profileId: null });
  const terms = { whileWaitOverMinutes: 20, until: clock.now() + 60_000 };
  const lent = await good(supervisor, 'counters/c05/lend', { serviceId: other, ...terms });
  expect(lent).toMatchObject({ ownProfile: true, lendings: [{ serviceId: other, ...terms }] });
  expect(await good(supervisor, 'counters/c05/end-lending', { serviceId: other })).toMatchObject({
    lendings: [],
  });
  expect(await post(supervisor, 'counters/c05/end-lending', { serviceId: other })).toMatchObject({
    code: 'not-lent',
  });
  expect(await post(supervisor, 'counters/c99/lend', { serviceId: other })).toMatchObject({
    code: 'unknown-counter',
  });
  expect(await post(supervisor, 'counters/c05/work-profile', { profileId: 'khong-co' })).toMatchObject({
    ...{ status: 404, code: 'unknown-work-profile' },
  });
});

test('numbers stop and begin again', async () => {
  expect(await good(supervisor, 'intake', { serviceId: other, open: false })).toEqual({
    ...{ all: false, serviceIds: [other] },
  });
  expect(await post(guide, 'tickets', { serviceId: other })).toMatchObject({
    status: 409,
    code: 'intake-stopped',
  });
  expect(await good(supervisor, 'intake', { serviceId: null, open: false })).toMatchObject({ all: true });
  expect(await post(kiosk, 'tickets', { serviceId: service })).toMatchObject({ code: 'intake-stopped' });
  await good(supervisor, 'intake', { serviceId: null, open: true });
  expect(await good(supervisor, 'intake', { serviceId: other, open: true })).toEqual({
    all: false,
    serviceIds: [],
  });
  expect((await post(kiosk, 'tickets', { serviceId: service })).status).toBe(201);
});

test('the officer’s new actions go by their names in the contract', async () => {
  const { id, number } = await take();
  await act('call', { ticketId: id });
  await act('start');
  expect((await act('continue', { serviceId: other })).ticket).toMatchObject({ number, serviceId: other });
  expect((await act('finish', { outcome: 'da-nhan', note: 'đủ' })).undo).toMatchObject({
    step: 'finish',
    number,
  });
  expect((await act('undo')).ticket).toMatchObject({ number, status: 'serving' });
  expect((await act('call-help')).helpSince).toBe(clock.now());
  expect((await good(guide, 'counters/c01/end-help')).helpSince).toBeNull();
  expect(await good(supervisor, 'counters/c01/take-over')).toMatchObject({ operator: { id: 'giamsat' } });
  expect(await post(operator, 'counters/c01/finish')).toMatchObject({
    status: 403,
    code: 'not-your-counter',
  });
  await act('take-over');
});

test('a transfer goes to one service, counter or person, and to one only', async () => {
  const colleague = await signedIn(centre.url, 'canbo02', ownPassword);
  await good(colleague, 'counters/c02/open');
  const sent = await act('transfer', { operatorId: 'canbo02', keepPlace: true });
  expect(sent.undo).toMatchObject({ step: 'transfer' });
  const { waiting } = (await good(colleague, 'counters/c02/call-next')) as unknown as CounterView;
  expect(waiting.every(({ reservedForThisCounter }) => !reservedForThisCounter)).toBe(true);
  await act('call-next');
  for (const body of [
    {},
    { operatorId: 'canbo02', counterId: 'c02' },
    { serviceId: other, operatorId: 'canbo02' },
  ])
    expect(await post(operator, 'counters/c01/transfer', body)).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
  expect(await post(operator, 'counters/c01/transfer', { operatorId: 'canbo24' })).toMatchObject({
    ...{ status: 409, code: 'operator-not-at-a-counter' },
  });
});
