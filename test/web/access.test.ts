// Who may do what: missing, expired and insufficient identity; sessions that survive a restart; screens paired by code;
// and a demonstration's loopback, which counts as paired only there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KioskView } from '../../protocol/views/kiosk-view.ts';
import { hashPassword } from '../../server/setup/passwords.ts';
import type { SetupError } from '../../server/setup/setup-store.ts';
import { manualClock } from '../support/manual-clock.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'denluot-access-'));
const words = 'mat-khau-rieng';
const clock = manualClock(Date.parse('2026-11-20T02:00:00Z'));
let centre: RunningCentre;

beforeAll(async () => {
  const sample = JSON.parse(
    readFileSync(new URL('../../server/setup/samples/commune.json', import.meta.url), 'utf8'),
  );
  const password = await hashPassword(words);
  for (const account of sample.staff) account.password = account.username === 'canbo04' ? null : password;
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(sample));
  centre = await startCentre({ dataDir, demo: false, clock, sample: 'commune' });
});
afterAll(async () => {
  await centre.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What a screen with this cookie is shown at once. */
async function viewOf<B>(cookie: string, subscription: object): Promise<B | undefined> {
  const socket = io(centre.url, {
    ...{ path: '/live', transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: { cookie },
  });
  const shown = new Promise<B>((resolve) => socket.once('view', ({ body }) => resolve(body)));
  const answer = await socket.emitWithAck('subscribe', subscription);
  const body = answer.ok ? await shown : undefined;
  socket.disconnect();
  return body;
}

test('without identity there is no number, no counter and no report; the floor is public', async () => {
  expect(await centre.hall.command('/api/v1/tickets', { serviceId: 'chung-thuc' })).toMatchObject({
    status: 401,
    code: 'device-not-paired',
  });
  expect(await centre.hall.command('/api/v1/counters/c01/open', {})).toMatchObject({
    status: 401,
    code: 'not-signed-in',
  });
  expect(await centre.hall.get('/api/v1/reports')).toMatchObject({ status: 401, code: 'not-signed-in' });
  expect(
    await centre.hall.command('/api/v1/ratings', { counterId: 'c01', formId: 'five-buttons', answers: {} }),
  ).toMatchObject({ status: 401, code: 'device-not-paired' });
  expect((await centre.hall.get('/api/v1/floor')).ok).toBe(true);
});

test('a wrong password, an unknown name and a closed account are refused alike; many tries are slowed', async () => {
  const signIn = (username: string, password: string) =>
    centre.hall.post('/api/v1/session', { username, password });
  expect(await signIn('canbo01', 'denluot')).toMatchObject({ status: 401, code: 'wrong-credentials' });
  expect(await signIn('nobody', words)).toMatchObject({ status: 401, code: 'wrong-credentials' });
  expect(await signIn('canbo04', words)).toMatchObject({ status: 401, code: 'wrong-credentials' });
  for (let tries = 0; tries < 8; tries += 1) await signIn('huongdan', 'wrong-again');
  expect(await signIn('huongdan', words)).toMatchObject({ status: 429, code: 'too-many-requests' });
  clock.pass(61_000);
  expect((await signIn('huongdan', words)).ok).toBe(true);
});

test('a role too few is 403; the right one passes', async () => {
  const operator = await centre.hall.signedIn('canbo01', words);
  const supervisor = await centre.hall.signedIn('giamsat', words);
  const technician = await centre.hall.signedIn('quantri', words);
  expect(await operator?.get('/api/v1/reports')).toMatchObject({ status: 403, code: 'not-allowed' });
  expect(await operator?.get('/api/v1/setup')).toMatchObject({ status: 403, code: 'not-allowed' });
  expect(await technician?.command('/api/v1/counters/c01/open', {})).toMatchObject({
    status: 403,
    code: 'not-allowed',
  });
  expect((await supervisor?.get('/api/v1/reports'))?.ok).toBe(true);
  expect((await technician?.get('/api/v1/setup'))?.ok).toBe(true);
  expect(await operator?.post('/api/v1/devices/printer-1/test', {})).toMatchObject({ status: 403 });
  expect(await technician?.post('/api/v1/devices/nothing/test', {})).toMatchObject({
    status: 404,
    code: 'not-found',
  });
  const tried = await technician?.post<{ state: string }>('/api/v1/devices/board-01/test', {});
  expect(tried?.ok && tried.body.state).toBe('lit');
  expect((await operator?.command('/api/v1/counters/c02/open', {}))?.ok).toBe(true);
  expect((await supervisor?.command('/api/v1/counters/c02/pause', { reason: 'break' }))?.ok).toBe(true);
});

test('a session lasts half a day, ends on signing out, and outlives a restart', async () => {
  const signIn = async () => {
    const answer = await fetch(`${centre.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'giamsat', password: words }),
    });
    return answer.headers.get('set-cookie') ?? '';
  };
  const who = (cookie: string) =>
    fetch(`${centre.url}/api/v1/session`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
  const [left, kept] = [await signIn(), await signIn()];
  expect(left).toMatch(/HttpOnly/i);
  expect(left).toMatch(/SameSite=Strict/i);
  await fetch(`${centre.url}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie: left.split(';')[0] ?? '' },
  });
  expect((await who(left)).status).toBe(401);
  expect((await who(`${kept.split(';')[0]}x`)).status).toBe(401);
  await centre.stop();
  centre = await startCentre({ dataDir, demo: false, clock, sample: 'commune' });
  expect((await who(kept)).status).toBe(200);
  clock.pass(13 * 3_600_000);
  const expired = await who(kept);
  expect([expired.status, ((await expired.json()) as { code: string }).code]).toEqual([
    401,
    'session-expired',
  ]);
});

test('a screen is paired by a code that a technician approves, and only for what it is', async () => {
  clock.set(Date.parse('2026-11-23T02:00:00Z'));
  const technician = await centre.hall.signedIn('quantri', words);
  const operator = await centre.hall.signedIn('canbo01', words);
  const asked = await centre.hall.post<{ pairingId: string; code: string; secret: string }>(
    '/api/v1/devices/pair',
    { kind: 'kiosk' },
  );
  if (!asked.ok) throw new Error('no code was given');
  const { pairingId, code, secret } = asked.body;
  const claim = (with_: string) =>
    fetch(`${centre.url}/api/v1/devices/pair/${pairingId}/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: with_ }),
    });
  expect((await claim(secret)).status).toBe(409);
  expect(await operator?.post('/api/v1/devices/pair/approve', { code, name: 'x' })).toMatchObject({
    status: 403,
  });
  expect(
    await technician?.post('/api/v1/devices/pair/approve', {
      code: code === '000000' ? '000001' : '000000',
      name: 'x',
    }),
  ).toMatchObject({ status: 404, code: 'unknown-pairing-code' });
  expect((await technician?.post('/api/v1/devices/pair/approve', { code, name: 'Kiosk sảnh' }))?.ok).toBe(
    true,
  );
  expect((await claim('guessed')).status).toBe(404);
  const claimed = await claim(secret);
  expect(claimed.status).toBe(200);
  const cookie = (claimed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const ask = (path: string, body: unknown) =>
    fetch(centre.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `p-${path.length}`, cookie },
      body: JSON.stringify(body),
    });
  const taken = await ask('/api/v1/tickets', { serviceId: 'chung-thuc' });
  expect(taken.status).toBe(201);
  const { ticket } = (await taken.json()) as { ticket: { id: string } };
  const prints = await viewOf<KioskView>(cookie, { view: 'kiosk', kioskId: 'another' });
  expect(prints?.prints.map(({ ticketId }) => ticketId)).toEqual([ticket.id]);
  expect(
    (await ask('/api/v1/ratings', { counterId: 'c01', formId: 'five-buttons', answers: {} })).status,
  ).toBe(401);
  const { staff, devices } = JSON.parse(readFileSync(join(dataDir, 'centre.json'), 'utf8'));
  expect(JSON.stringify(devices.screens)).not.toContain(secret);
  expect(staff).toHaveLength(7);
  expect((await claim(secret)).status).toBe(404);
});

test('a pairing code is good for ten minutes', async () => {
  const technician = await centre.hall.signedIn('quantri', words);
  const asked = await centre.hall.post<{ code: string }>('/api/v1/devices/pair', { kind: 'hall' });
  clock.pass(10 * 60_000 + 1);
  expect(
    await technician?.post('/api/v1/devices/pair/approve', {
      code: asked.ok ? asked.body.code : '',
      name: 'x',
    }),
  ).toMatchObject({ status: 404, code: 'unknown-pairing-code' });
});

test('the set-up shows no secret and takes back an edit of the revision in force only', async () => {
  const technician = await centre.hall.signedIn('quantri', words);
  const shown = await technician?.get<{
    revision: number;
    centre: { address: string };
    services: { seriesId: string }[];
  }>('/api/v1/setup');
  if (!shown?.ok) throw new Error('the set-up was not shown');
  expect(JSON.stringify(shown.body)).not.toContain('scrypt$');
  const cookie = await fetch(`${centre.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'quantri', password: words }),
  }).then((answer) => answer.headers.get('set-cookie')?.split(';')[0] ?? '');
  const put = async (document: unknown) => {
    const answer = await fetch(`${centre.url}/api/v1/setup`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(document),
    });
    return {
      status: answer.status,
      body: (await answer.json()) as { code?: string; errors?: { path: string }[] },
    };
  };
  const broken = structuredClone(shown.body);
  if (broken.services[0]) broken.services[0].seriesId = 'nothing';
  expect(await put(broken)).toMatchObject({
    status: 422,
    body: { code: 'invalid-setup', errors: [{ path: 'services.0.seriesId' }] },
  });
  const known = structuredClone(shown.body) as typeof shown.body & { staff: { password: string }[] };
  if (known.staff[0]) known.staff[0].password = 'demo';
  expect(await put(known)).toMatchObject({ status: 422, body: { errors: [{ path: 'staff' }] } });
  const edited = { ...shown.body, centre: { ...shown.body.centre, address: 'Ấp 1' } };
  expect((await put(edited)).status).toBe(200);
  expect(await put(edited)).toMatchObject({ status: 409, body: { code: 'setup-changed-meanwhile' } });
  expect((await centre.hall.signedIn('canbo01', words)) === null).toBe(false);
});

test('a screen is not paired over a document that was edited by hand meanwhile', async () => {
  const technician = await centre.hall.signedIn('quantri', words);
  const asked = await centre.hall.post<{ code: string }>('/api/v1/devices/pair', { kind: 'hall' });
  const file = join(dataDir, 'centre.json');
  const kept = readFileSync(file, 'utf8');
  writeFileSync(file, kept.replace('Ấp 1', 'Ấp 2'));
  const approve = { code: asked.ok ? asked.body.code : '', name: 'Sảnh' };
  expect(await technician?.post('/api/v1/devices/pair/approve', approve)).toMatchObject({
    status: 409,
    code: 'setup-changed-meanwhile',
  });
  expect(readFileSync(file, 'utf8')).toContain('Ấp 2');
  writeFileSync(file, kept);
  expect((await technician?.post('/api/v1/devices/pair/approve', approve))?.ok).toBe(true);
});

test('samples’ passwords stop a server that is no demonstration', async () => {
  const refused = await startCentre({ demo: false, sample: 'commune' }).then(
    () => null,
    (error: SetupError) => error,
  );
  expect(refused?.name).toBe('SetupError');
  expect(refused?.message).toContain('--set-passwords');
});
