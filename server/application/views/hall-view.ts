// The hall board of a zone, or of the whole centre: the newest calls, what each counter is serving, missed numbers, who
// waits for what, and what is shown and said besides.
import type { CounterId, DeviceId, ServiceId, ZoneId } from '../../../protocol/ids.ts';
import type { CounterSetup } from '../../../protocol/setup-schema.ts';
import type { HallView } from '../../../protocol/views/hall-view.ts';
import { mayServe } from '../../domain/draws.ts';
import { isWaiting } from '../../domain/queue.ts';
import type { WaitEstimate } from '../../domain/wait-estimate/wait-estimator.ts';
import { announcementsFor, loudness, mediaFor } from './notices-shown.ts';
import {
  callViews,
  counterStatus,
  inHandAt,
  pauseReasonName,
  shownCentre,
  staffedCounter,
  type ViewInput,
} from './view-input.ts';

/** So many are listed; whoever was away is given every call that is still to be announced besides. */
const callsShown = 20;
const missedShown = 12;
/** A missed number stays on the board for so long, ms. */
const missedForMs = 30 * 60_000;

export type HallPlace = { readonly zoneId: ZoneId | null; readonly screenId: DeviceId | null };

export function hallView(input: ViewInput, { zoneId, screenId }: HallPlace): HallView | null {
  const { setup } = input.rules;
  if (zoneId !== null && !setup.zones.some((each) => each.id === zoneId)) return null;
  const screen = setup.devices.screens.find((each) => each.id === screenId);
  const counters = setup.counters.filter((counter) => zoneId === null || counter.zoneId === zoneId);
  const ids = new Set(counters.map((counter) => counter.id));
  const { announcedForSeconds, spokenForSeconds } = setup.speech;
  return {
    centre: shownCentre(input),
    timeZone: setup.centre.timeZone,
    languages: setup.languages,
    zoneId,
    zones: setup.zones,
    callSeq: input.state.callSeq,
    calls: callViews(input, zoneId, callsShown, stillWanted(input)),
    nowServing: counters.map((counter) => nowServing(input, counter, screen?.arrows ?? {})),
    missed: missed(input, ids),
    waiting: waitingByService(input, ids),
    announcements: announcementsFor(input, zoneId),
    media: mediaFor(input, zoneId),
    sound: {
      on: screen?.sound ?? true,
      percents: Object.fromEntries(
        setup.zones
          .filter(({ id }) => zoneId === null || id === zoneId)
          .map(({ id }) => [id, loudness(input, id)]),
      ),
      announcedForMs: announcedForSeconds * 1_000,
      spokenForMs: spokenForSeconds * 1_000,
    },
  };
}

/** Which older calls an asker needs: those it was not shown, or where that is not known, those still to be announced. */
function stillWanted({ rules, at, heardSeq }: ViewInput): (call: { at: number; callSeq: number }) => boolean {
  if (heardSeq !== null) return (call) => call.callSeq > heardSeq;
  const since = at - rules.setup.speech.announcedForSeconds * 1_000;
  return (call) => call.at >= since;
}

function nowServing(
  input: ViewInput,
  { id, number, zoneId, arrow }: CounterSetup,
  arrows: Readonly<Record<string, CounterSetup['arrow']>>,
): HallView['nowServing'][number] {
  const ticket = inHandAt(input, id);
  return {
    counterId: id,
    counterNumber: number,
    zoneId,
    arrow: arrows[id] ?? arrows[zoneId] ?? arrow,
    status: counterStatus(input, id),
    number: ticket?.number ?? null,
    ticketStatus: ticket?.status ?? null,
    pauseReason: pauseReasonName(input, staffedCounter(input, id)?.pauseReason ?? null),
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

/** How many wait for each service that these counters serve, where somebody does. */
function waitingByService(
  { state, rules, at, estimates }: ViewInput,
  counters: ReadonlySet<CounterId>,
): HallView['waiting'] {
  const served = new Set([...counters].flatMap((id) => mayServe(state, rules, id, at)));
  const counts = new Map<ServiceId, number>();
  for (const ticket of state.tickets.values()) {
    if (isWaiting(ticket) && served.has(ticket.serviceId))
      counts.set(ticket.serviceId, (counts.get(ticket.serviceId) ?? 0) + 1);
  }
  return rules.setup.services.flatMap(({ id, name, seriesId }) => {
    const waiting = counts.get(id) ?? 0;
    if (waiting === 0) return [];
    const prefix = rules.series.get(seriesId)?.prefix ?? '';
    return [{ serviceId: id, prefix, name, waiting, estimate: aboutMinutes(estimates.ofNewcomer(id, null)) }];
  });
}

/** To five minutes: a board is no stop-watch, and does not change with every call. */
function aboutMinutes(estimate: WaitEstimate | null): HallView['waiting'][number]['estimate'] {
  if (estimate === null) return null;
  const fives = (ms: number) => ms / (5 * 60_000);
  const fromMinutes = 5 * Math.floor(fives(Math.max(0, estimate.lowMs)));
  return { fromMinutes, toMinutes: Math.max(fromMinutes + 5, 5 * Math.ceil(fives(estimate.highMs))) };
}
