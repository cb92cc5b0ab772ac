// Times of day as the centre writes them, and which entry of a day applies at a moment, whatever the machine's own zone is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentAt, timeOfDay, timeOfDaySchema } from '../../protocol/time-of-day.ts';
import { clock } from '../support/domain-clock.ts';

const vietnam = 'Asia/Ho_Chi_Minh';
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const written = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

describe('a time of day', () => {
  it.each(['00:00', '07:30', '19:59', '23:59'])('may be %s', (time) => {
    expect(timeOfDaySchema.safeParse(time).success).toBe(true);
  });
  it.each(['24:00', '7:30', '12:60', '12:3', '12:30:00', ' 12:30', '12:30\n', ''])('is not %j', (time) => {
    expect(timeOfDaySchema.safeParse(time).success).toBe(false);
  });
  it('is that of the zone: midnight is 00:00, and a minute lasts to its end', () => {
    expect(timeOfDay(clock('00:00'), vietnam)).toBe('00:00');
    expect(timeOfDay(clock('00:00') - 1, vietnam)).toBe('23:59');
    expect(timeOfDay(clock('12:59:59') + 999, vietnam)).toBe('12:59');
    expect(timeOfDay(clock('07:00'), 'UTC')).toBe('00:00');
    expect(timeOfDay(clock('07:00'), 'Asia/Kathmandu')).toBe('05:45');
  });
  it('goes along with summer time where there is one', () => {
    const [before, after] = ['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z'].map((at) => Date.parse(at));
    expect([timeOfDay(before!, 'Europe/Berlin'), timeOfDay(after!, 'Europe/Berlin')]).toEqual([
      '01:59',
      '03:00',
    ]);
  });
  it('is always one that may be written', () => {
    fc.assert(
      fc.property(minutes, (minute) => {
        const time = timeOfDay(clock('00:00') + minute * 60_000, vietnam);
        expect(time).toBe(written(minute));
        expect(timeOfDaySchema.safeParse(time).success).toBe(true);
      }),
    );
  });
});

describe('the entry that applies', () => {
  const day = [
    { from: '13:30', percent: 100 },
    { from: '07:00', percent: 80 },
    { from: '11:30', percent: 0 },
  ];
  it.each([
    ['06:59', 100],
    ['07:00', 80],
    ['11:29', 80],
    ['11:30', 0],
    ['13:29', 0],
    ['13:30', 100],
    ['23:59', 100],
    ['00:00', 100],
  ])('at %s is %i percent', (time, percent) => {
    expect(percentAt(day, clock(time), vietnam)).toBe(percent);
  });
  it('is none where nothing is written', () => {
    expect(percentAt([], clock('09:00'), vietnam)).toBeNull();
  });
  it('is the only one, all day', () => {
    expect(percentAt([{ from: '12:00', percent: 0 }], clock('03:00'), vietnam)).toBe(0);
  });
  it('does not depend on the order in which they are written, and leaves that order alone', () => {
    const entries = fc.uniqueArray(fc.record({ from: minutes.map(written), percent: fc.nat(100) }), {
      selector: ({ from }) => from,
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(entries, minutes, (hours, minute) => {
        const at = clock(written(minute));
        const before = structuredClone(hours);
        const begun = hours.filter(({ from }) => from <= written(minute));
        const latest = (of: typeof hours) => of.reduce((a, b) => (a.from > b.from ? a : b));
        const wanted = latest(begun.length > 0 ? begun : hours).percent;
        expect(percentAt(hours, at, vietnam)).toBe(wanted);
        expect(percentAt([...hours].reverse(), at, vietnam)).toBe(wanted);
        expect(hours).toEqual(before);
      }),
    );
  });
});
