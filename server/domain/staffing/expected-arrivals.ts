// Who is still expected today: the half-hour figures of the log, scaled to what has come so far. A service follows its own
// count only as far as that count is large enough to mean something; before that it follows the whole hall's.
import type { ServiceId } from '../../../protocol/ids.ts';
import type { ExpectedArrivals } from './staffing-picture.ts';

export type UsualArrivals = {
  readonly serviceId: ServiceId;
  /** A usual day's visitors by half hour, on today's clock (epoch ms), in order. */
  readonly usual: readonly ExpectedArrivals[];
  readonly arrivedToday: number;
};

/** How many visitors of a usual day weigh as much as today's own count, for the hall and for one service. */
const hallWeight = 40;
const serviceWeight = 20;

/** How many of these visitors come within a span, a half hour's being spread evenly over it. */
export function arrivalsWithin(
  expected: readonly ExpectedArrivals[],
  { fromAt, toAt }: { readonly fromAt: number; readonly toAt: number },
): number {
  let visitors = 0;
  for (const each of expected) {
    const overlapMs = Math.min(toAt, each.toAt) - Math.max(fromAt, each.fromAt);
    if (overlapMs > 0) visitors += (each.visitors * overlapMs) / (each.toAt - each.fromAt);
  }
  return visitors;
}

/** The usual arrivals of each service from now on, as today's count so far suggests. */
export function scaledToToday(
  services: readonly UsualArrivals[],
  at: number,
): Map<ServiceId, readonly ExpectedArrivals[]> {
  const soFar = services.map(({ usual }) => arrivalsWithin(usual, { fromAt: 0, toAt: at }));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  // One service's rush says little of the others: it counts for the hall only as far as chance might bring.
  const arrived = sum(
    services.map(({ arrivedToday }, index) => {
      const usual = soFar[index] ?? 0;
      return Math.min(arrivedToday, usual + 2 * Math.sqrt(usual) + 2);
    }),
  );
  const hall = (arrived + hallWeight) / (sum(soFar) + hallWeight);
  return new Map(
    services.map(({ serviceId, usual, arrivedToday }, index) => {
      const factor = (arrivedToday + serviceWeight * hall) / ((soFar[index] ?? 0) + serviceWeight);
      const later = usual.filter(({ toAt }) => toAt > at);
      return [serviceId, later.map((each) => ({ ...each, visitors: each.visitors * factor }))];
    }),
  );
}
