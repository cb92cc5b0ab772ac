// A played day whose supervisor follows the staffing advice: opens whom it names after the time that takes, lends by a
// change of work profiles, closes. The figures come from other days played before. What was advised is kept, so that the
// same day without advice can say whether it was needed.
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import type { Setup } from '../../../protocol/setup-schema.ts';
import { localTime } from '../../domain/business-day.ts';
import { type AdviceRecord, recordOf, wasNeeded } from '../../domain/staffing/advice-record.ts';
import { type AdviceMemory, adviseStaffing } from '../../domain/staffing/advise.ts';
import { type FloorFacts, floorPicture } from '../../domain/staffing/floor-picture.ts';
import type { AdvisedDeed, StaffingAdvice } from '../../domain/staffing/staffing-advice.ts';
import type { StaffingFigures } from '../../domain/staffing/staffing-figures.ts';
import type { StaffingSettings } from '../../domain/staffing/staffing-picture.ts';
import { visitsOf } from './advice-judgement.ts';
import type { DayPlan, Span } from './day-plan.ts';
import type { PlayedDay } from './played-day.ts';
import { playDay } from './player.ts';
import type { SupervisedFloor, Supervisor } from './supervision.ts';

export type Followed = { readonly advice: StaffingAdvice; readonly record: AdviceRecord };
export type AdvisedDay = {
  readonly day: PlayedDay;
  readonly followed: readonly Followed[];
};
type Loan = {
  readonly counterId: CounterId;
  readonly serviceIds: readonly ServiceId[];
  readonly untilAt: number;
};

const lookEveryMs = 5 * 60_000;

/** `withoutAdvice`: the same plan as it goes without; it says what was needed. */
export function playAdvised(
  plan: DayPlan,
  figures: StaffingFigures,
  settings: StaffingSettings,
  withoutAdvice: PlayedDay,
): AdvisedDay {
  const given: StaffingAdvice[] = [];
  const day = playDay(plan, { supervisor: follower(plan, figures, settings, given) });
  const followed = given.map((advice): Followed => {
    const record = recordOf(advice);
    const visits = visitsOf(withoutAdvice, advice.serviceIds);
    const judged = wasNeeded({ givenAt: record.givenAt, targetMs: settings.targetMs }, visits);
    return { advice, record: { ...record, followedAt: record.givenAt, judged } };
  });
  return { day, followed };
}

function follower(
  plan: DayPlan,
  figures: StaffingFigures,
  settings: StaffingSettings,
  given: StaffingAdvice[],
): Supervisor {
  const desk: FollowersDesk = { plan, due: new Map(), loans: [] };
  let memory: AdviceMemory = {};
  return {
    everyMs: lookEveryMs,
    look(floor) {
      endLoans(desk, floor);
      const session = sessionAt(plan.setup, floor.at);
      if (session === null) return;
      const picture = floorPicture(floor.state, floor.rules, factsOf(desk, figures, floor.at, session));
      const advised = adviseStaffing(picture, settings, memory);
      memory = advised.memory;
      // What stands from the last look has been done already.
      for (const advice of advised.advice.filter(({ since }) => since === floor.at)) {
        given.push(advice);
        follow(desk, advice.deed, floor, { fromAt: floor.at + settings.leadMs, toAt: session.toAt });
      }
    },
  };
}

/** What the supervisor has under way: counters that will open, and loans. */
type FollowersDesk = { readonly plan: DayPlan; readonly due: Map<CounterId, number>; loans: readonly Loan[] };

function factsOf(
  { plan, due, loans }: FollowersDesk,
  figures: StaffingFigures,
  at: number,
  session: Span,
): FloorFacts {
  for (const [id, opensAt] of due) if (opensAt <= at) due.delete(id);
  const reserve = plan.counters.filter(({ open }) => open.length === 0).map(({ counterId }) => counterId);
  return {
    ...{ at, sessionBeginsAt: session.fromAt, sessionEndsAt: session.toAt, figures, groups: null },
    reserve: new Set(reserve),
    due: new Map([...plannedToOpen(plan, at), ...due]),
    lent: new Map(loans.map(({ counterId, serviceIds }) => [counterId, serviceIds])),
  };
}

function follow(desk: FollowersDesk, deed: AdvisedDeed, floor: SupervisedFloor, span: Span): void {
  if (deed.kind === 'close') floor.close(deed.counterId);
  else if (deed.kind === 'lend') {
    desk.loans = [...desk.loans, deed];
    floor.changeSetup(withLoans(desk.plan.setup, desk.loans));
  } else {
    desk.due.set(deed.counterId, span.fromAt);
    floor.open(deed.counterId, span);
  }
}

function endLoans(desk: FollowersDesk, floor: SupervisedFloor): void {
  const left = desk.loans.filter(({ untilAt }) => untilAt > floor.at);
  if (left.length === desk.loans.length) return;
  desk.loans = left;
  floor.changeSetup(withLoans(desk.plan.setup, left));
}

/** Counters of the plan that are to open soon. */
function plannedToOpen({ counters }: DayPlan, at: number): [CounterId, number][] {
  return counters.flatMap(({ counterId, open }): [CounterId, number][] => {
    const next = open.find(({ fromAt, toAt }) => fromAt >= at && toAt > at);
    return next === undefined ? [] : [[counterId, next.fromAt]];
  });
}

/** The session at a time, or the next one of that day. */
function sessionAt({ hours, centre }: Setup, at: number): Span | null {
  const { minutes } = localTime(at, centre.timeZone);
  const midnight = at - (at % 60_000) - minutes * 60_000;
  const timeOf = (time: string) =>
    midnight + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
  const spans = hours.sessions.map(({ opens, closes }) => ({ fromAt: timeOf(opens), toAt: timeOf(closes) }));
  return spans.find(({ toAt }) => toAt > at) ?? null;
}

/** The set-up in which each lent counter has a profile of its own, with the lent services besides. */
function withLoans(setup: Setup, loans: readonly Loan[]): Setup {
  const lentProfiles = loans.flatMap(({ counterId, serviceIds }) => {
    const counter = setup.counters.find(({ id }) => id === counterId);
    const own = setup.profiles.find(({ id }) => id === counter?.profileId);
    if (own === undefined) return [];
    const profileId = `lent-${counterId}` as typeof own.id;
    return [
      { counterId, profile: { ...own, id: profileId, serviceIds: [...own.serviceIds, ...serviceIds] } },
    ];
  });
  const profileOf = new Map(lentProfiles.map(({ counterId, profile }) => [counterId, profile.id]));
  return {
    ...setup,
    profiles: [...setup.profiles, ...lentProfiles.map(({ profile }) => profile)],
    counters: setup.counters.map((each) => ({
      ...each,
      profileId: profileOf.get(each.id) ?? each.profileId,
    })),
  };
}
