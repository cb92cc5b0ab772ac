// A day of the journal as a plan to be played again: who came when, what each service took where it was done, when counters
// were staffed and paused. What the floor decided then (who was called where) is left behind, so that another policy may
// decide otherwise. Work is taken as it was, whoever does it this time; services that were never begun are given the
// middle of that service's times of the day. Parking is taken as part of the work.
import type { BusinessDay, CounterId, ServiceId } from '../../../protocol/ids.ts';
import type { Setup } from '../../../protocol/setup-schema.ts';
import type { EventOf, RecordedEvent } from '../../domain/events.ts';
import type { DayPlan, PlannedCounter, PlannedStage, PlannedVisit, Span } from './day-plan.ts';

/** The visit as its events tell it so far. */
type Told = {
  readonly issued: EventOf<'ticket-issued'>;
  readonly arrivesAt: number;
  readonly stages: { readonly serviceId: ServiceId; workMs: number | null; walkMs: number | null }[];
  calledAt: number | null;
  startedAt: number | null;
  missed: boolean;
  cancelledAt: number | null;
};
type Staffed = {
  readonly open: Span[];
  readonly pauses: Span[];
  openedAt: number | null;
  pausedAt: number | null;
};

const minuteMs = 60_000;
const unknownWorkMs = 7 * minuteMs;
const usualWalkMs = 20_000;
const noShowWaitMs = 90_000;

/** `rows`: the day's rows in order; `setup` must have the day's services and counters, or the play will miss them. */
export function recordedDay(rows: readonly RecordedEvent[], setup: Setup, businessDay: BusinessDay): DayPlan {
  const told = new Map<string, Told>();
  const counters = new Map<CounterId, Staffed>();
  let endsAt = 0;
  for (const { event, at } of rows) {
    endsAt = at;
    if (event.type === 'ticket-issued') told.set(event.ticketId, begun(event, at));
    else if ('ticketId' in event) tell(told.get(event.ticketId), event, at);
    else if ('counterId' in event) staff(counters, event, at);
  }
  const usual = usualWork([...told.values()]);
  const known = new Set<ServiceId>(setup.services.map(({ id }) => id));
  const beginsAt = rows[0]?.at ?? 0;
  return {
    ...{ setup, businessDay, beginsAt, overtimeMs: 0, noShowWaitMs, alwaysOpen: true },
    visits: [...told.values()].flatMap((each) => visitOf(each, usual, known)),
    counters: setup.counters.map(({ id }) => plannedCounter(id, counters.get(id), endsAt)),
  };
}

function begun(issued: EventOf<'ticket-issued'>, at: number): Told {
  const stages = [{ serviceId: issued.serviceId, workMs: null, walkMs: null }];
  return {
    ...{ issued, arrivesAt: at, stages, calledAt: null, startedAt: null, missed: false, cancelledAt: null },
  };
}

function tell(told: Told | undefined, event: RecordedEvent['event'], at: number): void {
  const stage = told?.stages.at(-1);
  if (told === undefined || stage === undefined) return;
  if (event.type === 'ticket-called') {
    told.calledAt = at;
    told.startedAt = null;
    told.missed = false;
  } else if (event.type === 'service-started') {
    told.startedAt = at;
    stage.walkMs ??= at - (told.calledAt ?? at);
  } else if (event.type === 'service-finished')
    stage.workMs = (stage.workMs ?? 0) + at - (told.startedAt ?? told.calledAt ?? at);
  else if (event.type === 'ticket-no-show') told.missed = true;
  else if (event.type === 'ticket-cancelled' && event.cause === 'asked') told.cancelledAt = at;
  else if (event.type === 'ticket-transferred' && event.serviceId !== stage.serviceId)
    told.stages.push({ serviceId: event.serviceId, workMs: null, walkMs: null });
}

function staff(counters: Map<CounterId, Staffed>, event: RecordedEvent['event'], at: number): void {
  if (!('counterId' in event)) return;
  const counter = counters.get(event.counterId) ?? { open: [], pauses: [], openedAt: null, pausedAt: null };
  counters.set(event.counterId, counter);
  const pauseEnds = () => {
    if (counter.pausedAt !== null) counter.pauses.push({ fromAt: counter.pausedAt, toAt: at });
    counter.pausedAt = null;
  };
  if (event.type === 'counter-opened') counter.openedAt = at;
  else if (event.type === 'counter-paused') counter.pausedAt = at;
  else if (event.type === 'counter-resumed') pauseEnds();
  else if (event.type === 'counter-closed') {
    pauseEnds();
    if (counter.openedAt !== null) counter.open.push({ fromAt: counter.openedAt, toAt: at });
    counter.openedAt = null;
  }
}

function plannedCounter(counterId: CounterId, staffed: Staffed | undefined, endsAt: number): PlannedCounter {
  const { open = [], pauses = [], openedAt = null } = staffed ?? {};
  const rest = openedAt === null ? [] : [{ fromAt: openedAt, toAt: endsAt }];
  return { counterId, pace: 1, open: [...open, ...rest], pauses };
}

/** The middle of what each service took. */
function usualWork(told: readonly Told[]): Map<ServiceId, number> {
  const times = new Map<ServiceId, number[]>();
  for (const { serviceId, workMs } of told.flatMap(({ stages }) => stages))
    if (workMs !== null) times.set(serviceId, [...(times.get(serviceId) ?? []), workMs]);
  return new Map(
    [...times].map(([serviceId, all]) => {
      const sorted = all.sort((a, b) => a - b);
      return [serviceId, sorted[Math.floor(sorted.length / 2)] ?? unknownWorkMs];
    }),
  );
}

function visitOf(
  { issued, arrivesAt, stages, missed, cancelledAt }: Told,
  usual: ReadonlyMap<ServiceId, number>,
  known: ReadonlySet<ServiceId>,
): PlannedVisit[] {
  const planned = stages.map(
    ({ serviceId, workMs, walkMs }): PlannedStage => ({
      serviceId,
      workMs: workMs ?? usual.get(serviceId) ?? unknownWorkMs,
      walkMs: walkMs ?? usualWalkMs,
    }),
  );
  const [first, ...others] = planned.filter(({ serviceId }) => known.has(serviceId));
  if (first === undefined) return [];
  return [
    {
      ...{
        arrivesAt,
        stages: [first, ...others],
        priorityClass: issued.priorityClass,
        cancelsAt: cancelledAt,
      },
      patienceMs: missed ? -1 : null,
      ...(issued.appointmentAt === undefined ? {} : { appointmentAt: issued.appointmentAt }),
    },
  ];
}
