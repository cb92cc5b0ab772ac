// What is amiss on the floor and wants a supervisor: help called, somebody waits whom no counter serves, promises used up,
// a pause or a service that lasts too long, a called person who does not come, a counter with nothing to serve. Pure.
import type { FloorAlarm, WatchedCounter, WatchedQueue } from '../../../protocol/views/supervisor-view.ts';
import { isWaiting } from '../../domain/queue.ts';
import type { ViewInput } from './view-input.ts';

const minuteMs = 60_000;
/** A pause without a stated end, a service, and a call that nobody answers are looked into after so long. */
const longPauseMs = 20 * minuteMs;
const longServiceMs = 40 * minuteMs;
const notComingMs = 4 * minuteMs;
const none = { counterId: null, serviceId: null };

export function floorAlarms(
  input: ViewInput,
  { counters, queues }: { counters: readonly WatchedCounter[]; queues: readonly WatchedQueue[] },
): FloorAlarm[] {
  const found = [...counters.flatMap((each) => ofCounter(input, each)), ...ofQueues(input, queues)];
  return found.sort((a, b) => a.since - b.since);
}

function ofCounter({ at }: ViewInput, counter: WatchedCounter): FloorAlarm[] {
  const { id, number, status, ticket, helpSince, pausedAt, backAt, serviceIds, openedAt } = counter;
  const here = { ...none, counterId: id };
  const alarms: FloorAlarm[] = [];
  const tell = (code: FloorAlarm['code'], since: number, params: FloorAlarm['params'] = {}) =>
    alarms.push({ code, since, ...here, params: { counter: number, ...params } });
  if (helpSince !== null) tell('help', helpSince);
  const lateFrom = backAt ?? (pausedAt === null ? null : pausedAt + longPauseMs);
  if (status === 'paused' && lateFrom !== null && at > lateFrom) tell('paused-too-long', lateFrom);
  if (status === 'open' && serviceIds.length === 0) tell('nothing-to-serve', openedAt ?? at);
  if (ticket !== null) {
    const { startedAt, calledAt } = ticket;
    if (startedAt !== null && at - startedAt > longServiceMs)
      tell('long-service', startedAt + longServiceMs, { number: ticket.number });
    if (startedAt === null && at - calledAt > notComingMs)
      tell('not-coming', calledAt + notComingMs, { number: ticket.number });
  }
  return alarms;
}

function ofQueues({ state, rules, at }: ViewInput, queues: readonly WatchedQueue[]): FloorAlarm[] {
  /** Of those whom no counter is kept for: since when, and how many. */
  const unkept = new Map<string, { since: number; waiting: number }>();
  const over = new Map<string, number>();
  for (const ticket of state.tickets.values()) {
    if (!isWaiting(ticket)) continue;
    const { serviceId, joinedAt, reservedFor } = ticket;
    if (reservedFor === null) {
      const { since = joinedAt, waiting = 0 } = unkept.get(serviceId) ?? {};
      unkept.set(serviceId, { since: Math.min(since, joinedAt), waiting: waiting + 1 });
    }
    const { share, waitedMs, promisedMs } = rules.promises.used(ticket, at);
    if (share < 1) continue;
    const since = at - (waitedMs - promisedMs);
    over.set(serviceId, Math.min(over.get(serviceId) ?? since, since));
  }
  return queues.flatMap(({ serviceId, openCounters, overPromise }): FloorAlarm[] => {
    const [left, overSince] = [unkept.get(serviceId), over.get(serviceId)];
    const here = { ...none, serviceId };
    return [
      ...(left !== undefined && openCounters === 0
        ? [{ code: 'no-counter' as const, since: left.since, ...here, params: { waiting: left.waiting } }]
        : []),
      // Where no counter serves them that is the trouble to tell.
      ...(overSince !== undefined && openCounters > 0
        ? [{ code: 'over-promise' as const, since: overSince, ...here, params: { over: overPromise } }]
        : []),
    ];
  });
}
