// How long people will wait: the floor is played forward from its present state many times under the rule in force, and the
// answer is where 10, 50 and 90 % of the plays lie, set right by what past estimates came to. Same picture, same laws, same
// seed: same answer. Where nothing is known, or nobody will call it today, it says so.
import type { TicketId } from '../../../protocol/ids.ts';
import { rankingOf } from '../dispatch/policies.ts';
import { bandShares, spreadShares } from './calibration.ts';
import { componentsOf, type FloorComponent, isIn } from './floor-component.ts';
import type { FloorPicture } from './floor-picture.ts';
import { type Newcomer, planFloor } from './floor-plan.ts';
import { FloorPlay } from './floor-play.ts';
import { quantileOf } from './kept-values.ts';
import { lawTables } from './law-tables.ts';
import { PlayChance } from './play-chance.ts';
import type { WaitLaws } from './wait-laws.ts';

export type Wanted = {
  readonly tickets: readonly TicketId[];
  /** As if they joined now. */
  readonly newcomers: readonly Newcomer[];
};
export type EstimateBasis = {
  readonly plays: number;
  /** Finished services of this kind of visit that the estimate knows of. */
  readonly observations: number;
  /** Whether its own service has been seen often enough, or others stand for it. */
  readonly kind: 'own-service' | 'other-services';
};
export type PlayedEstimate = {
  readonly lowMs: number;
  readonly medianMs: number;
  readonly highMs: number;
  readonly basis: EstimateBasis;
  /** Where the plays lie, at the shares of `spreadShares`, as played: to hear later what came of it. */
  readonly spreadMs: readonly number[];
};
export type UnknownReason = 'nothing-learned' | 'not-waiting' | 'no-counter-today' | 'not-reached-today';
export type WaitAnswer =
  | { readonly estimate: PlayedEstimate; readonly unknown: null }
  | { readonly estimate: null; readonly unknown: UnknownReason };
export type WaitAnswers = {
  readonly tickets: ReadonlyMap<TicketId, WaitAnswer>;
  /** In the order asked. */
  readonly newcomers: readonly WaitAnswer[];
};
export type EstimateOptions = {
  /** At most: where very many wait, fewer plays lie as near together, and cost as much. */
  readonly plays?: number;
  readonly seed: string;
};

/** With fewer finished services nothing is known; with so many a service speaks for itself. */
const fewestServices = 5;
const enoughOfOne = 20;
/** Up to so many waiting together, this share of the plays. */
const playShares = [
  { waiting: 150, share: 1 },
  { waiting: 300, share: 1 / 2 },
  { waiting: Number.POSITIVE_INFINITY, share: 2 / 5 },
] as const;

function playsFor(plays: number, waiting: number): number {
  const share = playShares.find((each) => waiting <= each.waiting)?.share ?? 1;
  return Math.max(1, Math.round(plays * share));
}

const unknown = (reason: UnknownReason): WaitAnswer => ({ estimate: null, unknown: reason });

type Asked = {
  readonly component: FloorComponent | undefined;
  readonly serviceId: string;
  put(answer: WaitAnswer): void;
} & ({ readonly ticketId: TicketId } | { readonly newcomer: Newcomer });

export function estimateWaits(
  picture: FloorPicture,
  laws: WaitLaws,
  wanted: Wanted,
  { plays = 150, seed }: EstimateOptions,
): WaitAnswers {
  const tickets = new Map<TicketId, WaitAnswer>();
  const newcomers: WaitAnswer[] = [];
  const components = componentsOf(picture);
  const asked: Asked[] = [];
  const waiting = new Map(picture.waiting.map((each) => [each.id, each]));
  for (const ticketId of new Set(wanted.tickets)) {
    const ticket = waiting.get(ticketId);
    if (ticket === undefined) tickets.set(ticketId, unknown('not-waiting'));
    else
      asked.push({
        component: components.find((each) => isIn(each, ticket)),
        serviceId: ticket.serviceId,
        ticketId,
        put: (answer) => tickets.set(ticketId, answer),
      });
  }
  for (const [place, newcomer] of wanted.newcomers.entries()) {
    const { serviceId } = newcomer;
    const component = components.find((each) => isIn(each, { serviceId, reservedFor: null }));
    asked.push({
      component,
      serviceId,
      newcomer,
      put: (answer) => {
        newcomers[place] = answer;
      },
    });
  }
  answerAll(picture, laws, asked, { plays, seed });
  return { tickets, newcomers };
}

function answerAll(
  picture: FloorPicture,
  laws: WaitLaws,
  asked: readonly Asked[],
  options: Required<EstimateOptions>,
): void {
  const byComponent = new Map<FloorComponent, Asked[]>();
  for (const each of asked) {
    if (each.component === undefined) each.put(unknown('no-counter-today'));
    else if (laws.state.services.observations < fewestServices) each.put(unknown('nothing-learned'));
    else {
      const together = byComponent.get(each.component) ?? [];
      together.push(each);
      byComponent.set(each.component, together);
    }
  }
  for (const [component, together] of byComponent) playFor(picture, laws, component, together, options);
}

function playFor(
  picture: FloorPicture,
  laws: WaitLaws,
  component: FloorComponent,
  together: readonly Asked[],
  { plays, seed }: Required<EstimateOptions>,
): void {
  const ticketIds = new Map<string, number>();
  const newcomers: Newcomer[] = [];
  for (const each of together) {
    if ('ticketId' in each) ticketIds.set(each.ticketId, ticketIds.size);
    else newcomers.push(each.newcomer);
  }
  const plan = planFloor(picture, laws, component, { ticketIds, newcomers });
  const chance = new PlayChance(seed, playsFor(plays, plan.pool.count - newcomers.length));
  const times = new FloorPlay(plan, chance, rankingOf(picture.dispatch).policy).timesOfAll();
  let newcomer = ticketIds.size;
  for (const each of together) {
    const place = 'ticketId' in each ? (ticketIds.get(each.ticketId) ?? 0) : newcomer++;
    const own = times.slice(place * chance.plays, (place + 1) * chance.plays).sort();
    each.put(answerOf(own, picture, laws, each.serviceId));
  }
}

function answerOf(
  sorted: Float64Array,
  picture: FloorPicture,
  laws: WaitLaws,
  serviceId: string,
): WaitAnswer {
  const end = Math.max(...picture.sessions.map(({ servesUntil }) => servesUntil)) - picture.now;
  const shares = bandShares(laws.state.calibration);
  const at = (share: number) => Math.round(quantileOf(sorted, share) * 1_000);
  const medianMs = at(shares.median);
  if (!Number.isFinite(medianMs)) return unknown('not-reached-today');
  const { observations } = lawTables(laws).service(serviceId);
  const highMs = Math.max(medianMs, Math.min(at(shares.high), Math.max(0, end)));
  return {
    estimate: {
      lowMs: Math.min(medianMs, at(shares.low)),
      medianMs,
      highMs,
      basis: {
        plays: sorted.length,
        observations,
        kind: observations >= enoughOfOne ? 'own-service' : 'other-services',
      },
      spreadMs: spreadShares.map(at),
    },
    unknown: null,
  };
}
