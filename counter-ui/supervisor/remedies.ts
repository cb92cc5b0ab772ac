// What one click does about an alarm or an advice: a command, or the counter where there is more to choose. Pure: the same
// floor gives the same remedy.
import type { Command } from '../../protocol/commands.ts';
import type { CounterId, ServiceId } from '../../protocol/ids.ts';
import type {
  AdviceView,
  FloorAlarm,
  SupervisorView,
  WatchedCounter,
} from '../../protocol/views/supervisor-view.ts';
import type { Word } from './supervisor-text.ts';

type Named = { readonly word: Word; readonly params: Readonly<Record<string, string | number>> };
export type Remedy =
  | (Named & { readonly command: Command })
  /** The counter's panel, where there is something to choose. */
  | (Named & { readonly show: CounterId });

const minuteMs = 60_000;
const lentForMs = 30 * minuteMs;
const wholeMs = 5 * minuteMs;

/** `now`: epoch ms; null where nothing on this page would help. */
export function remedyOf(alarm: FloorAlarm, view: SupervisorView, now: number): Remedy | null {
  const { code, counterId, serviceId } = alarm;
  if (serviceId !== null) return serviceRemedy(serviceId, view, now);
  const counter = view.counters.find(({ id }) => id === counterId);
  if (counter === undefined) return null;
  const { id, number, ticket, ownProfile } = counter;
  const look: Remedy = { word: 'remedyShow', params: { counter: number }, show: id };
  const deed = (word: Word, command: Command, params = {}): Remedy => ({ word, params, command });
  switch (code) {
    case 'help':
      return deed('remedyHelp', { type: 'end-help', counterId: id });
    case 'paused-too-long':
      return deed('remedyResume', { type: 'resume-counter', counterId: id });
    case 'not-coming':
      if (ticket === null) return look;
      return deed(
        'remedyRecall',
        { type: 'recall-ticket', counterId: id, ticketId: ticket.id },
        {
          number: ticket.number,
        },
      );
    case 'nothing-to-serve':
      return ownProfile
        ? look
        : deed('remedyOwn', { type: 'set-work-profile', counterId: id, profileId: null });
    default:
      return look;
  }
}

/** When a lending of one click ends, epoch ms: in about half an hour, at a whole five minutes. */
export function lentUntil(now: number): number {
  return Math.ceil((now + lentForMs) / wholeMs) * wholeMs;
}

/** The open counter with the fewest people of its own that could help the service and does not yet. */
export function helperFor(serviceId: ServiceId, view: SupervisorView): WatchedCounter | null {
  const could = view.counters.filter(
    ({ status, serviceIds, operator }) =>
      status === 'open' &&
      !serviceIds.includes(serviceId) &&
      (operator === null || operator.skills === null || operator.skills.includes(serviceId)),
  );
  return could.reduce<WatchedCounter | null>(
    (best, each) => (best === null || each.waiting < best.waiting ? each : best),
    null,
  );
}

/** A closed counter that has the service in its profile, where somebody is free to open it. */
export function closedCounterFor(serviceId: ServiceId, view: SupervisorView): WatchedCounter | null {
  const { counters, profiles, freeOperators } = view;
  const isFree = freeOperators.some(({ skills }) => skills === null || skills.includes(serviceId));
  if (!isFree) return null;
  return (
    counters.find(
      ({ status, profileId }) =>
        status === 'closed' &&
        profiles.find(({ id }) => id === profileId)?.serviceIds.includes(serviceId) === true,
    ) ?? null
  );
}

function serviceRemedy(serviceId: ServiceId, view: SupervisorView, now: number): Remedy | null {
  const helper = helperFor(serviceId, view);
  const closed = closedCounterFor(serviceId, view);
  if (closed !== null && (helper === null || helper.waiting > 0))
    return { word: 'remedyOpen', params: { counter: closed.number }, show: closed.id };
  if (helper !== null) {
    const { id: counterId, number } = helper;
    const until = lentUntil(now);
    return {
      ...{ word: 'remedyLend', params: { counter: number, until } },
      command: { type: 'lend-counter', counterId, serviceId, whileWaitOverMinutes: null, until },
    };
  }
  const isOpen = view.queues.some((each) => each.serviceId === serviceId && each.intakeOpen);
  if (!isOpen) return null;
  return { word: 'remedyStop', params: {}, command: { type: 'set-intake', serviceId, open: false } };
}

/** What "do it now" of an advice does; null where there is nothing left to do. */
export function adviceRemedy(
  { code, counterId, serviceIds, until }: AdviceView,
  view: SupervisorView,
): Remedy | null {
  const counter = view.counters.find(({ id }) => id === counterId);
  if (counter === undefined) return null;
  const [serviceId] = serviceIds;
  if (code === 'lend' && serviceId !== undefined)
    return {
      ...{ word: 'adviceDo', params: {} },
      command: { type: 'lend-counter', counterId, serviceId, whileWaitOverMinutes: null, until },
    };
  return { word: 'adviceSee', params: {}, show: counterId };
}
