// Which screens are here: a page that is loaded anew is not missed, one that does not come back after a restart is; what a
// screen says of its sound and of what it has announced.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Announced } from '../../protocol/announced.ts';
import {
  type AnnouncedRow,
  type AnnouncementLog,
  fileLog,
  memoryLog,
} from '../../server/devices/announcement-log.ts';
import { openDevices } from '../../server/devices/devices.ts';
import { type SeenStore, screenPresence } from '../../server/devices/screen-presence.ts';
import { emptyFolder } from '../setup/setup-folder.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { commune, morning, openFloor } from '../support/memory-floor.ts';

const graceMs = 5_000;
const row = (callSeq: number, change: Partial<Announced> = {}): Announced => ({
  ...{
    callSeq,
    at: morning + callSeq,
    number: `A${callSeq}`,
    counterNumber: '1',
    recall: false,
    how: 'spoken',
  },
  ...change,
});
/** Kept as a file keeps it. */
function seenStore(kept: Record<string, number> = {}) {
  const store = {
    saves: 0,
    text: JSON.stringify(kept),
    load: () => JSON.parse(store.text) as Record<string, number>,
    save(seen: Readonly<Record<string, number>>) {
      store.saves += 1;
      store.text = JSON.stringify(seen);
    },
  };
  return store;
}
function watching(
  store: SeenStore = seenStore(),
  clock: ManualClock = manualClock(morning),
  announced: AnnouncementLog = memoryLog(),
) {
  const told: string[] = [];
  const failures: string[] = [];
  const presence = screenPresence({
    ...{ clock, store, announced },
    changed: (id, { grade, reason }) => void told.push(`${id} ${grade} ${reason}`),
    failed: (error) => void failures.push(String(error)),
  });
  return {
    ...{ clock, told, presence, failures },
    /** What the screen has announced, newest first. */
    announced: () => announced.ended('hall-1'),
    standing: (id = 'hall-1') => {
      const status = presence.status(id);
      return status === null ? null : `${status.grade} ${status.reason}`;
    },
  };
}

describe('a screen', () => {
  it('that was never here is not known', () => {
    expect(watching().presence.status('hall-1')).toBeNull();
    expect(watching().announced()).toEqual([]);
  });
  it('is here when it has come, and missed five seconds after it has gone', () => {
    const { presence, clock, standing, told } = watching();
    presence.set('hall-1', true);
    expect(presence.status('hall-1')).toEqual({
      ...{ grade: 'good', reason: 'answered', heardAt: morning, since: morning },
    });
    clock.pass(60_000);
    presence.set('hall-1', false);
    clock.pass(graceMs - 1);
    expect(standing()).toBe('good answered');
    clock.pass(1);
    expect(presence.status('hall-1')).toEqual({
      ...{ grade: 'absent', reason: 'connection-lost' },
      ...{ heardAt: morning + 60_000, since: morning + 60_000 + graceMs },
    });
    expect(told).toEqual(['hall-1 good answered', 'hall-1 absent connection-lost']);
  });
  it('that is loaded anew within that time was never away', () => {
    const { presence, clock, standing, told } = watching();
    presence.set('hall-1', true);
    for (let reload = 0; reload < 5; reload += 1) {
      presence.set('hall-1', false);
      clock.pass(graceMs - 1);
      presence.set('hall-1', true);
    }
    clock.pass(60_000);
    expect(standing()).toBe('good answered');
    expect(told.some((line) => line.includes('absent'))).toBe(false);
    expect(presence.status('hall-1')?.since).toBe(morning);
  });
  it('with two windows is here while one of them is', () => {
    const { presence, clock, standing } = watching();
    presence.set('hall-1', true);
    presence.set('hall-1', true);
    presence.set('hall-1', false);
    clock.pass(60_000);
    expect(standing()).toBe('good answered');
    presence.set('hall-1', false);
    clock.pass(graceMs);
    expect(standing()).toBe('absent connection-lost');
  });
  it('that comes back is here since then', () => {
    const { presence, clock } = watching();
    presence.set('hall-1', true);
    presence.set('hall-1', false);
    clock.pass(60_000);
    presence.set('hall-1', true);
    expect(presence.status('hall-1')).toMatchObject({ grade: 'good', since: morning + 60_000 });
  });
  it('is missed for itself', () => {
    const { presence, clock, standing } = watching();
    for (const id of ['hall-1', 'hall-2']) presence.set(id, true);
    presence.set('hall-1', false);
    clock.pass(graceMs);
    expect([standing('hall-1'), standing('hall-2')]).toEqual(['absent connection-lost', 'good answered']);
  });
});

describe('after a restart', () => {
  it('one that does not come back is absent after half a minute, last seen when it was', () => {
    const store = seenStore({ 'hall-1': morning - 3_600_000 });
    const { presence, clock, standing, told } = watching(store);
    clock.pass(29_999);
    expect(told).toEqual([]);
    clock.pass(1);
    expect(standing()).toBe('absent connection-lost');
    expect(presence.status('hall-1')?.heardAt).toBe(morning - 3_600_000);
    expect(told).toEqual(['hall-1 absent connection-lost']);
  });
  it('one that comes back meanwhile is not', () => {
    const { presence, clock, standing } = watching(seenStore({ 'hall-1': morning - 3_600_000 }));
    clock.pass(20_000);
    presence.set('hall-1', true);
    clock.pass(60_000);
    expect(standing()).toBe('good answered');
    expect(presence.status('hall-1')?.heardAt).toBeGreaterThanOrEqual(morning + 20_000);
  });
  it('when each was last seen is what it was when the server was closed', () => {
    const store = seenStore();
    const before = watching(store);
    before.presence.set('hall-1', true);
    before.clock.pass(90_000);
    before.presence.set('hall-2', true);
    before.presence.close();
    const after = watching(store, manualClock(morning + 200_000));
    expect(after.presence.status('hall-2')?.heardAt).toBe(morning + 90_000);
    expect(after.presence.status('hall-1')?.heardAt).toBeGreaterThanOrEqual(morning + 60_000);
  });
  it('or, where it was killed, not longer ago than two minutes: also of one that stood there all day', () => {
    const store = seenStore();
    const { presence, clock } = watching(store);
    presence.set('kiosk-1', true);
    for (let minute = 0; minute < 8 * 60; minute += 1) clock.pass(60_000);
    const seen = store.load()['kiosk-1'] ?? 0;
    expect(clock.now() - seen).toBeLessThanOrEqual(120_000);
  });
  it('what has not changed is not written again and again', () => {
    const store = seenStore({ 'hall-1': morning });
    const { clock } = watching(store);
    clock.pass(3_600_000);
    expect(store.saves).toBe(0);
  });
  it('nothing is told after it was closed', () => {
    const { presence, clock, told } = watching(seenStore({ 'hall-1': morning }));
    presence.set('hall-2', true);
    presence.set('hall-2', false);
    presence.close();
    clock.pass(3_600_000);
    expect(told).toEqual(['hall-2 good answered']);
  });
  it('a screen that is no longer in the set-up is not reported missing for ever', async () => {
    const clock = manualClock(morning);
    const devices = await openDevices({
      ...{ setup: commune, clock, version: 'test', log: () => {} },
      ticketLink: (id) => `http://centre.test/t/${id}`,
      seen: seenStore({ 'hall-gone': morning - 86_400_000 }),
    });
    const hall = openFloor(clock, undefined, { devices });
    devices.follow(hall.floor, () => {});
    clock.pass(30_000);
    clock.pass(10_000);
    const noted = hall.journal.rowsAfter(0, 100).map(({ event }) => event);
    await devices.close();
    expect(
      noted.filter((event) => event.type === 'device-changed' && String(event.deviceId) === 'hall-gone'),
    ).toEqual([]);
  });
});

describe('what a screen says of itself', () => {
  it('a browser that holds the sound back is a warning, until somebody touches it', () => {
    const { presence, clock, standing, told } = watching();
    presence.set('hall-1', true);
    clock.pass(1_000);
    presence.report('hall-1', { sound: 'blocked', announced: [] });
    expect(presence.status('hall-1')).toEqual({
      ...{ grade: 'warning', reason: 'audio-blocked', heardAt: morning + 1_000, since: morning + 1_000 },
    });
    presence.report('hall-1', { sound: 'blocked', announced: [] });
    presence.report('hall-1', { sound: 'ready', announced: [] });
    expect(standing()).toBe('good answered');
    expect(told).toEqual(['hall-1 good answered', 'hall-1 warning audio-blocked', 'hall-1 good answered']);
  });
  it('one that is gone is absent, whatever its sound was', () => {
    const { presence, clock, standing } = watching();
    presence.set('hall-1', true);
    presence.report('hall-1', { sound: 'blocked', announced: [] });
    presence.set('hall-1', false);
    clock.pass(graceMs);
    expect(standing()).toBe('absent connection-lost');
    presence.set('hall-1', true);
    expect(standing()).toBe('warning audio-blocked');
  });
  it('is of nobody’s interest where it never came', () => {
    const { presence, told, announced } = watching();
    presence.report('hall-1', { sound: 'blocked', announced: [row(1)] });
    expect([presence.status('hall-1'), announced(), told]).toEqual([null, [], []]);
  });
});

describe('what a screen has announced', () => {
  const reporting = (log: AnnouncementLog = memoryLog()) => {
    const { presence, announced, failures } = watching(undefined, undefined, log);
    presence.set('hall-1', true);
    return {
      report: (...rows: Announced[]) => presence.report('hall-1', { sound: 'ready', announced: rows }),
      seqs: () => announced().map(({ callSeq }) => callSeq),
      ...{ announced, failures },
    };
  };
  it('is newest first', () => {
    const { report, seqs, announced } = reporting();
    report(row(1), row(2, { how: 'too-late' }));
    report(row(3));
    expect(seqs()).toEqual([3, 2, 1]);
    expect(announced()[1]).toEqual(row(2, { how: 'too-late' }));
  });
  it('is there once, also where the answer to a report was lost and it comes again with more', () => {
    const { report, seqs } = reporting();
    report(row(1), row(2), row(3));
    report(row(1), row(2), row(3));
    expect(seqs()).toEqual([3, 2, 1]);
    report(row(2), row(3), row(4));
    expect(seqs()).toEqual([4, 3, 2, 1]);
  });
  it('is there also where another journal is counted from the beginning', () => {
    const { report, seqs } = reporting();
    report(row(1), row(2));
    report(row(1, { at: morning + 86_400_000 }), row(2, { at: morning + 86_400_100 }));
    expect(seqs()).toEqual([2, 1, 2, 1]);
  });
  it('is there after a restart', async () => {
    const file = join(emptyFolder(), 'announced.ndjson');
    const { report } = reporting(fileLog(file, { synced: false }));
    report(row(1), row(2, { how: 'blocked' }));
    await expect.poll(() => fileLog(file).ended('hall-1')).toEqual([row(2, { how: 'blocked' }), row(1)]);
  });
  it('that cannot be written is told, and shown all the same', async () => {
    const log = memoryLog();
    const broken = {
      ...log,
      async add(made: AnnouncedRow) {
        await log.add(made);
        throw new Error('disk full');
      },
    };
    const { report, seqs, failures } = reporting(broken);
    report(row(1));
    await expect.poll(() => failures).toEqual(['Error: disk full']);
    expect(seqs()).toEqual([1]);
  });
  it('is bounded', () => {
    const { report, seqs } = reporting();
    for (let batch = 0; batch < 10; batch += 1)
      report(...Array.from({ length: 50 }, (_, index) => row(batch * 50 + index + 1)));
    expect(seqs()).toEqual(Array.from({ length: 200 }, (_, index) => 500 - index));
  });
});
