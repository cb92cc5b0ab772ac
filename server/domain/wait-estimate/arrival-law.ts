// Who will come: so many a day for a service and class, spread over the half hours as on past days, times today's level of the
// department. On most days the level is near the usual; now and then (pension day, a campaign) it is far off, so it is
// learned from today's arrivals against those expected by now, with a heavy-tailed prior.

export const halfHourMs = 1_800_000;
export const halfHours = 48;
/** Forgets slowly: a day's weight after so many days is a third. */
const fadingADay = 0.98;

export type ArrivalLawState = {
  /** By service, then by class ('' is the ordinary): walk-ins, faded. */
  readonly counts: Map<string, Map<string, number>>;
  readonly byHalfHour: number[];
  days: number;
  /** Today's, by department and class. */
  readonly today: Map<string, number>;
  todayByHalfHour: number[];
  todayCounts: Map<string, Map<string, number>>;
};

export function newArrivals(): ArrivalLawState {
  return {
    counts: new Map(),
    byHalfHour: new Array<number>(halfHours).fill(0),
    days: 0,
    today: new Map(),
    todayByHalfHour: new Array<number>(halfHours).fill(0),
    todayCounts: new Map(),
  };
}

const levelKey = (departmentId: string, isPriority: boolean) => `${isPriority ? 'p' : 'o'} ${departmentId}`;

export function keepArrival(
  law: ArrivalLawState,
  arrived: { serviceId: string; departmentId: string; priorityClass: string | null; halfHour: number },
): void {
  const { serviceId, departmentId, priorityClass, halfHour } = arrived;
  const counts = law.todayCounts.get(serviceId) ?? new Map<string, number>();
  law.todayCounts.set(serviceId, counts);
  counts.set(priorityClass ?? '', (counts.get(priorityClass ?? '') ?? 0) + 1);
  const slot = Math.min(halfHours - 1, Math.max(0, halfHour));
  law.todayByHalfHour[slot] = (law.todayByHalfHour[slot] ?? 0) + 1;
  const key = levelKey(departmentId, priorityClass !== null);
  law.today.set(key, (law.today.get(key) ?? 0) + 1);
}

/** Takes the finished day into the past. A day on which nobody came was no day. */
export function endArrivalDay(law: ArrivalLawState): void {
  if (law.todayCounts.size > 0) {
    for (const counts of law.counts.values())
      for (const [name, count] of counts) counts.set(name, count * fadingADay);
    for (const [serviceId, today] of law.todayCounts) {
      const counts = law.counts.get(serviceId) ?? new Map<string, number>();
      law.counts.set(serviceId, counts);
      for (const [name, count] of today) counts.set(name, (counts.get(name) ?? 0) + count);
    }
    for (let slot = 0; slot < halfHours; slot += 1)
      law.byHalfHour[slot] = (law.byHalfHour[slot] ?? 0) * fadingADay + (law.todayByHalfHour[slot] ?? 0);
    law.days = law.days * fadingADay + 1;
  }
  law.today.clear();
  law.todayCounts = new Map();
  law.todayByHalfHour = new Array<number>(halfHours).fill(0);
}

const sumOf = (counts: ReadonlyMap<string, number> | undefined) => {
  let sum = 0;
  for (const count of counts?.values() ?? []) sum += count;
  return sum;
};

/** The share of each class among all who come; few of one service are drawn towards it. */
export function classShares(law: ArrivalLawState): Map<string, number> {
  const shares = new Map<string, number>();
  let all = 0;
  for (const counts of law.counts.values())
    for (const [name, count] of counts) {
      shares.set(name, (shares.get(name) ?? 0) + count);
      all += count;
    }
  for (const [name, count] of shares) shares.set(name, count / all);
  return shares;
}

const classWeight = 8;

/** Expected walk-ins of a service and class on a usual whole day. */
export function usualADay(
  law: ArrivalLawState,
  serviceId: string,
  name: string,
  shares: ReadonlyMap<string, number>,
): number {
  if (law.days === 0) return 0;
  const counts = law.counts.get(serviceId);
  const all = sumOf(counts);
  const share = ((counts?.get(name) ?? 0) + classWeight * (shares.get(name) ?? 0)) / (all + classWeight);
  return (all / law.days) * share;
}

/** The shares of a day's walk-ins that come in each half hour. */
export function dayProfile(law: ArrivalLawState): Float64Array {
  const sum = law.byHalfHour.reduce((total, each) => total + each, 0);
  return Float64Array.from(law.byHalfHour, (each) => (sum === 0 ? 0 : each / sum));
}

/** Source: Stirling's series, shifted above 7. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 7) {
    shift -= Math.log(z);
    z += 1;
  }
  return (
    shift + (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * z) - 1 / (360 * z ** 3)
  );
}

/** How many come against how many were expected: mostly as usual (shape 40), now and then far off (shape 1.5). */
export function levelFrom(count: number, expected: number): number {
  const kinds = [
    { shape: 40, chance: 0.92 },
    { shape: 1.5, chance: 0.08 },
  ];
  let weighted = 0;
  let weight = 0;
  const logs = kinds.map(
    ({ shape, chance }) =>
      Math.log(chance) +
      logGamma(count + shape) -
      logGamma(shape) +
      shape * Math.log(shape / (shape + expected)) +
      (expected > 0 ? count * Math.log(expected / (shape + expected)) : 0),
  );
  const top = Math.max(...logs);
  for (const [index, { shape }] of kinds.entries()) {
    const odds = Math.exp((logs[index] ?? 0) - top);
    weight += odds;
    weighted += (odds * (count + shape)) / (expected + shape);
  }
  return weighted / weight;
}

export function todaysLevel(
  law: ArrivalLawState,
  departmentId: string,
  isPriority: boolean,
  expectedByNow: number,
): number {
  return levelFrom(law.today.get(levelKey(departmentId, isPriority)) ?? 0, expectedByNow);
}
