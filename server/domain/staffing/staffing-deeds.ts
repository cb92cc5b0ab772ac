// The deeds that may be advised for one group, each judged by playing the floor forward with it: lending where the lender
// stays well off itself, opening the reserve counter that serves most of the group, closing whoever is no longer needed.
import type { ServiceId } from '../../../protocol/ids.ts';
import type { GroupAtHand } from './advise.ts';
import { floorForward } from './floor-forward.ts';
import type { AdvisedDeed } from './staffing-advice.ts';
import type { CounterPicture, ServicePicture } from './staffing-picture.ts';

type Lend = Extract<AdvisedDeed, { kind: 'lend' }>;
type Open = Extract<AdvisedDeed, { kind: 'open' }>;
type Close = Extract<AdvisedDeed, { kind: 'close' }>;

const roundMs = 5 * 60_000;
/** A lender has waits below this share of the target now, and its own visitors are brought no nearer to it than that. */
const lenderShare = 0.6;
const lentShare = 0.8;
/** Lending is tried with so many of the less loaded counters: the others are no better. */
const lendersTried = 4;

/** The next five minutes on the clock: nobody says "by 9:07". */
function onTheClock(at: number): number {
  return Math.ceil(at / roundMs) * roundMs;
}

/** Lending that keeps the group within the target, or spares half of the late, without harm to the lender; or null. */
export function lendDeed(atHand: GroupAtHand, pending: AdvisedDeed | null): Lend | null {
  const serviceIds = easiestServices(atHand);
  if (serviceIds.length === 0) return null;
  const tried = lenders(atHand).map((counter) => lendBy(atHand, counter, serviceIds));
  const possible = tried.filter((each) => each !== null);
  const standing = possible.find(
    ({ deed }) => pending?.kind === 'lend' && deed.counterId === pending.counterId,
  );
  const best = possible.sort((a, b) => a.topWaitMs - b.topWaitMs)[0];
  return (standing ?? best)?.deed ?? null;
}

/** What another counter can do at once: the services that take least time, as long as enough people want them. */
function easiestServices({ services, picture, settings }: GroupAtHand): ServiceId[] {
  const demandOf = ({ waiting, expected }: ServicePicture) =>
    waiting + expected.reduce((sum, { fromAt, visitors }) => sum + (fromAt < untilAt ? visitors : 0), 0);
  const untilAt = picture.at + settings.horizonMs;
  const wanted = services
    .map((service) => ({ service, visitors: demandOf(service) }))
    .filter(({ visitors }) => visitors > 0);
  const all = wanted.reduce((sum, { visitors }) => sum + visitors, 0);
  const chosen: ServiceId[] = [];
  let reached = 0;
  for (const { service, visitors } of wanted.sort((a, b) => a.service.occupiesMs - b.service.occupiesMs)) {
    if (reached >= all / 3) break;
    chosen.push(service.serviceId);
    reached += visitors;
  }
  return chosen;
}

/** Open counters of other groups, the least loaded first. */
function lenders({ picture, standing, group, settings, taken }: GroupAtHand): CounterPicture[] {
  const serves = new Set(group.serviceIds);
  const loadOf = (counter: CounterPicture) =>
    Math.max(0, ...groupsOf(counter, picture.groups).map((id) => standing.get(id)?.topWaitMs ?? 0));
  return picture.counters
    .filter(({ counterId, status, serviceIds, lentFor, reserve }) => {
      const isFree = status === 'open' && !reserve && lentFor.length === 0 && !taken.has(counterId);
      return isFree && !serviceIds.some((id) => serves.has(id));
    })
    .map((counter) => ({ counter, load: loadOf(counter) }))
    .filter(({ load }) => load < settings.targetMs * lenderShare)
    .sort((a, b) => a.load - b.load)
    .slice(0, lendersTried)
    .map(({ counter }) => counter);
}

function groupsOf(counter: CounterPicture, groups: GroupAtHand['picture']['groups']): string[] {
  return groups
    .filter(({ serviceIds }) => serviceIds.some((id) => counter.serviceIds.includes(id)))
    .map(({ groupId }) => groupId);
}

function lendBy(
  { picture, settings, group, standing, forecast }: GroupAtHand,
  { counterId, serviceIds: own, ...counter }: CounterPicture,
  serviceIds: readonly ServiceId[],
): { deed: Lend; topWaitMs: number } | null {
  const { at } = picture;
  const longest = Math.min(picture.sessionEndsAt, at + settings.horizonMs);
  const change = { kind: 'lend', counterId, serviceIds, fromAt: at, untilAt: longest } as const;
  const lent = floorForward(picture, settings, [change]);
  const mine = lent.get(group.groupId);
  if (mine === undefined || (mine.topWaitMs > settings.targetMs && mine.late > forecast.late / 2))
    return null;
  const homes = groupsOf({ counterId, serviceIds: own, ...counter }, picture.groups);
  const others = picture.groups.filter(({ groupId }) => groupId !== group.groupId);
  const harmed = others.some(({ groupId }) => {
    const [was, becomes] = [standing.get(groupId)?.topWaitMs ?? 0, lent.get(groupId)?.topWaitMs ?? 0];
    return becomes > was && becomes > settings.targetMs * lentShare;
  });
  if (harmed) return null;
  const calm = standing.get(group.groupId)?.calmFrom ?? longest;
  const untilAt = Math.min(longest, onTheClock(Math.max(at + settings.stayMs / 2, calm)));
  const fromTopWaitMs = Math.max(0, ...homes.map((id) => lent.get(id)?.topWaitMs ?? 0));
  const deed = { kind: 'lend', counterId, serviceIds, fromGroupId: homes[0] ?? null } as const;
  return { deed: { ...deed, fromTopWaitMs, untilAt }, topWaitMs: mine.topWaitMs };
}

/** The reserve counter that serves most of the group's people; null where none is left. */
export function openDeed(
  { picture, settings, services, taken }: GroupAtHand,
  pending: AdvisedDeed | null,
): Open | null {
  const useOf = ({ serviceIds }: CounterPicture) =>
    services.reduce((sum, { serviceId, waiting, expected }) => {
      if (!serviceIds.includes(serviceId)) return sum;
      return sum + waiting + expected.reduce((all, { visitors }) => all + visitors, 0);
    }, 0);
  const ready = picture.counters
    .filter(
      ({ counterId, reserve, status, opensAt }) =>
        reserve && status === 'closed' && opensAt === null && !taken.has(counterId),
    )
    .map((counter) => ({ counter, use: useOf(counter) }))
    .filter(({ use }) => use > 0)
    .sort((a, b) => b.use - a.use)
    .map(({ counter }) => counter.counterId);
  const stands = pending?.kind === 'open' && ready.includes(pending.counterId) ? pending : null;
  // A time that has passed is no advice.
  if (stands !== null && stands.byAt > picture.at) return stands;
  const counterId = stands?.counterId ?? ready[0];
  return counterId === undefined
    ? null
    : { kind: 'open', counterId, byAt: onTheClock(picture.at + settings.leadMs) };
}

/** A reserve counter that has stayed long enough and without which the group does well; null where there is none. */
export function closeDeed(
  { picture, settings, atWork, taken }: GroupAtHand,
  pending: Close | null,
): Close | null {
  const { at } = picture;
  const due = atWork.filter(
    ({ counterId, reserve, openedAt }) =>
      reserve && openedAt !== null && at >= openedAt + settings.stayMs && !taken.has(counterId),
  );
  // What was said stands up to the target, as with opening.
  const limitMs = (counterId: string) =>
    pending?.counterId === counterId ? settings.targetMs * lenderShare : settings.enoughMs;
  const spare = due.find((counter) => {
    const { counterId } = counter;
    const forecasts = floorForward(picture, settings, [{ kind: 'close', counterId }]);
    // Where groups share a counter, it is spared only if all of them can spare it.
    return groupsOf(counter, picture.groups).every(
      (groupId) => (forecasts.get(groupId)?.topWaitMs ?? 0) < limitMs(counterId),
    );
  });
  return spare === undefined ? null : { kind: 'close', counterId: spare.counterId };
}
