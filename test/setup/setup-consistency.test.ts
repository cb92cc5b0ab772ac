// Each fault that one field cannot show is found in an otherwise faultless set-up, at the field that has to change.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setupFaults, setupWarnings } from '../../protocol/setup-consistency.ts';
import type { SeriesSetup, Setup } from '../../protocol/setup-schema.ts';
import { sample } from './setup-folder.ts';

type Edit = (setup: Setup) => void;

function edited(edit: Edit): Setup {
  const setup = structuredClone(sample());
  edit(setup);
  return setup;
}
const faultPaths = (edit: Edit) => setupFaults(edited(edit)).map((each) => each.path);
const warningPaths = (edit: Edit) => setupWarnings(edited(edit)).map((each) => each.path);
const nobody = 'x9' as never;
const series = (prefix: string, digits: number, from: number, to: number): SeriesSetup => ({
  id: `${prefix}/${digits}/${from}` as never,
  ...{ prefix, digits, from, to },
});
/** Every text that a series prints. */
function printed({ prefix, digits, from, to }: SeriesSetup): string[] {
  return Array.from(
    { length: Math.max(0, to - from + 1) },
    (_, i) => prefix + `${from + i}`.padStart(digits, '0'),
  );
}

describe('references to what is not there', () => {
  it.each<[string, Edit]>([
    ['services.1.departmentId', (s) => (s.services[1]!.departmentId = nobody)],
    ['services.3.seriesId', (s) => (s.services[3]!.seriesId = nobody)],
    ['profiles.0.serviceIds.2', (s) => s.profiles[0]!.serviceIds.push(nobody)],
    ['counters.2.zoneId', (s) => (s.counters[2]!.zoneId = nobody)],
    ['counters.2.profileId', (s) => (s.counters[2]!.profileId = nobody)],
    ['devices.boards.0.counterId', (s) => (s.devices.boards[0]!.counterId = nobody)],
    ['devices.screens.0.counterId', (s) => s.devices.screens.push(screen({ counterId: nobody }))],
    ['devices.screens.0.zoneId', (s) => s.devices.screens.push(screen({ zoneId: nobody }))],
    ['ratingForms.0.formId', (s) => (s.ratingForms[0]!.formId = nobody)],
  ])('%s', (path, edit) => {
    expect(faultPaths(edit)).toEqual([path]);
  });

  it('says what is missing', () => {
    expect(setupFaults(edited((s) => (s.services[3]!.seriesId = 'X9' as never)))).toEqual([
      { path: 'services.3.seriesId', message: 'no number series "X9" is defined' },
    ]);
  });
});

describe('what stands twice', () => {
  it.each<[string, Edit]>([
    ['departments.4.id', (s) => s.departments.push({ ...s.departments[0]! })],
    ['services.6.id', (s) => s.services.push({ ...s.services[0]! })],
    ['zones.1.id', (s) => s.zones.push({ ...s.zones[0]! })],
    ['profiles.3.id', (s) => s.profiles.push({ ...s.profiles[0]! })],
    ['counters.4.id', (s) => s.counters.push({ ...s.counters[0]!, number: '5' })],
    ['counters.1.number', (s) => (s.counters[1]!.number = '1')],
    ['priorityClasses.4.id', (s) => s.priorityClasses.push({ ...s.priorityClasses[0]! })],
    ['pauseReasons.5.id', (s) => s.pauseReasons.push({ ...s.pauseReasons[0]! })],
    ['ratingForms.1.from', (s) => s.ratingForms.push({ ...s.ratingForms[0]! })],
    ['staff.7.username', (s) => s.staff.push({ ...s.staff[0]! })],
    [
      'devices.printers.1.id',
      (s) => s.devices.printers.push({ ...s.devices.printers[0]!, address: 'tcp://10.0.0.9:9100' }),
    ],
    ['devices.boards.1.id', (s) => (s.devices.boards[1]!.id = s.devices.boards[0]!.id)],
    ['devices.boards.1.unitId', (s) => (s.devices.boards[1]!.unitId = 1)],
    ['devices.boards.2.frame', (s) => (s.devices.boards[2]!.protocol = 'described')],
  ])('%s', (path, edit) => {
    expect(faultPaths(edit)).toEqual([path]);
  });

  it('counts a counter 01 as counter 1, because it is spoken so', () => {
    expect(faultPaths((s) => (s.counters[1]!.number = '01'))).toEqual(['counters.1.number']);
    expect(faultPaths((s) => (s.counters[1]!.number = '10'))).toEqual([]);
  });

  it('gives a board and a printer different ids', () => {
    expect(faultPaths((s) => (s.devices.boards[2]!.id = 'printer-1' as never))).toEqual([
      'devices.boards.2.id',
    ]);
  });

  it('leaves the same unit on two lines alone', () => {
    expect(
      faultPaths((s) => Object.assign(s.devices.boards[1]!, { unitId: 1, address: 'tcp://10.0.0.9:502' })),
    ).toEqual([]);
  });
});

describe('number series', () => {
  it.each<[string, SeriesSetup]>([
    ['series.5', { ...series('A', 3, 500, 600), id: 'other' as never }],
    ['series.5', series('A1', 2, 0, 9)],
    ['series.5.to', series('Z', 3, 10, 9)],
    ['series.5.to', series('Z', 2, 1, 100)],
  ])('%s is a fault of %j', (path, each) => {
    expect(faultPaths((s) => s.series.push(each))).toEqual([path]);
  });

  it('lets two series share a prefix as far as their ranges do not touch', () => {
    const with10To20 = (from: number, to: number) =>
      faultPaths((s) => s.series.push(series('Z', 3, 10, 20), series('Z', 3, from, to)));
    expect(with10To20(1, 9)).toEqual([]);
    expect(with10To20(21, 30)).toEqual([]);
    expect(with10To20(1, 10)).toEqual(['series.6']);
    expect(with10To20(20, 30)).toEqual(['series.6']);
  });

  it('names the series that is clashed with', () => {
    const [fault] = setupFaults(edited((s) => s.series.push(series('A', 3, 500, 600))));
    expect(fault?.message).toContain('"A"');
  });

  it('finds a clash exactly where two series print the same text', () => {
    const anySeries = fc
      .record({
        prefix: fc.constantFrom('', '1', 'A', '10', 'A1', '1A', '0A', '01'),
        digits: fc.integer({ min: 1, max: 4 }),
        ends: fc.tuple(fc.nat(9999), fc.nat(9999)),
      })
      .map(({ prefix, digits, ends }) => {
        const within = ends.map((end) => end % 10 ** digits).sort((a, b) => a - b);
        return series(prefix, digits, within[0]!, Math.max(1, within[1]!));
      });
    fc.assert(
      fc.property(anySeries, anySeries, (a, b) => {
        const texts = new Set(printed(a));
        const clash = printed(b).some((text) => texts.has(text));
        const pair = [
          { ...a, id: 'a' as never },
          { ...b, id: 'b' as never },
        ];
        const found = faultPaths((s) => (s.series = pair)).includes('series.1');
        expect(found).toBe(clash);
      }),
      { numRuns: 500 },
    );
  });
});

describe('sessions', () => {
  it.each<[string, Edit]>([
    ['hours.sessions.0.closes', (s) => (s.hours.sessions[0]!.closes = '06:00')],
    ['hours.sessions.0.closes', (s) => (s.hours.sessions[0]!.closes = s.hours.sessions[0]!.opens)],
    ['hours.sessions.1.opens', (s) => (s.hours.sessions[1]!.opens = '10:59')],
    [
      'hours.sessions.0.intakeStopsBeforeMinutes',
      (s) => (s.hours.sessions[0]!.intakeStopsBeforeMinutes = 240),
    ],
  ])('%s', (path, edit) => {
    expect(faultPaths(edit)).toEqual([path]);
  });

  it('may follow one another without a break', () => {
    expect(faultPaths((s) => (s.hours.sessions[1]!.opens = s.hours.sessions[0]!.closes))).toEqual([]);
  });
});

it('wants a technician among the staff', () => {
  expect(faultPaths((s) => (s.staff[0]!.roles = ['supervisor']))).toEqual(['staff']);
});

describe('what is only warned of', () => {
  it.each<[string, Edit]>([
    ['services.2', (s) => (s.profiles[1]!.serviceIds = [])],
    ['devices.printers.0.kioskIds.0', (s) => s.devices.printers[0]!.kioskIds.push('kiosk-9' as never)],
    ['staff', (s) => (s.staff[0]!.password = null)],
  ])('%s', (path, edit) => {
    expect(warningPaths(edit)).toEqual([path]);
    expect(faultPaths(edit)).toEqual([]);
  });

  it('counts a profile that no counter has as serving nothing', () => {
    expect(warningPaths((s) => (s.counters = s.counters.slice(0, 2)))).toEqual([
      'services.2',
      'services.3',
      'services.4',
      'services.5',
    ]);
  });
});

function screen(part: { counterId?: never; zoneId?: never }): Setup['devices']['screens'][number] {
  return {
    ...{ id: 'kiosk-1' as never, kind: 'kiosk', name: 'Kiosk', tokenHash: 'a'.repeat(64) },
    ...{ counterId: null, zoneId: null, sound: true, arrows: {}, ...part },
  };
}
