// Midnight with people at the counters: whatever is pressed after it belongs to the new day, and nobody of the old one is
// left without a record.
import { expect, test } from 'vitest';
import { createMemoryJournal } from '../../server/journal/memory-journal.ts';
import { manualClock } from '../support/manual-clock.ts';
import { morning, openFloor } from '../support/memory-floor.ts';

const lastMinute = Date.parse('2026-11-20T16:59:00Z');
const nextDay = '2026-11-21';

/** At 23:59 one is being served, one waits, one is parked and help is called. */
function lateHall() {
  const clock = manualClock(morning);
  const hall = openFloor(clock, createMemoryJournal(), { alwaysOpen: true });
  clock.set(lastMinute);
  hall.act({ type: 'open-counter', counterId: 'c01' });
  for (let people = 0; people < 3; people += 1) hall.take();
  hall.act({ type: 'call-next', counterId: 'c01' });
  hall.act({ type: 'park-ticket', counterId: 'c01', reason: 'giấy tờ', forMinutes: 60 });
  hall.act({ type: 'call-next', counterId: 'c01' });
  hall.act({ type: 'start-service', counterId: 'c01' });
  hall.act({ type: 'call-help', counterId: 'c01' });
  return { clock, ...hall };
}

test.each([
  ['finish', { type: 'finish-service', counterId: 'c01' }],
  ['undo', { type: 'undo-step', counterId: 'c01' }],
  ['another service', { type: 'continue-service', counterId: 'c01', serviceId: 'chung-thuc' }],
  ['next', { type: 'call-next', counterId: 'c01' }],
  ['end of help', { type: 'end-help', counterId: 'c01' }],
])('%s pressed a second after midnight finds the new day', (_what, command) => {
  const { clock, floor, act, take, journal } = lateHall();
  clock.pass(61_000);
  const code = command.type === 'end-help' ? 'no-help-called' : 'counter-not-open';
  expect(act(command)).toMatchObject({ ok: false, refusal: { code } });
  expect(floor.state).toMatchObject({ businessDay: nextDay });
  expect([floor.state.tickets.size, floor.state.counters.size]).toEqual([0, 0]);
  const rows = journal.rowsAfter(0, 100);
  const ended = rows.filter(({ event }) => 'cause' in event && event.cause === 'day-ended');
  expect(ended.map(({ event, businessDay }) => [event.type, businessDay])).toEqual([
    ['ticket-cancelled', '2026-11-20'],
    ['service-finished', '2026-11-20'],
    ['ticket-cancelled', '2026-11-20'],
    ['counter-closed', '2026-11-20'],
  ]);
  expect(take()).toMatchObject({ ok: true, result: { number: 'A001' } });
});

test('what the supervisor settled for the day ends with it', () => {
  const { clock, floor, act, take } = lateHall();
  const supervisor = { kind: 'staff', id: 'giamsat', mayActAnywhere: true } as never;
  const other = floor.rules.setup.services[1]?.id;
  act({ type: 'set-intake', serviceId: null, open: false }, supervisor);
  act(
    { type: 'lend-counter', counterId: 'c01', serviceId: other, whileWaitOverMinutes: null, until: null },
    supervisor,
  );
  act(
    { type: 'set-work-profile', counterId: 'c01', profileId: floor.rules.setup.profiles[1]?.id },
    supervisor,
  );
  expect(take()).toMatchObject({ refusal: { code: 'intake-stopped' } });
  clock.pass(61_000);
  expect(take()).toMatchObject({ ok: true });
  act({ type: 'open-counter', counterId: 'c01' });
  expect(floor.state.counters.get('c01' as never)).toMatchObject({
    profileId: null,
    lendings: [],
    helpSince: null,
  });
});

test('a day that began in the middle of an undo’s ten seconds takes nothing back', () => {
  const { clock, act, journal } = lateHall();
  clock.set(Date.parse('2026-11-20T16:59:58Z'));
  expect(act({ type: 'finish-service', counterId: 'c01' }).ok).toBe(true);
  clock.pass(4_000);
  expect(act({ type: 'undo-step', counterId: 'c01' })).toMatchObject({
    refusal: { code: 'counter-not-open' },
  });
  expect(journal.rowsAfter(0, 100).some(({ event }) => event.type === 'step-undone')).toBe(false);
});
