// Devices over the contract: who may find, add, try and supply them, what is wrong with a request, what an agent must be, and
// what Prometheus is told.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentNamespace } from '../../protocol/agent-hello.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { deviceFaults } from '../../server/devices/device-faults.ts';
import { hashPassword } from '../../server/setup/passwords.ts';
import type { CentreClient } from '../../server/simulation/centre-client.ts';
import { soon } from '../support/driver-bench.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const words = 'mat-khau-rieng';
const dataDir = mkdtempSync(join(tmpdir(), 'denluot-devices-'));
let demo: RunningCentre;
let real: RunningCentre;
let technician: CentreClient;
beforeAll(async () => {
  demo = await startCentre({ sample: 'commune' });
  const sample = JSON.parse(readFileSync('server/setup/samples/commune.json', 'utf8'));
  for (const account of sample.staff) account.password = await hashPassword(words);
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(sample));
  real = await startCentre({ sample: 'commune', demo: false, dataDir });
  technician = (await demo.hall.signedIn('quantri', 'denluot')) as CentreClient;
});
afterAll(async () => {
  await demo.stop();
  await real.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
const post = async (who: CentreClient, path: string, body: unknown) => {
  const answer = await who.post(path, body).catch(() => ({ ok: true, body: null }) as const);
  return answer.ok ? [200, answer.body] : [answer.status, answer.code];
};

describe('who may', () => {
  test.each([
    ['find', {}],
    ['find-in-network', { from: '127.0.0.1', to: '127.0.0.1', port: 9 }],
    ['frame-bytes', { protocol: 'alpha', unitId: 1, digits: 4, text: '1' }],
  ])('%s: the technician alone', async (path, body) => {
    const supervisor = await demo.officer('giamsat');
    const officer = await demo.officer('canbo01');
    expect(await post(demo.hall, `/api/v1/devices/${path}`, body)).toEqual([401, 'not-signed-in']);
    for (const who of [supervisor, officer])
      expect(await post(who, `/api/v1/devices/${path}`, body)).toEqual([403, 'not-allowed']);
    expect((await post(technician, `/api/v1/devices/${path}`, body))[0]).toBe(200);
  });
  test('say that a roll is new: whoever stands by the printer', async () => {
    const printer = demo.app.floor.rules.setup.devices.printers[0]?.id;
    for (const username of ['giamsat', 'huongdan', 'quantri'])
      expect((await post(await demo.officer(username), `/api/v1/devices/${printer}/new-roll`, {}))[0]).toBe(
        200,
      );
    expect(await post(await demo.officer('canbo01'), `/api/v1/devices/${printer}/new-roll`, {})).toEqual([
      ...[403, 'not-allowed'],
    ]);
    expect(await post(technician, '/api/v1/devices/nothing/new-roll', {})).toEqual([404, 'not-found']);
  });
  test('press simulated keys: nobody outside a demonstration', async () => {
    const path = '/api/v1/demo/devices/pad-1';
    expect(await post(real.hall, path, { press: '1' })).toEqual([404, 'not-found']);
    expect((await post(demo.hall, path, { press: '1' }))[0]).toBe(200);
    expect(await post(demo.hall, '/api/v1/demo/devices/nothing', { press: '1' })).toEqual([404, 'not-found']);
    expect(await post(demo.hall, path, { press: 'A' })).toEqual([400, 'invalid-request']);
  });
});

describe('what is wrong is said', () => {
  test.each([
    ['no address', { from: '192.168.1.x', to: '192.168.1.9' }],
    ['more than one network', { from: '192.168.1.1', to: '192.168.2.9' }],
    ['backwards', { from: '192.168.1.9', to: '192.168.1.1' }],
    ['a port that is none', { from: '192.168.1.1', to: '192.168.1.9', port: 70_000 }],
  ])('of a range: %s', async (_what, body) => {
    expect(await post(technician, '/api/v1/devices/find-in-network', body)).toEqual([400, 'invalid-request']);
  });
  test('of a frame that is not there, or has nothing to show', async () => {
    const trial = { protocol: 'described', unitId: 1, digits: 4, text: '1' };
    expect(await post(technician, '/api/v1/devices/frame-bytes', trial)).toEqual([400, 'invalid-request']);
    const empty = { ...trial, frame: { write: [{ bytes: '02' }] } };
    expect(await post(technician, '/api/v1/devices/frame-bytes', empty)).toEqual([400, 'invalid-request']);
  });
  test.each([
    ['printers', 'address', 'carrier-pigeon:roof', 'no transport "carrier-pigeon:"'],
    ['printers', 'address', 'tcp://printer', 'must be tcp://host:port'],
    ['boards', 'protocol', 'smoke', 'no protocol "smoke" is known'],
  ])('of a set-up: %s with the %s %s', async (list, field, value, message) => {
    const { body } = (await technician.get<Setup>('/api/v1/setup')) as { body: Setup };
    const edited = structuredClone(body) as unknown as { devices: Record<string, Record<string, unknown>[]> };
    const [first] = edited.devices[list] ?? [];
    if (first !== undefined) first[field] = value;
    const faults = deviceFaults(edited.devices as unknown as Setup['devices']);
    expect(faults).toEqual([
      { path: `devices.${list}.0.${field}`, message: expect.stringContaining(message) },
    ]);
  });
  test('of who searches the network again and again', async () => {
    const body = { from: '127.0.0.1', to: '127.0.0.1', port: 9 };
    const codes = [];
    for (let times = 0; times < 8; times += 1)
      codes.push((await post(technician, '/api/v1/devices/find-in-network', body))[1]);
    expect(codes.at(-1)).toBe('too-many-requests');
  });
});

describe('an agent', () => {
  const arrive = (cookie: string, auth: object) => {
    const socket = io(`${demo.url}${agentNamespace}`, {
      ...{ path: '/live', transports: ['websocket'], reconnection: false, auth },
      extraHeaders: { cookie },
    });
    return new Promise<string>((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', ({ message }) => resolve(message));
    }).finally(() => socket.close());
  };
  test('must be paired, also in a demonstration', async () => {
    expect(await arrive('', { contract: 1, version: 'x' })).toBe('device-not-paired');
    expect(await arrive('denluot_device=kiosk-1~secret', { contract: 1, version: 'x' })).toBe(
      'device-not-paired',
    );
  });
  test('is paired by the code it shows, and must say what it understands', async () => {
    const asked = await demo.hall.post<{ pairingId: string; code: string; secret: string }>(
      '/api/v1/devices/pair',
      { kind: 'agent' },
    );
    if (!asked.ok) throw new Error(asked.code);
    const { code, secret } = asked.body;
    const approved = await technician.post<{ deviceId: string }>('/api/v1/devices/pair/approve', {
      ...{ code, name: 'Máy phụ' },
    });
    const deviceId = approved.ok ? approved.body.deviceId : '';
    const cookie = `denluot_device=${deviceId}~${secret}`;
    expect(await arrive(cookie, {})).toBe('invalid-request');
    expect(await arrive(cookie, { contract: 1, version: 'x' })).toBe('connected');
    await soon(() =>
      expect(demo.app.devices.list().find(({ id }) => id === deviceId)?.status.grade).toBe('absent'),
    );
  });
});

test('Prometheus is told how each device is, and how many are of each grade', async () => {
  await soon(() =>
    expect(demo.app.devices.list().find(({ id }) => id === 'pad-1')?.status.grade).toBe('good'),
  );
  const text = await (await fetch(`${demo.url}/metrics`)).text();
  expect(text).toMatch(/^denluot_device_good\{device="pad-1",kind="keypad",reason="[a-z-]+"\} 1$/m);
  expect(text).toMatch(/^denluot_devices\{grade="good"\} \d+$/m);
  expect(text.match(/^# TYPE denluot_devices gauge$/gm)).toHaveLength(1);
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# TYPE \w+ \w+|\w+(\{[^}]*\})? [\d.e+-]+)$/);
});
