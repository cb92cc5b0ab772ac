// An invented day of a centre: who comes when, for what, and how it goes. Arrivals follow the counters' capacity with a
// morning and an afternoon peak. Pure and seeded: the same centre and seed give the same day. No citizen has a name.
import type { CentreAnswer } from '../../protocol/endpoints/floor-endpoints.ts';
import { type Random, seededRandom } from './seeded-random.ts';

export type Centre = CentreAnswer;
export type InventedVisit = {
  /** Minutes since midnight. */
  readonly arrivesAt: number;
  readonly serviceId: string;
  readonly priority: boolean;
  readonly serviceMinutes: number;
  readonly walkMinutes: number;
  readonly comes: boolean;
  /** The service it is sent on to, if any. */
  readonly transferTo: string | null;
  /** The choice pressed on the tablet, or null for nothing. */
  readonly rating: string | null;
};

/** Share of the day's arrivals by half hour from 07:30, lunch left out. */
const arrivalShape: readonly (readonly [number, number])[] = [
  [450, 13],
  [480, 12],
  [510, 10],
  [540, 9],
  [570, 8],
  [600, 7],
  [630, 5],
  [660, 3],
  [810, 9],
  [840, 9],
  [870, 6],
  [900, 4],
  [930, 3],
  [960, 2],
];
const ratingShape: readonly (readonly [string | null, number])[] = [
  [null, 45],
  ['sat_service', 20],
  ['sat_attitude', 31],
  ['dis_skill', 1],
  ['dis_time', 2],
  ['comment', 1],
];
const minutesOfWork = 430;
const medianServiceMinutes = 7;

/** `load` is the share of the counters' time that the visits would fill. */
export function inventedDay(centre: Centre, seed: string, load = 0.75): InventedVisit[] {
  const random = seededRandom(seed);
  const visits = Math.round((centre.counters.length * minutesOfWork * load) / (medianServiceMinutes + 1));
  const services = centre.services
    .filter((service) => service.offeredAtKiosk)
    .map((service) => [service.id, weightOf(centre, service.id)] as const);
  return Array.from({ length: visits }, () => visit(centre, services, random)).sort(
    (a, b) => a.arrivesAt - b.arrivesAt,
  );
}

/** A service draws people in proportion to the counters that stand ready for it. */
function weightOf(centre: Centre, serviceId: string): number {
  return centre.counters.reduce(
    (sum, { serviceIds }) => sum + ((serviceIds as string[]).includes(serviceId) ? 1 / serviceIds.length : 0),
    0.02,
  );
}

function visit(
  centre: Centre,
  services: readonly (readonly [string, number])[],
  random: Random,
): InventedVisit {
  const serviceId = random.pick(services) ?? '';
  const others = centre.services.filter((service) => service.id !== serviceId && !service.offeredAtKiosk);
  const sentOn =
    random.next() < 0.05 ? (others[Math.floor(random.next() * others.length)]?.id ?? null) : null;
  return {
    arrivesAt: (random.pick(arrivalShape) ?? 450) + random.next() * 30,
    serviceId,
    priority: random.next() < 0.1,
    serviceMinutes: Math.min(45, random.around(medianServiceMinutes, 0.5)),
    walkMinutes: 0.3 + random.next() * 0.7,
    comes: random.next() > 0.05,
    transferTo: sentOn,
    rating: random.pick(ratingShape) ?? null,
  };
}
