// What screens make of numbers and times before they write them: the hall's clock and date, spans of time, and the sentence
// why a ticket was called.
import { describe, expect, it } from 'vitest';
import { counterText, reasonSentence, runningText } from '../../counter-ui/counter/counter-text.ts';
import { clockText } from '../../display-ui/parts/hall-clock.ts';
import { displayText } from '../../display-ui/parts/words.tsx';
import { dateText, kioskText, timeText } from '../../kiosk-ui/kiosk/kiosk-text.ts';
import { clock } from '../support/domain-clock.ts';

const vietnam = 'Asia/Ho_Chi_Minh';
const times: [string, number, string, string, string][] = [
  ['in the morning', clock('08:05:59'), vietnam, '08:05', 'Thứ Hai, 23/11/2026'],
  ['after noon on the same dial', clock('17:30'), vietnam, '17:30', 'Thứ Hai, 23/11/2026'],
  ['at midnight as the beginning of the day', clock('00:00'), vietnam, '00:00', 'Thứ Hai, 23/11/2026'],
  ['a minute before midnight', clock('23:59'), vietnam, '23:59', 'Thứ Hai, 23/11/2026'],
  ['on the first of a year', clock('00:01', '2027-01-01'), vietnam, '00:01', 'Thứ Sáu, 01/01/2027'],
  ['on a leap day', clock('09:00', '2028-02-29'), vietnam, '09:00', 'Thứ Ba, 29/02/2028'],
  ['on a Sunday', clock('09:00', '2026-11-22'), vietnam, '09:00', 'Chủ Nhật, 22/11/2026'],
  ['elsewhere by the centre’s own zone', clock('03:00'), 'UTC', '20:00', 'Chủ Nhật, 22/11/2026'],
];

describe('the hall reads the time', () => {
  it.each(times)('%s', (_when, at, timeZone, time, date) => {
    const shown = clockText(at, timeZone);
    expect({ time: shown.time, date: `${shown.weekday}, ${shown.date}` }).toEqual({ time, date });
  });
  it.each(times)('%s, also at the kiosk', (_when, at, timeZone, time, date) => {
    expect(timeText(at, timeZone)).toBe(time);
    expect(dateText(at, timeZone)).toBe(date);
  });
});

describe('a span of time', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [1_000, '0:01'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [754_000, '12:34'],
    [3_600_000, '60:00'],
    [36_305_000, '605:05'],
  ])('of %i ms reads %s', (ms, text) => {
    expect(runningText(ms)).toBe(text);
  });
  it('is never less than nothing, though the clocks of two machines differ', () => {
    expect(runningText(-1)).toBe('0:00');
    expect(runningText(-90_000)).toBe('0:00');
  });
});

describe('why a ticket was called', () => {
  it('is said from what the policy gave', () => {
    const params = { number: 'A001', waitedMinutes: 5 };
    expect(reasonSentence({ code: 'first-come', params })).toBe('A001 đến sớm nhất: đã chờ 5 phút');
  });
  it.each([
    ['chosen', 'A001 được cán bộ chọn gọi'],
    ['resumed', 'A001 được gọi lại sau khi tạm gác'],
  ])('is said where it was %s', (code, sentence) => {
    expect(reasonSentence({ code, params: { number: 'A001' } })).toBe(sentence);
  });
  it('is left out where this page is older than the server', () => {
    expect(reasonSentence({ code: 'by-appointment', params: { number: 'A001' } })).toBe('');
  });
});

describe('each screen', () => {
  it('speaks both languages', () => {
    expect(counterText('vi', 'counter', { number: '7' })).toBe('Quầy 7');
    expect(counterText('en', 'counter', { number: '7' })).toBe('Counter 7');
    expect(displayText('en', 'toCounter')).toBe('Please go to counter');
    expect(kioskText('vi', 'estimate', { low: 5, high: 12 })).toBe('Dự kiến chờ 5–12 phút');
    expect(kioskText('en', 'estimate', { low: 5, high: 12 })).toBe('Expected wait 5–12 minutes');
  });
  it('without words of its own shows a guest’s language in English', () => {
    expect(kioskText('km', 'back')).toBe(kioskText('en', 'back'));
  });
});
