// How long a service takes, by service and by who serves, on a logarithmic scale. What little is known of one service is
// drawn towards its kind (or its department), and that towards the centre; a counter's or an officer's own pace is drawn
// towards the usual. Known from finished services only; the newest count, and old ones are dropped.
import { quantileOf } from './kept-values.ts';

export type ServiceTraits = {
  readonly id: string;
  readonly departmentId: string;
  /** Services of one kind take about as long: "hand in", "collect". Null: its department stands for it. */
  readonly kind: string | null;
};
export type FinishedService = {
  readonly serviceId: string;
  /** The officer, or the counter where no officer is known. */
  readonly actor: string;
  readonly logSeconds: number;
};
type Kept = { readonly actor: string; readonly y: number };
type Fit = { mean: number; variance: number; count: number; error: number };
export type ServiceLawState = {
  readonly kept: Map<string, Kept[]>;
  observations: number;
  readonly services: Map<string, Fit>;
  readonly parents: Map<string, Fit>;
  readonly actors: Map<string, { effect: number; error: number }>;
  /** Of each parent, how far single services lay from what was expected, in standard deviations, sorted. */
  readonly shapes: Map<string, Float64Array>;
  readonly own: Map<string, Float64Array>;
  centre: Fit;
};

/** A service's newest, at most. */
const keptAtMost = 600;
/** Standard deviations on the log scale that one expects before anything is known: of services of a kind around it, of
 * officers around the usual, of single cases. */
const spreadOfServices = 0.3;
const spreadOfActors = 0.15;
const usualVariance = 0.4;
/** As many cases the usual variance counts for. */
const varianceWeight = 12;

export function newServiceLaw(): ServiceLawState {
  return {
    kept: new Map(),
    observations: 0,
    services: new Map(),
    parents: new Map(),
    actors: new Map(),
    shapes: new Map(),
    own: new Map(),
    centre: { mean: Math.log(420), variance: usualVariance, count: 0, error: 0.5 },
  };
}

const parentOf = ({ kind, departmentId }: ServiceTraits) =>
  kind === null ? `d ${departmentId}` : `k ${kind}`;

export function keepService(law: ServiceLawState, { serviceId, actor, logSeconds }: FinishedService): void {
  const kept = law.kept.get(serviceId) ?? [];
  if (kept.length === 0) law.kept.set(serviceId, kept);
  kept.push({ actor, y: logSeconds });
  if (kept.length > keptAtMost) kept.shift();
  law.observations += 1;
}

/** Fits everything anew; some milliseconds for a large centre, so at the start of a day and while little is known. */
export function fitServices(law: ServiceLawState, traits: ReadonlyMap<string, ServiceTraits>): void {
  law.actors.clear();
  for (let round = 0; round < 6; round += 1) {
    fitMeans(law, traits);
    fitActors(law);
  }
  fitMeans(law, traits);
  fitShapes(law, traits);
}

const effectOf = (law: ServiceLawState, actor: string) => law.actors.get(actor)?.effect ?? 0;

function fitMeans(law: ServiceLawState, traits: ReadonlyMap<string, ServiceTraits>): void {
  const raw = new Map<string, { count: number; sum: number; squares: number }>();
  for (const [id, kept] of law.kept) {
    const own = { count: 0, sum: 0, squares: 0 };
    for (const { actor, y } of kept) add(own, y - effectOf(law, actor));
    raw.set(id, own);
  }
  law.centre = centreFit(raw, law);
  law.parents.clear();
  for (const [id, own] of raw) {
    const service = traits.get(id);
    if (service === undefined) continue;
    const name = parentOf(service);
    const parent = law.parents.get(name) ?? { mean: 0, variance: 0, count: 0, error: 0 };
    // A service with many cases says little more of its kind than one with some: their means differ anyhow.
    const trust = 1 / (spreadOfServices ** 2 + usualVariance / own.count);
    parent.mean += (trust * own.sum) / own.count;
    parent.error += trust;
    parent.variance += own.squares - own.sum ** 2 / own.count;
    parent.count += own.count;
    law.parents.set(name, parent);
  }
  for (const parent of law.parents.values()) shrinkParent(parent, law.centre);
  law.services.clear();
  for (const [id, own] of raw) {
    const service = traits.get(id);
    const parent = service === undefined ? law.centre : (law.parents.get(parentOf(service)) ?? law.centre);
    law.services.set(id, serviceFit(own, parent));
  }
}

function add(own: { count: number; sum: number; squares: number }, y: number): void {
  own.count += 1;
  own.sum += y;
  own.squares += y * y;
}

type Raw = { readonly count: number; readonly sum: number; readonly squares: number };

function centreFit(raw: ReadonlyMap<string, Raw>, law: ServiceLawState): Fit {
  let count = 0;
  let sum = 0;
  let within = 0;
  for (const own of raw.values()) {
    count += own.count;
    sum += own.sum;
    within += own.squares - own.sum ** 2 / own.count;
  }
  if (count === 0) return law.centre;
  const variance = (within + varianceWeight * usualVariance) / (count + varianceWeight);
  return { mean: sum / count, variance, count, error: 0.4 };
}

/** The services' means, drawn towards the centre's as far as a kind may differ from it. */
function shrinkParent(parent: Fit, centre: Fit): void {
  const between = 0.7 ** 2;
  const trust = parent.error;
  parent.mean = (parent.mean + centre.mean / between) / (trust + 1 / between);
  parent.error = Math.sqrt(1 / (trust + 1 / between));
  parent.variance =
    (Math.max(0, parent.variance) + varianceWeight * centre.variance) / (parent.count + varianceWeight);
}

function serviceFit({ count, sum, squares }: Raw, parent: Fit): Fit {
  const inside = Math.max(0, squares - sum ** 2 / count);
  const variance = (inside + varianceWeight * parent.variance) / (count + varianceWeight);
  const between = spreadOfServices ** 2 + parent.error ** 2;
  const precision = count / variance + 1 / between;
  const mean = (sum / variance + parent.mean / between) / precision;
  return { mean, variance, count, error: Math.sqrt(1 / precision) };
}

function fitActors(law: ServiceLawState): void {
  const sums = new Map<string, { weighted: number; weight: number }>();
  for (const [id, kept] of law.kept) {
    const fit = law.services.get(id) ?? law.centre;
    for (const { actor, y } of kept) {
      const own = sums.get(actor) ?? { weighted: 0, weight: 0 };
      own.weighted += (y - fit.mean) / fit.variance;
      own.weight += 1 / fit.variance;
      sums.set(actor, own);
    }
  }
  const prior = 1 / spreadOfActors ** 2;
  for (const [actor, { weighted, weight }] of sums)
    law.actors.set(actor, {
      effect: weighted / (weight + prior),
      error: Math.sqrt(1 / (weight + prior)),
    });
}

function fitShapes(law: ServiceLawState, traits: ReadonlyMap<string, ServiceTraits>): void {
  const pooled = new Map<string, number[]>();
  law.own.clear();
  for (const [id, kept] of law.kept) {
    const fit = law.services.get(id) ?? law.centre;
    const deviation = Math.sqrt(fit.variance);
    const own = kept.map(({ actor, y }) => (y - fit.mean - effectOf(law, actor)) / deviation);
    law.own.set(id, Float64Array.from(own).sort());
    const service = traits.get(id);
    const name = service === undefined ? '' : parentOf(service);
    const pool = pooled.get(name) ?? [];
    if (pool.length === 0) pooled.set(name, pool);
    for (const each of own) pool.push(each);
  }
  law.shapes.clear();
  for (const [name, pool] of pooled) law.shapes.set(name, Float64Array.from(pool).sort());
}

/** What is expected of one service: the middle of its logarithm, its variance, and how sure the middle is. */
export function expectedService(law: ServiceLawState, service: ServiceTraits): Fit {
  const own = law.services.get(service.id);
  if (own !== undefined) return own;
  const parent = law.parents.get(parentOf(service));
  const { mean, variance, error } = parent ?? law.centre;
  return { mean, variance, count: 0, error: Math.sqrt(spreadOfServices ** 2 + error ** 2) };
}

/** Evenly placed quantiles in seconds, for the usual pace; its own shape as far as it has one. */
export function serviceTimes(
  law: ServiceLawState,
  service: ServiceTraits,
  usualShape: ArrayLike<number>,
  size: number,
): Float64Array {
  const { mean, variance } = expectedService(law, service);
  const own = law.own.get(service.id) ?? new Float64Array(0);
  const pool = law.shapes.get(parentOf(service)) ?? new Float64Array(0);
  const poolShare = pool.length / (pool.length + 40);
  const ownShare = own.length / (own.length + 40);
  const deviation = Math.sqrt(variance);
  const table = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    const share = (index + 0.5) / size;
    const far = quantileOf(usualShape, share);
    const usual = pool.length === 0 ? far : poolShare * quantileOf(pool, share) + (1 - poolShare) * far;
    const shape = own.length === 0 ? usual : ownShare * quantileOf(own, share) + (1 - ownShare) * usual;
    table[index] = Math.exp(mean + deviation * shape);
  }
  return table;
}
