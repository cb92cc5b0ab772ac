// What boards show besides calls, at a time and in a zone: announcements, pictures and videos with their hours, and how loud
// calls are. What is limited in time comes and goes by the clock alone, with nothing happening on the floor.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnouncementId, FileId, ZoneId } from '../../protocol/ids.ts';
import {
  type Announcement,
  type KeptFile,
  type Notices,
  noNotices,
  type Showing,
  showingSchema,
} from '../../protocol/notices.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import { isShownAt } from '../../server/application/views/notices-shown.ts';
import { sample } from '../setup/setup-folder.ts';
import { clock } from '../support/domain-clock.ts';
import { manualClock } from '../support/manual-clock.ts';
import { openFloor } from '../support/memory-floor.ts';

const province = sample('soc-trang');
const vietnam = 'Asia/Ho_Chi_Minh';

function announcement(id: string, change: Partial<Announcement> = {}): Announcement {
  return {
    ...{ id: id as AnnouncementId, text: { vi: id }, zoneId: null, from: null, to: null },
    ...{ writtenAt: 1, writtenBy: 'x' },
    ...change,
  };
}
function file(id: string, showing: Partial<Showing> = {}, kind: KeptFile['kind'] = 'picture'): KeptFile {
  return {
    ...{ id: id as FileId, kind, contentType: 'image/png', name: id, bytes: 1, keptAt: 1 },
    showing: showingSchema.parse({ shown: true, ...showing }),
  };
}
function hallWith(notices: Partial<Notices>, speech: Partial<typeof province.speech> = {}) {
  const time = manualClock(clock('08:00'));
  const setup = { ...province, speech: { ...province.speech, ...speech } };
  const { floor } = openFloor(time, undefined, { setup, notices: () => ({ ...noNotices, ...notices }) });
  const view = (zoneId?: string): HallView => {
    const shown = floor.view<'hall'>({
      view: 'hall',
      ...(zoneId === undefined ? {} : { zoneId: zoneId as never }),
    });
    if (shown === null) throw new Error('there is no such board');
    return shown;
  };
  return {
    ...{ time, floor, view },
    announced: (zoneId?: string) => view(zoneId).announcements.map(({ id }) => id),
    shown: (zoneId?: string) => view(zoneId).media.map(({ id }) => id),
    percents: (zoneId?: string) => view(zoneId).sound.percents,
  };
}
const zone = (id: string) => ({ zoneId: id as ZoneId });

describe('an announcement', () => {
  it('comes and goes with the minute, and nothing has happened', () => {
    const from = clock('09:00');
    const hall = hallWith({ announcements: [announcement('a', { from, to: clock('10:00') })] });
    const before = hall.floor.state.seq;
    const at = (moment: number) => {
      hall.time.set(moment);
      return hall.announced();
    };
    expect([at(from - 1), at(from), at(clock('10:00') - 1), at(clock('10:00'))]).toEqual([
      [],
      ['a'],
      ['a'],
      [],
    ]);
    expect(hall.floor.state.seq).toBe(before);
  });
  it.each<[string, Partial<Announcement>, boolean]>([
    ['without bounds', {}, true],
    ['that has begun', { from: clock('07:59') }, true],
    ['that is to come', { from: clock('08:01') }, false],
    ['that has an end', { to: clock('08:01') }, true],
    ['that is over', { to: clock('08:00') }, false],
  ])('%s', (_what, bounds, isShown) => {
    expect(hallWith({ announcements: [announcement('a', bounds)] }).announced()).toEqual(
      isShown ? ['a'] : [],
    );
  });
  it('is for everybody or for one zone; a board of all shows all, in the order they were written', () => {
    const announcements = [
      announcement('b', zone('khu-b')),
      announcement('all'),
      announcement('a', zone('khu-a')),
    ];
    const hall = hallWith({ announcements });
    expect([hall.announced(), hall.announced('khu-a'), hall.announced('khu-b')]).toEqual([
      ['b', 'all', 'a'],
      ['all', 'a'],
      ['b', 'all'],
    ]);
  });
  it('says to boards what is written and nothing of who wrote it', () => {
    const { announcements } = hallWith({
      announcements: [announcement('a', { text: { vi: '<b>Nghỉ</b>', en: 'Closed' } })],
    }).view();
    expect(announcements).toEqual([{ id: 'a', text: { vi: '<b>Nghỉ</b>', en: 'Closed' } }]);
  });
  it('is on the status television too', () => {
    const { floor } = hallWith({ announcements: [announcement('a', zone('khu-b'))] });
    expect(floor.view<'status'>({ view: 'status' })?.announcements).toEqual([{ id: 'a', text: { vi: 'a' } }]);
  });
});

describe('a picture or video', () => {
  it('is given with where it is fetched, in its order and its zone', () => {
    const files = [
      file('film', { zoneId: 'khu-b' as ZoneId }, 'video'),
      file('hidden', { shown: false }),
      file('map', { seconds: 30 }),
    ];
    const hall = hallWith({ files });
    expect(hall.view().media).toEqual([
      { id: 'film', kind: 'video', url: '/files/film', seconds: 12 },
      { id: 'map', kind: 'picture', url: '/files/map', seconds: 30 },
    ]);
    expect([hall.shown('khu-a'), hall.shown('khu-b')]).toEqual([['map'], ['film', 'map']]);
  });
  it('comes and goes with its hours', () => {
    const hall = hallWith({ files: [file('map', { hours: { from: '09:00', to: '10:00' } })] });
    const shown = ['08:59:59', '09:00', '09:59:59', '10:00'].map((time) => {
      hall.time.set(clock(time));
      return hall.shown().length;
    });
    expect(shown).toEqual([0, 1, 1, 0]);
  });
  const showing = (change: Partial<Showing>) => showingSchema.parse({ shown: true, ...change });
  it.each<[string, Partial<Showing>, string, string, boolean]>([
    ['from its first day', { fromDay: '2026-11-23' as never }, '2026-11-23', '00:00', true],
    ['not the day before', { fromDay: '2026-11-23' as never }, '2026-11-22', '23:59', false],
    ['to its last day', { toDay: '2026-11-23' as never }, '2026-11-23', '23:59', true],
    ['not the day after', { toDay: '2026-11-23' as never }, '2026-11-24', '00:00', false],
    ['on its weekday', { weekdays: [1] }, '2026-11-23', '00:00', true],
    ['a Sunday is day 7', { weekdays: [7] }, '2026-11-22', '12:00', true],
    ['not on another', { weekdays: [2, 3, 4, 5, 6, 7] }, '2026-11-23', '12:00', false],
    ['not where it is not shown', { shown: false }, '2026-11-23', '12:00', false],
  ])('is shown %s', (_what, change, day, time, isShown) => {
    expect(isShownAt(showing(change), clock(time, day), vietnam)).toBe(isShown);
  });
  it('is by the centre’s day and hour, whatever the world’s', () => {
    const early = showing({ fromDay: '2026-11-23' as never, hours: { from: '00:00', to: '01:00' } });
    expect(isShownAt(early, Date.parse('2026-11-22T17:30:00Z'), vietnam)).toBe(true);
    expect(isShownAt(early, Date.parse('2026-11-22T17:30:00Z'), 'UTC')).toBe(false);
  });
});

describe('how loud calls are', () => {
  const volume = [
    { from: '07:00', percent: 100 },
    { from: '11:30', percent: 60 },
  ];
  it('is full where nothing is written', () => {
    expect(hallWith({}, { volume: [] }).percents()).toEqual({ 'khu-a': 100, 'khu-b': 100 });
  });
  it('is by the hour and by the zone, and changes by the clock', () => {
    const hall = hallWith({}, { volume, zoneVolume: [{ ...zone('khu-b'), percent: 50 }] });
    expect(hall.percents()).toEqual({ 'khu-a': 100, 'khu-b': 50 });
    hall.time.set(clock('11:30'));
    expect(hall.percents()).toEqual({ 'khu-a': 60, 'khu-b': 30 });
    expect(hall.percents('khu-b')).toEqual({ 'khu-b': 30 });
  });
  it('is nothing in a zone that is muted, and the other zone is heard', () => {
    const hall = hallWith({ mutedZones: ['khu-a' as ZoneId] }, { volume });
    expect(hall.percents()).toEqual({ 'khu-a': 0, 'khu-b': 100 });
  });
  it('is never beyond full, and silent only where somebody has written 0', () => {
    const percent = fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 100 }));
    fc.assert(
      fc.property(percent, percent, (hour, ofZone) => {
        const heard = hallWith(
          {},
          {
            volume: [{ from: '00:00', percent: hour }],
            zoneVolume: [{ ...zone('khu-a'), percent: ofZone }],
          },
        ).percents()['khu-a'];
        expect(heard).toBeGreaterThanOrEqual(0);
        expect(heard).toBeLessThanOrEqual(Math.min(hour, ofZone));
        expect(heard === 0).toBe(hour === 0 || ofZone === 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what screens hear of the sequence', () => {
  it('is in milliseconds what the set-up has in seconds', () => {
    const { sound } = hallWith({}, { announcedForSeconds: 45, spokenForSeconds: 90 }).view();
    expect(sound).toMatchObject({ on: true, announcedForMs: 45_000, spokenForMs: 90_000 });
  });
});
