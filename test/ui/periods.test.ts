// The periods of reports, from a day on the office's own calendar: ends of months, quarters and years, leap years, and
// that no day is in two periods of a kind or in none.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Period, periods } from '../../counter-ui/office/periods.ts';

// East of Greenwich a day begins while it is still yesterday in UTC.
beforeAll(() => void vi.stubEnv('TZ', 'Asia/Ho_Chi_Minh'));
afterAll(() => void vi.unstubAllEnvs());

/** `2026-11-23`, or `2026-11-23 23:59:59`, by the clock on the office's wall. */
const local = (text: string) => new Date(`${text.replace(' ', 'T')}${text.length === 10 ? 'T12:00:00' : ''}`);
const dayMs = 86_400_000;
const dayAfter = (day: string) => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
const written = ({ from, to }: Period) => `${from} … ${to}`;
const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it('is tested where the day of the office is not that of UTC', () => {
  expect(local('2026-11-23 00:00:00').toISOString()).toBe('2026-11-22T17:00:00.000Z');
});

describe('this month', () => {
  it.each([
    ['2026-11-23', '2026-11-01 … 2026-11-30'],
    ['2026-01-01', '2026-01-01 … 2026-01-31'],
    ['2026-03-31', '2026-03-01 … 2026-03-31'],
    ['2026-04-01', '2026-04-01 … 2026-04-30'],
    ['2026-12-31', '2026-12-01 … 2026-12-31'],
    ['2026-02-10', '2026-02-01 … 2026-02-28'],
    ['2028-02-29', '2028-02-01 … 2028-02-29'],
    ['2100-02-28', '2100-02-01 … 2100-02-28'],
    ['2026-12-01 00:00:00', '2026-12-01 … 2026-12-31'],
    ['2026-11-30 23:59:59', '2026-11-01 … 2026-11-30'],
  ])('on %s is %s', (today, period) => {
    expect(written(periods.thisMonth(local(today)))).toBe(period);
  });
});

describe('last month', () => {
  it.each([
    ['2026-11-23', '2026-10-01 … 2026-10-31'],
    ['2026-01-15', '2025-12-01 … 2025-12-31'],
    ['2026-03-31', '2026-02-01 … 2026-02-28'],
    ['2028-03-31', '2028-02-01 … 2028-02-29'],
    ['2026-05-31', '2026-04-01 … 2026-04-30'],
    ['2026-07-01', '2026-06-01 … 2026-06-30'],
    ['2026-01-01 00:00:00', '2025-12-01 … 2025-12-31'],
    ['2026-12-31 23:59:59', '2026-11-01 … 2026-11-30'],
  ])('on %s is %s', (today, period) => {
    expect(written(periods.lastMonth(local(today)))).toBe(period);
  });
  it('ends the day before this month begins', () => {
    fc.assert(
      fc.property(days, (today) => {
        const [last, present] = [periods.lastMonth(local(today)), periods.thisMonth(local(today))];
        expect(dayAfter(last.to)).toBe(present.from);
        expect(last.from.endsWith('-01')).toBe(true);
      }),
    );
  });
});

describe('from the 16th to the 15th', () => {
  it.each([
    ['2021-02-15', '2021-01-16 … 2021-02-15'],
    ['2021-02-16', '2021-02-16 … 2021-03-15'],
    ['2026-01-15', '2025-12-16 … 2026-01-15'],
    ['2026-01-01', '2025-12-16 … 2026-01-15'],
    ['2025-12-16', '2025-12-16 … 2026-01-15'],
    ['2025-12-31', '2025-12-16 … 2026-01-15'],
    ['2026-03-31', '2026-03-16 … 2026-04-15'],
    ['2028-02-29', '2028-02-16 … 2028-03-15'],
    ['2026-04-16 00:00:00', '2026-04-16 … 2026-05-15'],
    ['2026-04-15 23:59:59', '2026-03-16 … 2026-04-15'],
  ])('on %s is %s', (today, period) => {
    expect(written(periods.sixteenth(local(today)))).toBe(period);
  });
});

describe.each(['thisMonth', 'sixteenth'] as const)('%s', (kind) => {
  it('is the one that today is in', () => {
    fc.assert(
      fc.property(days, (today) => {
        const { from, to } = periods[kind](local(today));
        expect([from, today, to].sort()).toEqual([from, today, to]);
      }),
    );
  });
  it('is followed by the next without a gap', () => {
    fc.assert(
      fc.property(days, (today) => {
        const { from, to } = periods[kind](local(today));
        expect(periods[kind](local(from))).toEqual({ from, to });
        expect(periods[kind](local(dayAfter(to))).from).toBe(dayAfter(to));
      }),
    );
  });
});
