// The hall board of a zone, or of the whole centre: the newest calls, what each counter is serving, missed numbers, and
// how many wait per department.
import type { CounterId, ZoneId } from '../../../protocol/ids.ts';
import type { HallView } from '../../../protocol/views/hall-view.ts';
import { isWaiting } from '../../domain/queue.ts';
import {
  callViews,
  counterStatus,
  inHandAt,
  pauseReasonName,
  staffedCounter,
  type ViewInput,
} from './view-input.ts';

const callsShown = 20;
const missedShown = 12;
/** A missed number stays on the board for so long, ms. */
const missedForMs = 30 * 60_000;

export function hallView(input: ViewInput, zoneId: ZoneId | null): HallView | null {
  const { setup } = input.rules;
  const zone = zoneId === null ? null : setup.zones.find((each) => each.id === zoneId);
  if (zone === undefined) return null;
  const counters = setup.counters.filter((counter) => zoneId === null || counter.zoneId === zoneId);
  return {
    centre: { name: setup.centre.name },
    timeZone: setup.centre.timeZone,
    languages: setup.languages,
    zone,
    callSeq: input.state.callSeq,
    calls: callViews(input, zoneId, callsShown),
    nowServing: counters.map((counter) => {
      const ticket = inHandAt(input, counter.id);
      return {
        counterId: counter.id,
        counterNumber: counter.number,
        counterName: counter.name,
        status: counterStatus(input, counter.id),
        number: ticket?.number ?? null,
        ticketStatus: ticket?.status ?? null,
        pauseReason: pauseReasonName(input, staffedCounter(input, counter.id)?.pauseReason ?? null),
      };
    }),
    missed: missed(input, new Set(counters.map((counter) => counter.id))),
    waiting: waitingByDepartment(input, new Set(counters.map((counter) => counter.id))),
  };
}

function missed({ state, rules, at }: ViewInput, counters: ReadonlySet<CounterId>): HallView['missed'] {
  const found: HallView['missed'] = [];
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'no-show' || !counters.has(ticket.counterId) || at - ticket.missedAt > missedForMs)
      continue;
    found.push({
      number: ticket.number,
      counterNumber: rules.counters.get(ticket.counterId)?.number ?? '',
      at: ticket.missedAt,
    });
  }
  return found.sort((a, b) => b.at - a.at).slice(0, missedShown);
}

/** How many wait for each department that these counters serve. */
function waitingByDepartment(
  { state, rules }: ViewInput,
  counters: ReadonlySet<CounterId>,
): HallView['waiting'] {
  const served = new Set([...counters].flatMap((id) => rules.servicesOf.get(id) ?? []));
  const counts = new Map<string, number>();
  for (const ticket of state.tickets.values()) {
    if (isWaiting(ticket) && served.has(ticket.serviceId))
      counts.set(ticket.departmentId, (counts.get(ticket.departmentId) ?? 0) + 1);
  }
  return rules.setup.departments.map(({ id, name, short }) => ({
    departmentId: id,
    name,
    short,
    waiting: counts.get(id) ?? 0,
  }));
}
