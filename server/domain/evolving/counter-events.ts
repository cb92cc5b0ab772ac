// What the events of a counter make of the state: who sits there, whether it rests, what it draws from today, the last step
// taken back, help called.
import type { CounterId } from '../../../protocol/ids.ts';
import type { Counter } from '../branch-state.ts';
import type { EventOf } from '../events.ts';
import {
  changeCounter,
  type Evolvers,
  leavingHands,
  type Owned,
  setCounter,
  setTicket,
  staffed,
} from './owned-state.ts';

type CounterEvents =
  | 'counter-opened'
  | 'counter-taken-over'
  | 'counter-closed'
  | 'counter-paused'
  | 'counter-resumed'
  | 'step-undone'
  | 'help-called'
  | 'help-ended'
  | 'work-profile-set'
  | 'counter-lent'
  | 'lending-ended'
  | 'intake-changed';

export const counterEvolvers: Evolvers<CounterEvents> = {
  'counter-opened': (state, { counterId, operatorId }, at) =>
    setCounter(state, {
      ...kept(state, counterId),
      ...{ id: counterId, status: 'open', operatorId, openedAt: at, ...working, ticketInHand: null },
      ...{ helpSince: null, lastStep: null },
    }),
  'counter-taken-over': (state, { counterId, operatorId }, at) => {
    const { ticketInHand } = staffed(state, counterId);
    const ticket = ticketInHand === null ? undefined : state.tickets.get(ticketInHand);
    if (ticket?.status === 'called' || ticket?.status === 'serving')
      setTicket(state, { ...ticket, operatorId });
    changeCounter(state, counterId, {
      ...{ operatorId, openedAt: at, status: 'open', ...working, helpSince: null, lastStep: null },
    });
  },
  'counter-closed': (state, { counterId }) => {
    setCounter(state, { ...kept(state, counterId), id: counterId, status: 'closed' });
    release(state, counterId);
  },
  'counter-paused': (state, { counterId, reason, backAt = null }, at) =>
    changeCounter(state, counterId, {
      ...{ status: 'paused', pauseReason: reason, pausedAt: at, backAt },
      // Who rests holds nobody: a step from before the pause is not taken back.
      lastStep: null,
    }),
  'counter-resumed': (state, { counterId }) =>
    changeCounter(state, counterId, { status: 'open', ...working }),
  'step-undone': undone,
  'help-called': (state, { counterId }, at) =>
    changeCounter(state, counterId, { helpSince: staffed(state, counterId).helpSince ?? at }),
  'help-ended': (state, { counterId }) => changeCounter(state, counterId, { helpSince: null }),
  'work-profile-set': (state, { counterId, profileId }) =>
    setCounter(state, { ...known(state, counterId), profileId }),
  'counter-lent': (state, { counterId, serviceId, whileWaitOverMinutes, until }) => {
    const counter = known(state, counterId);
    const others = counter.lendings.filter((each) => each.serviceId !== serviceId);
    setCounter(state, { ...counter, lendings: [...others, { serviceId, whileWaitOverMinutes, until }] });
  },
  'lending-ended': (state, { counterId, serviceId }) => {
    const counter = known(state, counterId);
    const lendings = counter.lendings.filter((each) => each.serviceId !== serviceId);
    setCounter(state, { ...counter, lendings });
  },
  'intake-changed': (state, { serviceId, open }) => {
    if (open) state.intakeStopped.delete(serviceId ?? 'all');
    else state.intakeStopped.add(serviceId ?? 'all');
  },
};

const working = { pauseReason: null, pausedAt: null, backAt: null } as const;

/** What a counter keeps over closing and opening on one day. */
function kept(state: Owned, id: CounterId) {
  const counter = state.counters.get(id);
  return {
    ...{ finishedToday: counter?.finishedToday ?? 0, lastFinished: counter?.lastFinished ?? null },
    ...{ priorityRun: counter?.priorityRun ?? 0 },
    ...{ profileId: counter?.profileId ?? null, lendings: counter?.lendings ?? [] },
  };
}

/** The counter, also where nobody has sat there yet today. */
function known(state: Owned, id: CounterId): Counter {
  return state.counters.get(id) ?? { id, status: 'closed', ...kept(state, id) };
}

/** Tickets kept for a counter that closes go back to their service's queue, so that nobody waits for ever. */
function release(state: Owned, counterId: CounterId): void {
  for (const ticket of state.tickets.values()) {
    if (ticket.status === 'waiting' && ticket.reservedFor === counterId)
      setTicket(state, { ...ticket, reservedFor: null });
  }
}

/** The ticket and the counter are as they were before the step. */
function undone(state: Owned, { counterId, ticketId }: EventOf<'step-undone'>): void {
  const { lastStep } = staffed(state, counterId);
  if (lastStep === null || lastStep.before.id !== ticketId)
    throw new Error(`journal: counter ${counterId} has no step to undo`);
  const { before, finishedToday, lastFinished } = lastStep;
  leavingHands(state, ticketId);
  setTicket(state, before);
  changeCounter(state, counterId, {
    ...{ ticketInHand: before.id, lastStep: null, finishedToday, lastFinished },
  });
}
