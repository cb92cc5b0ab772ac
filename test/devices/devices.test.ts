// The devices room over simulated devices on real sockets: papers and boards follow the floor, and every device and
// screen is listed with how it is.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { boardContent, countersTouched } from '../../server/devices/counter-boards.ts';
import { type Devices, openDevices } from '../../server/devices/devices.ts';
import { soon } from '../support/driver-bench.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { commune, morning, openFloor } from '../support/memory-floor.ts';
import { qrText } from '../support/paper.ts';
import { pngBitmap } from '../support/png-bitmap.ts';

const setup: Setup = {
  ...commune,
  devices: {
    ...commune.devices,
    screens: [
      {
        ...{ id: 'hall-1' as DeviceId, kind: 'hall', name: 'Sảnh', tokenHash: 'a'.repeat(64) },
        ...{ counterId: null, zoneId: null, sound: true, arrows: {} },
      },
    ],
  },
};
let clock: ManualClock;
let hall: ReturnType<typeof openFloor>;
let devices: Devices;
let changes = 0;

beforeEach(async () => {
  changes = 0;
  clock = manualClock(morning);
  hall = openFloor(clock, undefined, { setup });
  devices = await openDevices({
    ...{ setup, clock, version: 'test', log: () => {} },
    ticketLink: (id) => `http://centre.test/t/${id}`,
  });
  devices.follow(hall.floor, () => {
    changes += 1;
  });
  await soon(() => {
    const kinds = ['printer', 'led-board'];
    expect(
      devices.list().filter(({ kind, status }) => kinds.includes(kind) && status.grade !== 'good'),
    ).toEqual([]);
  });
});
afterEach(() => devices.close());

const boardOf = (counterNumber: string) =>
  devices
    .simulators()
    .boards.find((board) => board.counterNumber === counterNumber)
    ?.text.trim();
const screen = () => devices.list().find(({ id }) => id === 'hall-1')?.status;

describe('the floor’s devices', () => {
  it('print the ticket that was issued, with its own link', async () => {
    const taken = hall.take();
    const id = taken.ok ? String(taken.result.ticketId) : '';
    devices.requestPrint(id, null, false);
    await soon(() => expect(devices.printOf(id)).toEqual({ state: 'printed', copies: 1, reason: null }));
    const [paper, ...others] = devices.simulators().papers;
    expect(others).toEqual([]);
    expect(qrText(pngBitmap(Buffer.from(paper?.png ?? '', 'base64')))).toBe(`http://centre.test/t/${id}`);
    expect(changes).toBeGreaterThan(0);
  });
  it('show the number in hand, dashes while paused, and nothing when closed', async () => {
    hall.take();
    hall.act({ type: 'open-counter', counterId: 'c01' });
    hall.act({ type: 'call-next', counterId: 'c01' });
    await soon(() => expect(boardOf('1')).toBe('A001'));
    hall.act({ type: 'mark-no-show', counterId: 'c01' });
    await soon(() => expect(boardOf('1')).toBe(''));
    hall.act({ type: 'pause-counter', counterId: 'c01', reason: commune.pauseReasons[0]?.id });
    await soon(() => expect(boardOf('1')).toMatch(/^-+$/));
    hall.act({ type: 'resume-counter', counterId: 'c01' });
    hall.act({ type: 'close-counter', counterId: 'c01' });
    await soon(() => expect(boardOf('1')).toBe(''));
    expect(['2', '3', '4'].map(boardOf)).toEqual(['', '', '']);
  });
});

describe('a device that is tried', () => {
  it('prints a ticket that says it is none, and gives the printer’s word', async () => {
    const printer = commune.devices.printers[0]?.id ?? '';
    expect(await devices.test(printer)).toEqual({ state: 'printed', reason: null });
    const [paper] = devices.simulators().papers;
    expect(qrText(pngBitmap(Buffer.from(paper?.png ?? '', 'base64')))).toMatch(/^denluot:printer:/);
  });
  it('lights a board for five seconds, whatever happens on the floor, and then shows the floor again', async () => {
    const board = commune.devices.boards.find(({ counterId }) => counterId === 'c01');
    expect(await devices.test(board?.id ?? '')).toEqual({ state: 'lit', reason: null });
    await soon(() => expect(boardOf('1')).toBe('8888'));
    hall.take();
    hall.act({ type: 'open-counter', counterId: 'c01' });
    hall.act({ type: 'call-next', counterId: 'c01' });
    await soon(() => expect(boardOf('1')).toMatch(/^(8888)?$/));
    clock.pass(5_000);
    await soon(() => {
      clock.pass(400);
      expect(boardOf('1')).toBe('A001');
    });
  });
  it('must be there', async () => {
    expect(await devices.test('nothing')).toBeNull();
  });
});

describe('a screen', () => {
  it('is unknown until it comes, good while it is here, absent with the last of its windows', () => {
    expect(screen()).toMatchObject({ grade: 'unknown', heardAt: null });
    devices.presence('hall-1', true);
    devices.presence('hall-1', true);
    clock.pass(1_000);
    devices.presence('hall-1', false);
    expect(screen()).toEqual({
      ...{ grade: 'good', reason: 'answered' },
      ...{ heardAt: morning + 1_000, since: morning },
    });
    clock.pass(1_000);
    devices.presence('hall-1', false);
    clock.pass(4_999);
    // A page that is loaded anew is nobody's trouble.
    expect(screen()).toMatchObject({ grade: 'good' });
    clock.pass(1);
    expect(screen()).toEqual({
      ...{ grade: 'absent', reason: 'connection-lost' },
      ...{ heardAt: morning + 2_000, since: morning + 7_000 },
    });
  });
});

describe('the content of a board', () => {
  const view = (change: object) =>
    boardContent({
      ...{ counter: { status: 'open' }, number: null, callSeq: null },
      ...change,
    } as Parameters<typeof boardContent>[0]);
  it.each([
    ['a number in hand', { number: 'A001', callSeq: 7 }, { state: 'number', text: 'A001', call: 7 }],
    ['an open counter without one', {}, { state: 'blank' }],
    ['a paused counter', { counter: { status: 'paused' } }, { state: 'paused' }],
    ['a closed counter', { counter: { status: 'closed' } }, { state: 'blank' }],
  ])('%s', (_what, change, content) => {
    expect(view(change)).toEqual(content);
  });
});

describe('the boards that an event may change', () => {
  const touched = (...events: object[]) =>
    countersTouched(events.map((event) => ({ event })) as unknown as Parameters<typeof countersTouched>[0]);
  it('are those of its counter, and none where it is about none', () => {
    expect(touched({ type: 'ticket-issued' })).toEqual(new Set());
    expect(touched({ type: 'ticket-issued' }, { type: 'ticket-called', counterId: 'c02' })).toEqual(
      new Set(['c02']),
    );
    expect(touched({ type: 'rating-submitted', counterId: 'c03' })).toEqual(new Set(['c03']));
  });
  it('are all where it may be any: a ticket given back, an edit, a new day', () => {
    expect(touched({ type: 'ticket-cancelled' })).toBeUndefined();
    expect(touched({ type: 'setup-changed' })).toBeUndefined();
    expect(touched({ type: 'business-day-started' }, { type: 'ticket-issued' })).toBeUndefined();
  });
});
