// The laws as tables that a play draws from without computing: quantiles of service times, walks, pauses and so on. Made
// anew whenever the laws were fitted anew, and shared by all estimates in between.
import type { ArrivalLawState } from './arrival-law.ts';
import { classShares, dayProfile, usualADay } from './arrival-law.ts';
import { cameShare, pauseRate, usualHabits } from './habit-laws.ts';
import { quantileTable } from './kept-values.ts';
import { cancelledShare, goneByMinute, returnedShare, sentOnShare } from './leaving-law.ts';
import { normalQuantile } from './play-chance.ts';
import { expectedService, serviceTimes } from './service-law.ts';
import type { WaitLaws, WaitLawsState } from './wait-laws.ts';

/** Entries of a table of service times, and of the others. */
export const timesSize = 512;
export const habitSize = 64;
export const goneMinutes = 600;

export type ServiceTable = {
  readonly seconds: Float64Array;
  /** How unsure the middle is, on the logarithmic scale. */
  readonly error: number;
  readonly observations: number;
};
export type LawTables = {
  service(serviceId: string): ServiceTable;
  walk(priorityClass: string | null): Float64Array;
  readonly patience: Float64Array;
  readonly late: Float64Array;
  readonly pauses: Float64Array;
  readonly returns: Float64Array;
  readonly punctuality: Float64Array;
  readonly gone: Float64Array;
  readonly pauseRate: number;
  readonly cancelled: number;
  readonly returned: number;
  readonly sentOn: number;
  readonly came: number;
  readonly profile: Float64Array;
  /** The priority classes that have come so far; '' is the ordinary. */
  readonly classes: readonly string[];
  usualADay(serviceId: string, name: string): number;
};

const made = new WeakMap<WaitLawsState, { readonly version: number; readonly tables: LawTables }>();

export function lawTables(laws: WaitLaws): LawTables {
  const known = made.get(laws.state);
  if (known !== undefined && known.version === laws.state.version) return known.tables;
  const tables = makeTables(laws);
  made.set(laws.state, { version: laws.state.version, tables });
  return tables;
}

const normalShape = Float64Array.from({ length: 101 }, (_, index) => normalQuantile((index + 0.5) / 101));

function makeTables({ state, traits }: WaitLaws): LawTables {
  const { services, habits, leaving, arrivals } = state;
  const made = new Map<string, ServiceTable>();
  const walks = new Map<string, Float64Array>();
  return {
    service(serviceId) {
      const known = made.get(serviceId);
      if (known !== undefined) return known;
      const own = traits.get(serviceId) ?? { id: serviceId, departmentId: serviceId, kind: null };
      const { error, count } = expectedService(services, own);
      const seconds = serviceTimes(services, own, normalShape, timesSize);
      const table = { seconds, error, observations: count };
      made.set(serviceId, table);
      return table;
    },
    walk(priorityClass) {
      const name = priorityClass ?? '';
      const known = walks.get(name);
      if (known !== undefined) return known;
      const all = [...habits.walks.values()].flatMap(({ values }) => values).sort((a, b) => a - b);
      const usual = all.length < 10 ? usualHabits.walk : thinned(all);
      const table = quantileTable(habits.walks.get(name)?.values ?? [], usual, habitSize);
      walks.set(name, table);
      return table;
    },
    patience: quantileTable(habits.patience.values, usualHabits.patience, habitSize),
    late: quantileTable(habits.late.values, usualHabits.late, habitSize),
    pauses: quantileTable(habits.pauses.values, usualHabits.pause, habitSize),
    returns: quantileTable(leaving.returnSeconds.values, usualHabits.returns, habitSize),
    punctuality: quantileTable(habits.punctuality.values, usualHabits.punctuality, habitSize),
    gone: goneByMinute(leaving, goneMinutes),
    pauseRate: pauseRate(habits),
    cancelled: cancelledShare(leaving),
    returned: returnedShare(leaving),
    sentOn: sentOnShare(leaving),
    came: cameShare(habits),
    ...arrivalTables(arrivals),
  };
}

/** Nine of many: as little known as one class may weigh against its own. */
function thinned(sorted: readonly number[]): number[] {
  return Array.from(
    { length: 9 },
    (_, index) => sorted[Math.floor(((index + 0.5) * sorted.length) / 9)] ?? 0,
  );
}

function arrivalTables(arrivals: ArrivalLawState): Pick<LawTables, 'profile' | 'classes' | 'usualADay'> {
  const shares = classShares(arrivals);
  return {
    profile: dayProfile(arrivals),
    classes: [...shares.keys()],
    usualADay: (serviceId, name) => usualADay(arrivals, serviceId, name, shares),
  };
}
