// The floor as a whole over the journal in memory: time that goes back, the turn of the day with people in the hall, an
// edit of the set-up, listeners that fail, and a start from what the journal holds.
import { expect, test } from 'vitest';
import { createMemoryJournal } from '../../server/journal/memory-journal.ts';
import { manualClock } from '../support/manual-clock.ts';
import { morning, openFloor } from '../support/memory-floor.ts';

test('a clock set back neither turns the day back nor gives a number twice, and it is said', () => {
  const clock = manualClock(morning);
  const { floor, journal, take, said } = openFloor(clock);
  expect(take()).toMatchObject({ ok: true, result: { number: 'A001' } });
  clock.set(morning - 2 * 24 * 3_600_000);
  expect(take()).toMatchObject({ ok: true, result: { number: 'A002' } });
  expect(floor.state.businessDay).toBe('2026-11-20');
  const rows = [...journal.currentDay()];
  expect(rows.every((row, index) => index === 0 || row.at >= (rows[index - 1]?.at ?? 0))).toBe(true);
  expect(said.filter((message) => message.includes('clock is behind'))).toHaveLength(1);
});

test('the day turns at midnight of the centre, not of UTC, and nobody is left without a record', () => {
  const clock = manualClock(morning);
  const { floor, journal, act, take } = openFloor(clock, createMemoryJournal(), { alwaysOpen: true });
  act({ type: 'open-counter', counterId: 'c01' });
  for (let people = 0; people < 3; people += 1) take();
  act({ type: 'call-next', counterId: 'c01' });
  act({ type: 'start-service', counterId: 'c01' });
  const { callSeq } = floor.state;
  clock.set(Date.parse('2026-11-20T16:59:59Z'));
  expect(take()).toMatchObject({ result: { number: 'A004' } });
  clock.set(Date.parse('2026-11-20T17:00:00Z'));
  expect(take()).toMatchObject({ result: { number: 'A001' } });
  expect(floor.state.businessDay).toBe('2026-11-21');
  expect(floor.state.callSeq).toBe(callSeq);
  const ended = journal
    .rowsAfter(0, 100)
    .filter(
      ({ event }) =>
        event.type === 'ticket-cancelled' ||
        event.type === 'service-finished' ||
        event.type === 'counter-closed',
    );
  expect(ended.map(({ event, businessDay }) => [event.type, businessDay])).toEqual([
    ['service-finished', '2026-11-20'],
    ['ticket-cancelled', '2026-11-20'],
    ['ticket-cancelled', '2026-11-20'],
    ['ticket-cancelled', '2026-11-20'],
    ['counter-closed', '2026-11-20'],
  ]);
});

test('numbers are given in the centre’s sessions only', () => {
  const clock = manualClock(morning);
  const { floor, take } = openFloor(clock);
  expect(take().ok).toBe(true);
  clock.set(Date.parse('2026-11-20T03:45:00Z'));
  expect(take()).toMatchObject({ ok: false, refusal: { code: 'intake-closed' } });
  expect(floor.view<'kiosk'>({ view: 'kiosk' })?.intake).toEqual({
    open: false,
    opensAt: Date.parse('2026-11-20T06:00:00Z'),
    closesAt: null,
  });
});

test('a floor started from its journal is the floor that was', () => {
  const clock = manualClock(morning);
  const first = openFloor(clock);
  first.act({ type: 'open-counter', counterId: 'c01' });
  first.take();
  first.take();
  first.act({ type: 'call-next', counterId: 'c01' });
  const again = openFloor(clock, first.journal);
  expect(again.floor.state).toEqual(first.floor.state);
  expect(again.take()).toMatchObject({ result: { number: 'A003' } });
});

test('a listener that fails harms neither the command nor the other listeners', () => {
  const { floor, take, said } = openFloor(manualClock(morning));
  let heard = 0;
  floor.onChange(() => {
    throw new Error('a broken screen');
  });
  floor.onChange(() => {
    heard += 1;
  });
  expect(take().ok).toBe(true);
  expect(heard).toBe(1);
  expect(said).toContain('a listener of the floor failed');
});

test('views list the actions that the floor then accepts, and no others', () => {
  const { floor, act, take } = openFloor(manualClock(morning));
  const actions = () => floor.view<'counter'>({ view: 'counter', counterId: 'c01' as never })?.actions;
  expect(actions()).toEqual(['open']);
  act({ type: 'open-counter', counterId: 'c01' });
  expect(actions()).toEqual(['close', 'pause', 'call-help']);
  take();
  expect(actions()).toEqual(['close', 'pause', 'call-next', 'call', 'call-help']);
  act({ type: 'call-next', counterId: 'c01' });
  expect(actions()).toEqual(['recall', 'start', 'finish', 'call-help', 'no-show', 'park', 'transfer']);
  act({ type: 'start-service', counterId: 'c01' });
  expect(actions()).toEqual(['call-next', 'finish', 'continue', 'undo', 'call-help', 'park', 'transfer']);
  act({ type: 'call-help', counterId: 'c01' });
  expect(actions()).toEqual(['call-next', 'finish', 'continue', 'undo', 'end-help', 'park', 'transfer']);
  act({ type: 'end-help', counterId: 'c01' });
  act({ type: 'park-ticket', counterId: 'c01', reason: 'giấy tờ' });
  expect(actions()).toEqual(['close', 'pause', 'undo', 'call-help', 'resume-ticket']);
});
