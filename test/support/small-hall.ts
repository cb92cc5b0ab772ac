// The small test centre over the journal in memory with a clock that a test moves, and its people's acts in few words: for
// what screens are shown.
import type { Setup } from '../../protocol/setup-schema.ts';
import type { Subscription, ViewBodies, ViewName } from '../../protocol/socket-names.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';
import { centre } from './domain-centre.ts';
import { officerOf } from './domain-facts.ts';
import { by } from './given.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { kiosk, morning, openFloor } from './memory-floor.ts';

export type SmallHall = ReturnType<typeof smallHall>;

/** Begins on Friday at 09:00. */
export function smallHall(changes: Record<string, unknown> = {}, start = morning) {
  const clock: ManualClock = manualClock(start);
  const setup: Setup = centre(changes);
  const hall = openFloor(clock, undefined, { setup, alwaysOpen: true });
  const done = (executed: ReturnType<typeof hall.act>) => {
    if (!executed.ok) throw new Error('refusal' in executed ? executed.refusal.code : 'reused');
    return executed.result;
  };
  const take = (serviceId = 'chung-thuc', more: object = {}) => {
    const { ticketId, number } = done(hall.act({ type: 'issue-ticket', serviceId, ...more }, kiosk));
    return { id: String(ticketId), number: String(number) };
  };
  const at = (counterId: string, type: string, more: object = {}) =>
    done(hall.act({ type, counterId, ...more }, by.officer(officerOf(counterId))));
  const view = <V extends ViewName>(subscription: Extract<Subscription, { view: V }>): ViewBodies[V] => {
    const body = hall.floor.view<V>(subscription);
    if (body === null) throw new Error('there is no such view');
    return body;
  };
  return {
    ...{ clock, floor: hall.floor, take, at },
    minutes: (count: number) => clock.pass(count * 60_000),
    /** A command of a supervisor's. */
    steer: (command: object) => done(hall.act(command, by.supervisor)),
    counter: (id: string): CounterView => view<'counter'>({ view: 'counter', counterId: id as never }),
    supervisor: (): SupervisorView => view<'supervisor'>({ view: 'supervisor' }),
  };
}
