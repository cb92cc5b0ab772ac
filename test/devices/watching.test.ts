// What becomes known of devices over a day: troubles in the journal and as alarms, the roll of paper, brightness by hour,
// edits of the set-up, and what machines find.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { percentAt } from '../../protocol/time-of-day.ts';
import { deviceWatch } from '../../server/devices/device-watch.ts';
import { type Devices, openDevices } from '../../server/devices/devices.ts';
import { noRollStore, paperRolls } from '../../server/devices/paper-rolls.ts';
import { soon } from '../support/driver-bench.ts';
import { manualClock } from '../support/manual-clock.ts';
import { commune, morning, openFloor } from '../support/memory-floor.ts';

const status = (grade: DeviceStatus['grade'], reason: DeviceStatus['reason']): DeviceStatus => ({
  ...{ grade, reason, heardAt: 0, since: 0 },
});
const well = status('good', 'answered');
const noPaper = status('bad', 'paper-out');

describe('the watch over devices', () => {
  const watching = () => {
    const clock = manualClock(0);
    const noted: string[] = [];
    const watch = deviceWatch(clock, (id, { reason }) => noted.push(`${id} ${reason}`));
    return { clock, noted, watch };
  };
  it('notes a trouble that stands, and its end; that all is well from the beginning is no news', () => {
    const { clock, noted, watch } = watching();
    watch.changed('p', well);
    clock.pass(10_000);
    watch.changed('p', noPaper);
    clock.pass(10_000);
    watch.changed('p', well);
    clock.pass(10_000);
    expect(noted).toEqual(['p paper-out', 'p answered']);
  });
  it('passes over what lasts a moment', () => {
    const { clock, noted, watch } = watching();
    watch.changed('p', noPaper);
    clock.pass(1_000);
    watch.changed('p', well);
    clock.pass(10_000);
    expect(noted).toEqual([]);
  });
  it('notes a device that comes and goes a few times an hour and no more', () => {
    const { clock, noted, watch } = watching();
    for (let times = 0; times < 500; times += 1) {
      watch.changed('p', times % 2 === 0 ? noPaper : well);
      clock.pass(4_000);
    }
    expect(noted).toHaveLength(12);
    clock.pass(3_600_000);
    watch.changed('p', noPaper);
    clock.pass(4_000);
    expect(noted).toHaveLength(13);
  });
});

describe('the paper of a printer', () => {
  const printer = { ...commune.devices.printers[0]!, rollMetres: 80 };
  it('is counted in tickets, by their own length', () => {
    const rolls = paperRolls(noRollStore, manualClock(0));
    expect(rolls.ticketsLeft(printer)).toBeNull();
    rolls.printed(printer.id, 100);
    expect(rolls.ticketsLeft(printer)).toBe(799);
    rolls.printed(printer.id, 300);
    expect(rolls.ticketsLeft(printer)).toBe(398);
    for (let each = 0; each < 1_000; each += 1) rolls.printed(printer.id, 200);
    expect(rolls.ticketsLeft(printer)).toBe(0);
  });
  it('is a new roll after it had run out, or when somebody says so', () => {
    const rolls = paperRolls(noRollStore, manualClock(0));
    rolls.printed(printer.id, 100);
    rolls.changed(printer.id, noPaper);
    rolls.changed(printer.id, status('absent', 'unreachable'));
    expect(rolls.ticketsLeft(printer)).toBe(799);
    rolls.changed(printer.id, well);
    expect(rolls.ticketsLeft(printer)).toBeNull();
    rolls.printed(printer.id, 100);
    rolls.renew(printer.id);
    expect(rolls.ticketsLeft(printer)).toBeNull();
  });
  it('is known again after a restart', () => {
    let kept = {};
    const store = {
      load: () => kept,
      save(rolls: object) {
        kept = JSON.parse(JSON.stringify(rolls));
      },
    };
    const clock = manualClock(0);
    const rolls = paperRolls(store, clock);
    rolls.printed(printer.id, 100);
    clock.pass(30_000);
    rolls.printed(printer.id, 100);
    rolls.close();
    expect(paperRolls(store, clock).ticketsLeft(printer)).toBe(798);
  });
});

describe('brightness', () => {
  const hours = [
    { from: '17:30', percent: 40 },
    { from: '06:30', percent: 100 },
  ];
  const at = (time: string) =>
    percentAt(hours, Date.parse(`2026-11-20T${time}:00+07:00`), 'Asia/Ho_Chi_Minh');
  it('is that of the last hour that has begun, in the centre’s time', () => {
    expect(['06:30', '12:00', '17:29', '17:30', '23:59', '00:00', '06:29'].map(at)).toEqual([
      ...[100, 100, 100, 40, 40, 40, 40],
    ]);
    expect(percentAt([], 0, 'Asia/Ho_Chi_Minh')).toBeNull();
  });
});

describe('the devices room', () => {
  let devices: Devices;
  const clock = manualClock(morning);
  let hall: ReturnType<typeof openFloor>;
  beforeEach(async () => {
    clock.set(morning);
    devices = await openDevices({
      ...{ setup: commune, clock, version: 'test', log: () => {} },
      ticketLink: (id) => `http://centre.test/t/${id}`,
    });
    hall = openFloor(clock, undefined, { devices });
    devices.follow(hall.floor, () => {});
  });
  afterEach(() => devices.close());
  const printer = commune.devices.printers[0]!;
  const supervisor = () => hall.floor.view<'supervisor'>({ view: 'supervisor' })?.alarms ?? [];
  const of = (id: string) => devices.list().find((device) => device.id === id);

  it('alarms while a device cannot do its work, and journals it once it stands', async () => {
    await soon(() => expect(of(printer.id)?.status.grade).toBe('good'));
    devices.simulate(printer.id, { levers: { paperOut: true } });
    await soon(() => expect(of(printer.id)?.status).toMatchObject({ grade: 'bad', reason: 'paper-out' }));
    expect(supervisor()).toMatchObject([{ deviceId: printer.id, name: printer.name, reason: 'paper-out' }]);
    // It goes on being asked, so it stands; time passes as it does for the printer too.
    await soon(() => {
      clock.pass(500);
      expect(hall.journal.rowsAfter(0, 100).map(({ event }) => event)).toContainEqual({
        ...{ type: 'device-changed', deviceId: printer.id, name: printer.name },
        ...{ grade: 'bad', reason: 'paper-out' },
      });
    });
    devices.simulate(printer.id, { levers: { paperOut: false } });
    await soon(() => {
      clock.pass(500);
      expect(of(printer.id)?.status.grade).toBe('good');
    });
    expect(supervisor().filter(({ deviceId }) => deviceId === printer.id)).toEqual([]);
  });
  it('opens, moves and closes devices as the set-up is edited, without touching the others', async () => {
    await soon(() => expect(of(printer.id)?.status.grade).toBe('good'));
    const since = of(printer.id)?.status.since;
    const board = commune.devices.boards[0]!;
    const edited: Setup = {
      ...commune,
      devices: {
        ...commune.devices,
        boards: commune.devices.boards.slice(1),
        keypads: [{ ...commune.devices.keypads[0]!, id: 'new-pad' as never, name: 'Bàn phím mới' }],
      },
    };
    clock.pass(100);
    hall.floor.changeSetup(edited, { kind: 'staff', id: 'quantri' as never, mayActAnywhere: false });
    await soon(() => expect(of('new-pad')?.status.grade).toBe('good'));
    expect(of(board.id)).toBeUndefined();
    expect(of(commune.devices.keypads[0]!.id)).toBeUndefined();
    expect(of(printer.id)?.status.since).toBe(since);
    expect(devices.simulate('new-pad', { press: '1' })).toBe(true);
    expect(devices.simulate(commune.devices.keypads[0]!.id, { press: '1' })).toBe(false);
  });
  it('leaves a device out that cannot be opened, and the others go on', async () => {
    const wrong = { ...printer, id: 'wrong' as never, address: 'tcp://127.0.0.1:99999' };
    const edited: Setup = {
      ...commune,
      devices: { ...commune.devices, printers: [...commune.devices.printers, wrong] },
    };
    hall.floor.changeSetup(edited, { kind: 'staff', id: 'quantri' as never, mayActAnywhere: false });
    await soon(() => expect(of('wrong')).toBeDefined());
    expect(of('wrong')?.status.grade).toBe('unknown');
    await soon(() => expect(of(printer.id)?.status.grade).toBe('good'));
  });
  it('counts the paper of what it prints, and a new roll is said by hand', async () => {
    await soon(() => expect(of(printer.id)?.status.grade).toBe('good'));
    expect(await devices.test(printer.id)).toMatchObject({ state: 'printed' });
    expect(of(printer.id)?.ticketsLeft).toBeGreaterThan(300);
    expect(devices.renewRoll(printer.id)).toBe(true);
    expect(of(printer.id)?.ticketsLeft).toBeNull();
    expect(devices.renewRoll('nothing')).toBe(false);
  });
  it('lights a pad or a board to be found, and knows nothing of others', async () => {
    await soon(() => expect(of('pad-1')?.status.grade).toBe('good'));
    expect(await devices.test('pad-1')).toEqual({ state: 'lit', reason: null });
    expect(await devices.test('nothing')).toBeNull();
  });
  it('shows the bytes of a board without a board', () => {
    const trial = { protocol: 'modbus-rtu', unitId: 1, digits: 4, text: 'A012' } as const;
    expect(devices.frameBytes(trial)).toMatch(/^0110/);
    expect(() => devices.frameBytes({ ...trial, protocol: 'described' })).toThrow(RangeError);
  });
  it('finds printers in a range of the network, and only there', async () => {
    const simulator = await startPrinterSimulator({ widthDots: 576, now: () => 0 });
    const port = Number(new URL(simulator.address).port);
    expect(await devices.findInNetwork({ from: '127.0.0.1', to: '127.0.0.1', port })).toMatchObject([
      { kind: 'network-printer', address: `tcp://127.0.0.1:${port}` },
    ]);
    await simulator.close();
    expect(await devices.findInNetwork({ from: '127.0.0.1', to: '127.0.0.1', port })).toEqual([]);
  });
});
