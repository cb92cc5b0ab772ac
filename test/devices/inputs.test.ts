// Pads and scanners at work: what an officer presses and scans on simulated devices over real sockets becomes commands of
// the counter, and the counter's own board says what was typed and why a press was not taken.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperatorId } from '../../protocol/ids.ts';
import type { PadKey } from '../../protocol/keypad-setup.ts';
import { type Devices, openDevices } from '../../server/devices/devices.ts';
import { soon } from '../support/driver-bench.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { commune, morning, openFloor } from '../support/memory-floor.ts';

let clock: ManualClock;
let hall: ReturnType<typeof openFloor>;
let devices: Devices;
const counterId = commune.devices.keypads[0]!.counterId;
const padId = commune.devices.keypads[0]!.id;
const counterNumber = commune.counters.find(({ id }) => id === counterId)!.number;
const operator = { kind: 'staff', id: 'canbo01' as OperatorId, mayActAnywhere: true } as const;
let commands = 0;
const officer = (command: Parameters<typeof hall.floor.execute>[1]) => {
  commands += 1;
  return hall.floor.execute(`by-officer-${commands}` as never, command, operator);
};
const press = async (...keys: PadKey[]) => {
  for (const key of keys) await soon(() => expect(devices.simulate(padId, { press: key })).toBe(true));
};
const board = () =>
  devices
    .simulators()
    .boards.find((each) => each.counterNumber === counterNumber)
    ?.text.trim();
const inHand = () => hall.floor.view<'counter'>({ view: 'counter', counterId })?.ticket ?? null;
const take = (): { id: string; number: string } => {
  const service = hall.floor.rules.servicesOf.get(counterId)?.[0] ?? commune.services[0]!.id;
  const taken = officer({ type: 'issue-ticket', serviceId: service });
  if (!taken.ok) throw new Error('no ticket');
  return { id: String(taken.result.ticketId), number: String(taken.result.number) };
};

beforeEach(async () => {
  clock = manualClock(morning);
  hall = openFloor(clock);
  devices = await openDevices({
    ...{ setup: commune, clock, version: 'test', log: () => {} },
    ticketLink: (id) => `http://centre.test/t/${id}`,
  });
  devices.follow(hall.floor, () => {});
  await soon(() => {
    const kinds = ['keypad', 'led-board'];
    const wrong = devices
      .list()
      .filter(({ kind, status }) => kinds.includes(kind) && status.grade !== 'good');
    expect(wrong).toEqual([]);
  });
});
afterEach(() => devices.close());

describe('a call pad', () => {
  it('runs a counter: next, start, finish with the next call, recall, absent with two keys', async () => {
    const [first, second] = [take(), take()];
    officer({ type: 'open-counter', counterId });
    await press('enter');
    await soon(() => expect(inHand()).toMatchObject({ number: first.number, status: 'called' }));
    await soon(() => expect(board()).toBe(first.number));
    await press('multiply');
    await soon(() => expect(inHand()?.status).toBe('serving'));
    await press('enter');
    await soon(() => expect(inHand()).toMatchObject({ number: second.number, status: 'called' }));
    await press('plus');
    await soon(() => expect(inHand()?.recalls).toBe(1));
    await press('minus');
    await soon(() => expect(board()).toBe('Abs'));
    await press('enter');
    await soon(() => expect(inHand()).toBeNull());
    expect(hall.floor.state.tickets.get(second.id as never)?.status).toBe('no-show');
  });
  it('calls a chosen number by its digits, and shows them while they are typed', async () => {
    take();
    const second = take();
    officer({ type: 'open-counter', counterId });
    await press('2');
    await soon(() => expect(board()).toBe('2'));
    await press('enter');
    await soon(() => expect(inHand()?.number).toBe(second.number));
  });
  it('knows the numbers of a service that the counter helps out today', async () => {
    const own = hall.floor.rules.servicesOf.get(counterId) ?? [];
    const helped = commune.services.find(({ id }) => !own.includes(id))?.id ?? own[0]!;
    const taken = officer({ type: 'issue-ticket', serviceId: helped });
    if (!taken.ok) throw new Error('no ticket');
    const digits = [...String(Number(String(taken.result.number).replace(/\D/g, '')))] as PadKey[];
    officer({ type: 'open-counter', counterId });
    await press(...digits, 'enter');
    await soon(() => expect(board()).toBe('no'));
    officer({ type: 'lend-counter', counterId, serviceId: helped, whileWaitOverMinutes: null, until: null });
    await press(...digits, 'enter');
    await soon(() => expect(inHand()?.number).toBe(taken.result.number));
  });
  it('pauses and goes on with one key', async () => {
    officer({ type: 'open-counter', counterId });
    await press('divide');
    await soon(() => expect(hall.floor.state.counters.get(counterId)?.status).toBe('paused'));
    await press('divide');
    await soon(() => expect(hall.floor.state.counters.get(counterId)?.status).toBe('open'));
  });
  it('says why a press was not taken: closed, nobody waiting, no such number; and then the board is as before', async () => {
    await press('enter');
    await soon(() => expect(board()).toBe('OFF'));
    officer({ type: 'open-counter', counterId });
    await press('enter');
    await soon(() => expect(board()).toBe('0'));
    await press('9', '9', 'enter');
    await soon(() => expect(board()).toBe('no'));
    await soon(() => {
      // Time may pass between the write and its answer: the write then counts as silent, and is made again after a pause.
      clock.pass(2_000);
      expect(board()).toBe('');
    });
  });
  it('is journalled under its own name, for the officer of its counter', async () => {
    take();
    officer({ type: 'open-counter', counterId });
    await press('enter');
    await soon(() => expect(inHand()).not.toBeNull());
    const rows = hall.journal.rowsAfter(0, 100);
    const called = rows.findLast(({ event }) => event.type === 'ticket-called');
    expect(called).toMatchObject({ actor: `device:${padId}`, event: { operatorId: 'canbo01', counterId } });
  });
  it('may not act at another counter', () => {
    const other = commune.counters.find(({ id }) => id !== counterId)!.id;
    officer({ type: 'open-counter', counterId: other });
    const pad = { kind: 'device', id: padId, counterId } as const;
    expect(hall.floor.execute('x' as never, { type: 'call-next', counterId: other }, pad)).toMatchObject({
      refusal: { code: 'not-your-counter' },
    });
  });
});

describe('a scanner', () => {
  const atCounter = commune.devices.scanners.find((each) => each.counterId !== null)!.id;
  const atKiosk = commune.devices.scanners.find((each) => each.counterId === null)!.id;
  const scan = (id: string, text: string) =>
    soon(() => expect(devices.simulate(id, { scan: text })).toBe(true));
  it('at a counter calls the ticket it reads, and starts it when it comes', async () => {
    const { id } = take();
    officer({ type: 'open-counter', counterId });
    await scan(atCounter, `http://centre.test/t/${id}`);
    await soon(() => expect(inHand()).toMatchObject({ id, status: 'called' }));
    clock.pass(5_000);
    await scan(atCounter, `http://centre.test/t/${id}`);
    await soon(() => expect(inHand()?.status).toBe('serving'));
  });
  it('at a counter says so where a code does nothing', async () => {
    officer({ type: 'open-counter', counterId });
    await scan(atCounter, 'http://centre.test/t/unknown');
    await soon(() => expect(board()).toBe('Err'));
  });
  it('at a kiosk shows the ticket for a while', async () => {
    const { id, number } = take();
    await scan(atKiosk, `http://centre.test/t/${id}`);
    await soon(() => expect(devices.scanOf(null)).toMatchObject({ ticketId: id, number }));
    clock.pass(15_000);
    expect(devices.scanOf(null)).toBeNull();
  });
});
