// What staffing advice is made from: the floor at one moment as plain figures. Whoever builds it (from the running floor,
// a simulated one, or another system's log) decides nothing; groups are given, so that a centre may look at its floor by
// department as well as by the counters that its services share.
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';

/** Visitors expected in a span of time, usually a half hour; times are epoch ms. */
export type ExpectedArrivals = { readonly fromAt: number; readonly toAt: number; readonly visitors: number };
export type ServicePicture = {
  readonly serviceId: ServiceId;
  readonly waiting: number;
  readonly longestWaitMs: number;
  /** How long one visitor takes a counter on average, from the call to the next call. */
  readonly occupiesMs: number;
  /** Who is still expected, already scaled to today (expected-arrivals.ts). */
  readonly expected: readonly ExpectedArrivals[];
};
export type CounterPicture = {
  readonly counterId: CounterId;
  /** What "next" draws from here now; for a closed counter, what it would draw from. */
  readonly serviceIds: readonly ServiceId[];
  readonly status: 'open' | 'paused' | 'closed';
  /** A reserve counter is opened and closed on advice; the others belong to the plan of the day. */
  readonly reserve: boolean;
  readonly openedAt: number | null;
  /** A closed counter of the plan that is due to open; null where nobody is expected. */
  readonly opensAt: number | null;
  /** How long the ticket in hand will still take, as far as known; 0 where none is. */
  readonly busyForMs: number;
  /** Services that it has been lent out for besides its own. */
  readonly lentFor: readonly ServiceId[];
};
export type ServiceGroup = { readonly groupId: string; readonly serviceIds: readonly ServiceId[] };
export type StaffingPicture = {
  readonly at: number;
  /** The present session, or the next one where none is: counters work within it. */
  readonly sessionBeginsAt: number;
  readonly sessionEndsAt: number;
  readonly groups: readonly ServiceGroup[];
  readonly services: readonly ServicePicture[];
  readonly counters: readonly CounterPicture[];
};

/** The figures by which advice is given; all of them are the centre's to settle. */
export type StaffingSettings = {
  /** Nobody should wait longer than this. */
  readonly targetMs: number;
  /** More hands are advised only where at least so many visitors, and this share of them, would wait longer. */
  readonly lateAtLeast: number;
  readonly lateShare: number;
  /** Below this projected wait an extra counter is no longer needed. */
  readonly enoughMs: number;
  /** From the advice until a counter is staffed. */
  readonly leadMs: number;
  readonly horizonMs: number;
  /** A counter that was opened on advice stays at least so long, a loan lasts so long at least. */
  readonly stayMs: number;
  /** After a deed was advised or done the next one for that group waits so long. */
  readonly pauseMs: number;
  /** Share of its time that an open counter is staffed: the rest is breaks. */
  readonly presence: number;
};
const minuteMs = 60_000;
export const defaultStaffing: StaffingSettings = {
  ...{ targetMs: 15 * minuteMs, enoughMs: 6 * minuteMs, leadMs: 10 * minuteMs, horizonMs: 75 * minuteMs },
  ...{ stayMs: 60 * minuteMs, pauseMs: 10 * minuteMs, presence: 0.95, lateAtLeast: 3, lateShare: 0.33 },
};

/** The groups that follow from the counters: services that share a counter, directly or through others, are one group. */
export function sharedGroups(counters: readonly Pick<CounterPicture, 'serviceIds'>[]): ServiceGroup[] {
  const groups: Set<ServiceId>[] = [];
  for (const { serviceIds } of counters) {
    const joined = new Set(serviceIds);
    for (const group of groups.filter((each) => serviceIds.some((id) => each.has(id)))) {
      for (const id of group) joined.add(id);
      groups.splice(groups.indexOf(group), 1);
    }
    if (joined.size > 0) groups.push(joined);
  }
  return groups.map((group) => ({ groupId: [...group][0] ?? '', serviceIds: [...group] }));
}
