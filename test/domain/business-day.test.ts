// The centre's calendar: the day turns at its own midnight and not at that of UTC, and numbers are given in its hours.
import { describe, expect, it } from 'vitest';
import { businessDayOf, intakeAt, localTime } from '../../server/domain/business-day.ts';
import { centre } from '../support/domain-centre.ts';
import { clock } from '../support/domain-clock.ts';

const vietnam = 'Asia/Ho_Chi_Minh';
const { hours } = centre();
const intake = (time: string, day?: string) => intakeAt(clock(time, day), hours, vietnam);
const open = (closesAt: number) => ({ open: true, opensAt: null, closesAt });
const closed = (opensAt: number | null) => ({ open: false, opensAt, closesAt: null });

describe('businessDayOf', () => {
  it('turns at midnight in Vietnam', () => {
    expect(businessDayOf(clock('23:59:59'), vietnam)).toBe('2026-11-23');
    expect(businessDayOf(clock('00:00', '2026-11-24'), vietnam)).toBe('2026-11-24');
  });
  it('does not turn at midnight UTC, which is 07:00 at the centre', () => {
    const midnight = Date.parse('2026-11-24T00:00:00Z');
    expect(businessDayOf(midnight - 1, vietnam)).toBe('2026-11-24');
    expect(businessDayOf(midnight, vietnam)).toBe('2026-11-24');
  });
  it.each([
    ['Pacific/Kiritimati', '2026-11-24'],
    ['Asia/Kathmandu', '2026-11-23'],
    ['UTC', '2026-11-23'],
    ['Pacific/Pago_Pago', '2026-11-22'],
  ])('says at one moment in %s that it is %s', (zone, day) => {
    expect(businessDayOf(Date.parse('2026-11-23T10:30:00Z'), zone)).toBe(day);
  });
  it('knows the turn of the year and the leap day', () => {
    expect(businessDayOf(Date.parse('2026-12-31T17:00:00Z'), vietnam)).toBe('2027-01-01');
    expect(businessDayOf(Date.parse('2028-02-28T17:00:00Z'), vietnam)).toBe('2028-02-29');
  });
});

describe('localTime', () => {
  it('counts minutes from midnight and weekdays from Monday', () => {
    expect(localTime(clock('00:00'), vietnam)).toEqual({ day: '2026-11-23', weekday: 1, minutes: 0 });
    expect(localTime(clock('23:59:59', '2026-11-29'), vietnam)).toEqual({
      ...{ day: '2026-11-29', weekday: 7, minutes: 23 * 60 + 59 },
    });
  });
  it('keeps the quarter hours of Nepal', () => {
    expect(localTime(Date.parse('2026-11-23T18:14:00Z'), 'Asia/Kathmandu').minutes).toBe(23 * 60 + 59);
    expect(localTime(Date.parse('2026-11-23T18:15:00Z'), 'Asia/Kathmandu')).toMatchObject({
      ...{ day: '2026-11-24', minutes: 0 },
    });
  });
});

describe('intakeAt', () => {
  it('opens with the session, on the minute', () => {
    expect(intake('07:29:59')).toEqual(closed(clock('07:30')));
    expect(intake('07:30')).toEqual(open(clock('11:00')));
  });
  it('stops before the session closes, by as much as the centre says', () => {
    expect(intake('10:59:59')).toEqual(open(clock('11:00')));
    expect(intake('11:00')).toEqual(closed(clock('13:30')));
  });
  it('is closed over lunch and opens again', () => {
    expect(intake('12:15')).toEqual(closed(clock('13:30')));
    expect(intake('13:30')).toEqual(open(clock('17:00')));
  });
  it('is closed from the evening to the next morning', () => {
    expect(intake('17:00')).toEqual(closed(clock('07:30', '2026-11-24')));
    expect(intake('23:59:59')).toEqual(closed(clock('07:30', '2026-11-24')));
    expect(intake('00:00', '2026-11-24')).toEqual(closed(clock('07:30', '2026-11-24')));
  });
  it('is closed from Friday evening to Monday morning', () => {
    const monday = clock('07:30', '2026-11-30');
    expect(intake('17:00', '2026-11-27')).toEqual(closed(monday));
    expect(intake('09:00', '2026-11-28')).toEqual(closed(monday));
    expect(intake('09:00', '2026-11-29')).toEqual(closed(monday));
  });
  it('is closed on a holiday and opens the day after', () => {
    expect(intake('09:00', '2026-11-25')).toEqual(closed(clock('07:30', '2026-11-26')));
    expect(intake('18:00', '2026-11-24')).toEqual(closed(clock('07:30', '2026-11-26')));
  });
  it('looks three weeks ahead and no further', () => {
    const tet = (days: number) => ({
      ...hours,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      holidays: Array.from({ length: days }, (_, index) => ({
        date: businessDayOf(clock('12:00') + index * 86_400_000, vietnam),
        name: { vi: 'Tết' },
      })),
    });
    expect(intakeAt(clock('09:00'), tet(20), vietnam)).toEqual(closed(clock('07:30', '2026-12-13')));
    expect(intakeAt(clock('09:00'), tet(21), vietnam)).toEqual(closed(null));
  });
  it('says exact times to whoever asks within a minute', () => {
    expect(intake('08:00:31').closesAt).toBe(clock('11:00'));
    expect(intake('12:00:31').opensAt).toBe(clock('13:30'));
  });

  const allWeek = { ...hours, weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
  it('keeps its hours in a far zone', () => {
    const at = Date.parse('2026-11-23T17:30:00Z'); // 07:30 on Tuesday in Kiritimati (UTC+14)
    expect(intakeAt(at, hours, 'Pacific/Kiritimati').open).toBe(true);
    expect(intakeAt(at - 1, hours, 'Pacific/Kiritimati')).toEqual(closed(at));
  });
  it.each([
    ['the evening before summer time', '2026-03-07T20:00:00-05:00', '2026-03-08T07:30:00-04:00'],
    ['the last half hour before a short day', '2026-03-07T23:30:00-05:00', '2026-03-08T07:30:00-04:00'],
    ['the small hours of the short day', '2026-03-08T01:00:00-05:00', '2026-03-08T07:30:00-04:00'],
    ['the evening before winter time', '2026-10-31T20:00:00-04:00', '2026-11-01T07:30:00-05:00'],
    ['the first half hour of the long day', '2026-11-01T00:30:00-04:00', '2026-11-01T07:30:00-05:00'],
  ])('opens on time where clocks change: %s', (_when, now, opensAt) => {
    expect(intakeAt(Date.parse(now), allWeek, 'America/New_York')).toEqual(closed(Date.parse(opensAt)));
  });
});
