// Today's pace: how much slower or faster than usual a department works today. Most departments on most days work at their
// usual pace; now and then one is far off from some moment on (a national database that answers slowly). Each finished
// service of today counts as evidence for either, and what comes out is the weight of both with their means.

export type TodaysService = {
  readonly at: number;
  readonly departmentId: string;
  /** By how much its logarithm lay above what was expected of it. */
  readonly above: number;
  readonly variance: number;
};
/** On the logarithmic scale: usual with its own small deviation, or off, with the chance of that. */
export type Pace = {
  readonly off: number;
  readonly offMean: number;
  readonly offError: number;
  readonly mean: number;
  readonly error: number;
};

/** On the logarithmic scale: how far the whole centre's days lie apart, its usual departments, and one that is off; and how
 * often one is. */
const dayDeviation = 0.05;
const departmentDeviation = 0.06;
const offDeviation = 0.4;
const offChance = 0.07;
/** What was in a department so long ago says nothing of now. */
const memoryMs = 6 * 3_600_000;
/** A single odd case moves the pace no further than this many deviations. */
const atMostDeviations = 2.5;

export const usualPace: Pace = { off: 0, offMean: 0, offError: 0, mean: 0, error: dayDeviation };

const clipped = ({ above, variance }: TodaysService) => {
  const bound = atMostDeviations * Math.sqrt(variance);
  return Math.max(-bound, Math.min(bound, above));
};

/** The pace that all departments share today, and how sure it is. A department that is off drags it only a little. */
function centresPace(today: readonly TodaysService[]): { mean: number; error: number } {
  const departments = new Map<string, { weighted: number; weight: number }>();
  for (const each of today) {
    const own = departments.get(each.departmentId) ?? { weighted: 0, weight: 0 };
    own.weighted += clipped(each) / each.variance;
    own.weight += 1 / each.variance;
    departments.set(each.departmentId, own);
  }
  let weighted = 0;
  let weight = 1 / dayDeviation ** 2;
  for (const own of departments.values()) {
    const mean = own.weighted / own.weight;
    const variance = 1 / own.weight + departmentDeviation ** 2;
    // The further off, the more probably for a reason of its own.
    const own2 = mean ** 2 / (variance + dayDeviation ** 2);
    const trust = (own2 < 3 ? 1 : 3 / own2) / variance;
    weighted += trust * mean;
    weight += trust;
  }
  return { mean: weighted / weight, error: Math.sqrt(1 / weight) };
}

/** The pace of one department now, from today's finished services in the order of their times. */
export function paceOf(today: readonly TodaysService[], departmentId: string, now: number): Pace {
  const from = now - memoryMs;
  const centre = centresPace(today);
  const own: TodaysService[] = [];
  for (const each of today) if (each.departmentId === departmentId && each.at >= from) own.push(each);
  let weight = 0;
  let weighted = 0;
  let total = 0;
  let sumMean = 0;
  let sumSquare = 0;
  const slab = offDeviation ** 2;
  // "Off since the one at this place": from the newest backwards, so that the sums only grow.
  for (let place = own.length - 1; place >= 0; place -= 1) {
    const each = own[place] as TodaysService;
    weight += 1 / each.variance;
    weighted += (clipped(each) - centre.mean) / each.variance;
    const variance = slab / (1 + slab * weight);
    const mean = variance * weighted;
    const share = place === 0 ? 0.5 + 0.5 / own.length : 0.5 / own.length;
    const odds = share * Math.exp(Math.min(50, 0.5 * mean * weighted)) * Math.sqrt(variance / slab);
    total += odds;
    sumMean += odds * mean;
    sumSquare += odds * (variance + mean ** 2);
  }
  const spike = departmentDeviation ** 2;
  const usualVariance = spike / (1 + spike * weight);
  const usualMean = usualVariance * weighted;
  const usualOdds = Math.exp(Math.min(50, 0.5 * usualMean * weighted)) * Math.sqrt(usualVariance / spike);
  const off = total === 0 ? 0 : (offChance * total) / (offChance * total + (1 - offChance) * usualOdds);
  const offMean = total === 0 ? 0 : sumMean / total;
  const offVariance = total === 0 ? 0 : Math.max(0, sumSquare / total - offMean ** 2);
  return {
    off,
    offMean: centre.mean + offMean,
    offError: Math.sqrt(offVariance + centre.error ** 2),
    mean: centre.mean + usualMean,
    error: Math.sqrt(usualVariance + centre.error ** 2),
  };
}
