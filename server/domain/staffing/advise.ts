// Gives, keeps and withdraws staffing advice. A group is in need from the moment its projected wait passes the target
// until it falls below what is enough: between the two nothing changes, so advice does not come and go. In need, lending
// a less loaded counter comes first, then opening one more; whoever was called in stays for a while and is let go only
// when the group would do well without. Pure: what was said before is handed in and given back.
import type { CounterId } from '../../../protocol/ids.ts';
import { type CounterChange, floorForward, type GroupForecast } from './floor-forward.ts';
import type { AdvisedDeed, Prospect, StaffingAdvice } from './staffing-advice.ts';
import { closeDeed, lendDeed, openDeed } from './staffing-deeds.ts';
import type {
  CounterPicture,
  ServiceGroup,
  ServicePicture,
  StaffingPicture,
  StaffingSettings,
} from './staffing-picture.ts';

/** What was said of a group, for the next time. Plain data. */
export type GroupMemory = {
  readonly deed: AdvisedDeed | null;
  readonly since: number;
  /** When a deed was last done: the next one waits a little to see what it brings. */
  readonly doneAt: number | null;
};
export type AdviceMemory = Readonly<Record<string, GroupMemory>>;
export type Advised = { readonly advice: readonly StaffingAdvice[]; readonly memory: AdviceMemory };

export type GroupAtHand = {
  readonly picture: StaffingPicture;
  readonly settings: StaffingSettings;
  readonly group: ServiceGroup;
  readonly services: readonly ServicePicture[];
  /** Those that serve the group now, lent ones among them. */
  readonly atWork: readonly CounterPicture[];
  /** Every group's prospect as things stand. */
  readonly standing: ReadonlyMap<string, GroupForecast>;
  readonly forecast: GroupForecast;
  /** Counters that other advice of this moment is about. */
  readonly taken: ReadonlySet<CounterId>;
};

/** The advice of this moment, at most one deed a group and one a counter. */
export function adviseStaffing(
  picture: StaffingPicture,
  settings: StaffingSettings,
  memory: AdviceMemory = {},
): Advised {
  const standing = floorForward(picture, settings);
  const advice: StaffingAdvice[] = [];
  const next: Record<string, GroupMemory> = {};
  const taken = new Set<CounterId>();
  // The group that is worst off chooses first.
  const groups = picture.groups
    .map((group) => ({ group, forecast: standing.get(group.groupId) }))
    .sort((a, b) => (b.forecast?.topWaitMs ?? 0) - (a.forecast?.topWaitMs ?? 0));
  for (const { group, forecast } of groups) {
    if (forecast === undefined) continue;
    const serves = new Set(group.serviceIds);
    const atHand: GroupAtHand = {
      ...{ picture, settings, group, standing, forecast, taken },
      services: picture.services.filter(({ serviceId }) => serves.has(serviceId)),
      atWork: picture.counters.filter(
        ({ status, serviceIds }) => status !== 'closed' && serviceIds.some((id) => serves.has(id)),
      ),
    };
    const { deed, remembered } = deedFor(atHand, memory[group.groupId]);
    next[group.groupId] = remembered;
    if (deed === null) continue;
    taken.add(deed.counterId);
    advice.push(adviceOf(atHand, deed, remembered.since));
  }
  return { advice, memory: next };
}

function deedFor(
  atHand: GroupAtHand,
  before: GroupMemory = { deed: null, since: 0, doneAt: null },
): { deed: AdvisedDeed | null; remembered: GroupMemory } {
  const { picture, settings, forecast } = atHand;
  const { at } = picture;
  const isDone = before.deed !== null && isDoneNow(before.deed, picture);
  const doneAt = isDone ? at : before.doneAt;
  const pending = isDone ? null : before.deed;
  const rests = doneAt !== null && at < doneAt + settings.pauseMs;
  const stands = pending !== null && pending.kind !== 'close';
  // Between the two limits what was said stands, and nothing new is said.
  const needs = stands ? forecast.topWaitMs > settings.enoughMs : isInNeed(forecast, settings);
  const deed = needs
    ? rests || !mayStillHelp(atHand)
      ? null
      : moreHands(atHand, pending)
    : closeDeed(atHand, pending?.kind === 'close' ? pending : null);
  const isSame =
    deed !== null && before.deed?.kind === deed.kind && before.deed.counterId === deed.counterId && !isDone;
  return { deed, remembered: { deed, since: isSame ? before.since : at, doneAt } };
}

/** One who waits long is bad luck; several, and a good part of those who come, are too few counters. */
function isInNeed({ topWaitMs, visitors, late }: GroupForecast, settings: StaffingSettings): boolean {
  const isMuch = late >= settings.lateAtLeast && late >= visitors * settings.lateShare;
  return topWaitMs > settings.targetMs && isMuch;
}

/** Before a session nobody can sit down yet, and so near its end nobody does any more. */
function mayStillHelp({ picture: { at, sessionBeginsAt, sessionEndsAt }, settings }: GroupAtHand): boolean {
  return at >= sessionBeginsAt - settings.leadMs && at + 2 * settings.leadMs <= sessionEndsAt;
}

/** What was advised stands while it can still be done; else lending, else one more counter. */
function moreHands(atHand: GroupAtHand, pending: AdvisedDeed | null): AdvisedDeed | null {
  const [lend, open] = [() => lendDeed(atHand, pending), () => openDeed(atHand, pending)];
  return pending?.kind === 'open' ? (open() ?? lend()) : (lend() ?? open());
}

function isDoneNow(deed: AdvisedDeed, { counters }: StaffingPicture): boolean {
  const counter = counters.find(({ counterId }) => counterId === deed.counterId);
  if (counter === undefined) return false;
  if (deed.kind === 'open') return counter.status !== 'closed' || counter.opensAt !== null;
  if (deed.kind === 'close') return counter.status === 'closed';
  return deed.serviceIds.some((id) => counter.serviceIds.includes(id));
}

/** A deed as a change of the counters. */
export function changeOf(deed: AdvisedDeed, at: number): CounterChange {
  if (deed.kind === 'open') return { kind: 'open', counterId: deed.counterId, fromAt: deed.byAt };
  if (deed.kind === 'close') return { kind: 'close', counterId: deed.counterId };
  return { ...deed, fromAt: at };
}

function adviceOf(atHand: GroupAtHand, deed: AdvisedDeed, since: number): StaffingAdvice {
  const { picture, settings, group, services, atWork, forecast } = atHand;
  const changed = floorForward(picture, settings, [changeOf(deed, picture.at)]);
  return {
    ...{ groupId: group.groupId, serviceIds: group.serviceIds, deed, since },
    waiting: services.reduce((sum, { waiting }) => sum + waiting, 0),
    longestWaitMs: Math.max(0, ...services.map(({ longestWaitMs }) => longestWaitMs)),
    counters: atWork.length,
    expected: forecast.visitors,
    targetMs: settings.targetMs,
    without: prospectOf(forecast),
    withDeed: prospectOf(changed.get(group.groupId) ?? forecast),
  };
}

function prospectOf({ topWaitMs, topAt, late }: GroupForecast): Prospect {
  return { topWaitMs, topAt, late };
}
