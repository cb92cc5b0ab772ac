// Times as the fields of a form have them, there and back by the centre's clock, on a machine in whatever zone.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { epochOf, fieldOf } from '../../counter-ui/notices/local-time.ts';
import { clock } from '../support/domain-clock.ts';

const vietnam = 'Asia/Ho_Chi_Minh';
const ownZone = process.env.TZ;
afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

describe('a field', () => {
  it('is the centre’s time, whatever the machine’s zone', () => {
    for (const zone of ['UTC', 'America/New_York', vietnam]) {
      process.env.TZ = zone;
      expect(fieldOf(clock('09:30'), vietnam)).toBe('2026-11-23T09:30');
      expect(epochOf('2026-11-23T09:30', vietnam)).toBe(clock('09:30'));
    }
  });
  it('has midnight as 00:00 of the new day, and no seconds', () => {
    expect(fieldOf(clock('00:00'), vietnam)).toBe('2026-11-23T00:00');
    expect(fieldOf(clock('00:00') - 1, vietnam)).toBe('2026-11-22T23:59');
    expect(fieldOf(clock('09:30:59') + 999, vietnam)).toBe('2026-11-23T09:30');
  });
  it.each(['', 'soon', '2026-11-23', '2026-13-01T09:30', '2026-11-23T25:00'])(
    'that is %j is no time',
    (field) => {
      expect(epochOf(field, vietnam)).toBeNull();
    },
  );
});

describe('there and back', () => {
  const zones = [
    vietnam,
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ];
  const minute = fc
    .integer({ min: Date.parse('2020-01-01T00:00Z') / 60_000, max: Date.parse('2035-01-01T00:00Z') / 60_000 })
    .map((minutes) => minutes * 60_000);
  it('a moment of a centre in Vietnam is the same moment', () => {
    fc.assert(
      fc.property(minute, (at) => {
        expect(epochOf(fieldOf(at, vietnam), vietnam)).toBe(at);
      }),
    );
  });
  it('a field reads the same again in every zone, and is never later than it was', () => {
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (at, zone) => {
        const field = fieldOf(at, zone);
        const back = epochOf(field, zone) ?? Number.NaN;
        expect(fieldOf(back, zone)).toBe(field);
        expect(back).toBeLessThanOrEqual(at);
      }),
      { numRuns: 500 },
    );
  });
});

describe('where clocks are moved', () => {
  it.each([
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
  ])('in %s an hour that comes twice is the earlier one', (zone, field, earlier) => {
    expect(new Date(epochOf(field, zone) ?? 0).toISOString()).toBe(new Date(earlier).toISOString());
  });
  it.each([
    ['America/New_York', '2026-03-08T03:30', '2026-03-08T07:30:00Z'],
    ['America/New_York', '2026-03-08T01:30', '2026-03-08T06:30:00Z'],
    ['Europe/Berlin', '2026-03-29T03:30', '2026-03-29T01:30:00Z'],
    ['Europe/Berlin', '2026-03-29T01:30', '2026-03-29T00:30:00Z'],
  ])('in %s %s is right beside the hour that is left out', (zone, field, at) => {
    expect(epochOf(field, zone)).toBe(Date.parse(at));
  });
  it('an hour that never comes is an hour beside it', () => {
    const at = epochOf('2026-03-29T02:30', 'Europe/Berlin') ?? 0;
    expect(Math.abs(at - Date.parse('2026-03-29T01:00:00Z'))).toBeLessThanOrEqual(3_600_000);
  });
});
