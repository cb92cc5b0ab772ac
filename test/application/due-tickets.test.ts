// Parked tickets come back by themselves: on time, once, over a restart, some at a time, and after a journal that could not
// be written can be again.
import { expect, test } from 'vitest';
import { followDueTickets } from '../../server/application/due-tickets.ts';
import { createMemoryJournal, type MemoryJournal } from '../../server/journal/memory-journal.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { kiosk, morning, openFloor } from '../support/memory-floor.ts';

const minuteMs = 60_000;
type Hall = ReturnType<typeof openFloor>;

function watched(clock: ManualClock, journal?: MemoryJournal) {
  const hall = openFloor(clock, journal, { alwaysOpen: true });
  const warned: string[] = [];
  const stop = followDueTickets({ floor: hall.floor, clock, log: (_level, message) => warned.push(message) });
  return { ...hall, warned, stop };
}
function parkedFor(hall: Hall, forMinutes: number | null): string {
  const taken = hall.take();
  if (!taken.ok) throw new Error('no number was given');
  const { ticketId } = taken.result;
  if (!hall.floor.state.counters.has('c01' as never)) hall.act({ type: 'open-counter', counterId: 'c01' });
  hall.act({ type: 'call-ticket', counterId: 'c01', ticketId });
  hall.act({
    ...{ type: 'park-ticket', counterId: 'c01', reason: 'giấy tờ' },
    ...(forMinutes === null ? {} : { forMinutes }),
  });
  return String(ticketId);
}
const statusOf = ({ floor }: Hall, id: string) => floor.state.tickets.get(id as never)?.status;
const resumed = ({ journal }: Hall) =>
  journal.rowsAfter(0, 10_000).filter(({ event }) => event.type === 'ticket-resumed');

test('a parked ticket is next at its counter once its time has come, and not a second before', () => {
  const clock = manualClock(morning);
  const hall = watched(clock);
  const id = parkedFor(hall, 15);
  clock.pass(15 * minuteMs - 1);
  expect(statusOf(hall, id)).toBe('parked');
  clock.pass(1_000);
  expect(hall.floor.state.tickets.get(id as never)).toMatchObject({
    ...{ status: 'waiting', reservedFor: 'c01', turnsToWait: 0 },
  });
  expect(resumed(hall)).toMatchObject([
    { actor: 'system:clock', commandId: `due-${id}-${morning + 15 * minuteMs}` },
  ]);
  clock.pass(minuteMs);
  expect(resumed(hall)).toHaveLength(1);
});

test('one that somebody must take up stays, and one that was taken up earlier does not come twice', () => {
  const clock = manualClock(morning);
  const hall = watched(clock);
  const kept = parkedFor(hall, null);
  const early = parkedFor(hall, 5);
  hall.act({ type: 'resume-ticket', counterId: 'c01', ticketId: early });
  hall.act({ type: 'park-ticket', counterId: 'c01', reason: 'giấy tờ', forMinutes: 30 });
  clock.pass(10 * minuteMs);
  expect([statusOf(hall, kept), statusOf(hall, early)]).toEqual(['parked', 'parked']);
  clock.pass(20 * minuteMs);
  expect([statusOf(hall, kept), statusOf(hall, early)]).toEqual(['parked', 'waiting']);
});

test('after a restart what has fallen due comes at the first look, and nothing comes again', () => {
  const clock = manualClock(morning);
  const before = watched(clock);
  const [first, second] = [parkedFor(before, 5), parkedFor(before, 20)];
  clock.pass(6 * minuteMs);
  before.stop();
  clock.pass(30 * minuteMs);
  expect(resumed(before)).toHaveLength(1);
  const after = watched(clock, before.journal);
  expect([statusOf(after, first), statusOf(after, second)]).toEqual(['waiting', 'parked']);
  clock.pass(1_000);
  expect(statusOf(after, second)).toBe('waiting');
  clock.pass(minuteMs);
  expect(resumed(after)).toHaveLength(2);
});

test('two watchers, as over a restart that overlaps, give one event', () => {
  const clock = manualClock(morning);
  const hall = watched(clock);
  followDueTickets({ floor: hall.floor, clock, log: () => {} });
  parkedFor(hall, 1);
  clock.pass(2 * minuteMs);
  expect(resumed(hall)).toHaveLength(1);
});

test('at most fifty come at one look, the longest due first', () => {
  const clock = manualClock(morning);
  const hall = watched(clock);
  const ids = Array.from({ length: 120 }, () => {
    clock.pass(10);
    return parkedFor(hall, 1);
  });
  const waiting = () => ids.filter((id) => statusOf(hall, id) === 'waiting');
  hall.journal.full = true;
  clock.pass(2 * minuteMs);
  hall.journal.full = false;
  expect(waiting()).toEqual([]);
  const counts: number[] = [];
  for (let looks = 0; looks < 13; looks += 1) {
    clock.pass(1_000);
    counts.push(waiting().length);
  }
  expect([...new Set(counts)]).toEqual([0, 50, 100, 120]);
  expect(resumed(hall).map(({ event }) => 'ticketId' in event && event.ticketId)).toEqual(ids);
});

test('a journal that cannot be written is asked less often, and nobody is forgotten', () => {
  const clock = manualClock(morning);
  const journal = createMemoryJournal();
  const hall = watched(clock, journal);
  const id = parkedFor(hall, 1);
  clock.pass(minuteMs - 500);
  journal.full = true;
  for (let second = 0; second < 30; second += 1) clock.pass(1_000);
  expect(statusOf(hall, id)).toBe('parked');
  expect(hall.warned).toHaveLength(3);
  journal.full = false;
  for (let second = 0; second < 10; second += 1) clock.pass(1_000);
  expect(statusOf(hall, id)).toBe('waiting');
});

test('one whose time lies beyond midnight has gone home with everybody else', () => {
  const clock = manualClock(Date.parse('2026-11-20T16:55:00Z'));
  const hall = watched(clock);
  const id = parkedFor(hall, 10);
  clock.pass(10 * minuteMs + 1_000);
  expect(hall.floor.state.businessDay).toBe('2026-11-21');
  expect(statusOf(hall, id)).toBeUndefined();
  expect(resumed(hall)).toEqual([]);
  clock.pass(minuteMs);
  expect(hall.act({ type: 'issue-ticket', serviceId: 'chung-thuc' }, kiosk).ok).toBe(true);
  expect(hall.warned).toEqual([]);
});
