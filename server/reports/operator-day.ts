// One officer's day, made with care: what was done, and for each service the middle time beside the centre's own, only where
// there are enough of both to mean anything. It names one person and compares with no other. Pure.
import { enoughForFigure, type OperatorDay } from '../../protocol/endpoints/supervision-endpoints.ts';
import type { BusinessDay, OperatorId, ServiceId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { DomainEvent, RecordedEvent } from '../domain/events.ts';

type ServiceTime = { readonly serviceId: ServiceId; readonly ms: number };
/** The figures that the journal gives of one person. */
export interface OperatorFacts {
  served(day: BusinessDay, operatorId: OperatorId): ServiceTime[];
  deeds(day: BusinessDay, operatorId: OperatorId): RecordedEvent[];
  usual(day: BusinessDay, serviceIds: readonly ServiceId[], enough: number): ServiceTime[];
}

/** So many services by everybody are enough to say what is usual. */
const usualOfAtMost = 200;

/** `until`: where a stretch that has not ended is counted to, epoch ms; 0 for a past day, which ends with its last deed. */
export function operatorDay(
  facts: OperatorFacts,
  setup: Setup,
  { id, day, until }: { id: OperatorId; day: BusinessDay; until: number },
): OperatorDay | null {
  const account = setup.staff.find(({ username }) => username === id);
  if (account === undefined) return null;
  const served = facts.served(day, id);
  const deeds = deedsOf(facts.deeds(day, id), id, until);
  return {
    ...{ day, operator: { id, name: account.name, unit: account.unit }, served: served.length },
    ...{ noShows: deeds.noShows, atCountersMs: deeds.atCountersMs },
    services: servicesOf(facts, setup, day, served),
    pauses: [...deeds.pauses].map(([reason, pause]) => ({
      reason: setup.pauseReasons.find((each) => each.id === reason)?.name ?? { vi: reason },
      ...pause,
    })),
    outcomes: counted([...deeds.outcomes.values()]).map(([outcome, times]) => ({
      outcome:
        outcome === null
          ? null
          : (setup.outcomes.find((each) => each.id === outcome)?.name ?? { vi: outcome }),
      times,
    })),
    enoughForFigure,
  };
}

function servicesOf(
  facts: OperatorFacts,
  setup: Setup,
  day: BusinessDay,
  served: readonly ServiceTime[],
): OperatorDay['services'] {
  const ids = setup.services.map(({ id }) => id).filter((id) => served.some((each) => each.serviceId === id));
  const usual = facts.usual(day, ids, usualOfAtMost);
  return ids.map((serviceId) => {
    const own = served.filter((each) => each.serviceId === serviceId);
    const everybody = usual.filter((each) => each.serviceId === serviceId);
    return {
      serviceId,
      name: setup.services.find(({ id }) => id === serviceId)?.name ?? { vi: serviceId },
      served: own.length,
      medianSeconds: medianSeconds(own),
      usualSeconds: medianSeconds(everybody),
      usualOf: everybody.length,
    };
  });
}

/** The middle time in whole seconds; null where there are too few to say. */
function medianSeconds(times: readonly ServiceTime[]): number | null {
  if (times.length < enoughForFigure) return null;
  const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low = 0, high = 0] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return Math.round((low + high) / 2_000);
}

type Deeds = {
  noShows: number;
  atCountersMs: number;
  readonly pauses: Map<string, { times: number; totalMs: number }>;
  /** By ticket, so that a step taken back takes its outcome with it. */
  readonly outcomes: Map<string, string | null>;
};

function deedsOf(rows: readonly RecordedEvent[], id: OperatorId, until: number): Deeds {
  const deeds: Deeds = { noShows: 0, atCountersMs: 0, pauses: new Map(), outcomes: new Map() };
  let satDownAt: number | null = null;
  let paused: { reason: string; at: number } | null = null;
  const endPause = (at: number) => {
    if (paused === null) return;
    const known = deeds.pauses.get(paused.reason) ?? { times: 0, totalMs: 0 };
    deeds.pauses.set(paused.reason, { times: known.times + 1, totalMs: known.totalMs + at - paused.at });
    paused = null;
  };
  const leave = (at: number) => {
    endPause(at);
    if (satDownAt !== null) deeds.atCountersMs += at - satDownAt;
    satDownAt = null;
  };
  for (const { event, at } of rows) {
    if (event.type === 'counter-opened') satDownAt = at;
    if (event.type === 'counter-taken-over') {
      leave(at);
      if (event.operatorId === id) satDownAt = at;
    }
    if (event.type === 'counter-closed') leave(at);
    if (event.type === 'counter-paused') paused = { reason: event.reason, at };
    if (event.type === 'counter-resumed') endPause(at);
    endings(deeds, event);
  }
  leave(Math.max(until, rows.at(-1)?.at ?? until));
  return deeds;
}

function endings(deeds: Deeds, event: DomainEvent): void {
  if (event.type === 'ticket-no-show') deeds.noShows += 1;
  if (event.type === 'service-finished' && event.ends)
    deeds.outcomes.set(event.ticketId, event.outcome ?? null);
  if (event.type !== 'step-undone') return;
  if (event.step === 'no-show') deeds.noShows -= 1;
  if (event.step === 'finish') deeds.outcomes.delete(event.ticketId);
}

function counted(values: readonly (string | null)[]): [string | null, number][] {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}
