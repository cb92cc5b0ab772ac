// Where staffing advice is given: follows the journal's rows with a floor of its own, knows the half hours of past days, looks
// twice a minute at most, and keeps the record of having been right: when a day is over, each advice of it is judged by
// playing the day again without what was done on it.
import type { BusinessDay, CounterId, ServiceId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { BranchState } from '../domain/branch-state.ts';
import type { CentreRules } from '../domain/centre-rules.ts';
import { lendingsAt, mayServe } from '../domain/draws.ts';
import type { EventType, RecordedEvent } from '../domain/events.ts';
import { newFold } from '../domain/evolve.ts';
import { type AdviceRecord, recordOf } from '../domain/staffing/advice-record.ts';
import { type AdviceMemory, adviseStaffing } from '../domain/staffing/advise.ts';
import { floorPicture } from '../domain/staffing/floor-picture.ts';
import type { StaffingAdvice } from '../domain/staffing/staffing-advice.ts';
import { type StaffingFigures, staffingFigures } from '../domain/staffing/staffing-figures.ts';
import { defaultStaffing } from '../domain/staffing/staffing-picture.ts';
import { calendarOf } from '../domain/wait-estimate/picture-of.ts';
import { judgedRecord } from '../simulation/play/advice-judgement.ts';

/** A piece of advice as it is kept, with what judging it needs. */
export type KeptAdvice = {
  readonly day: BusinessDay;
  readonly serviceIds: readonly ServiceId[];
  readonly targetMs: number;
  readonly record: AdviceRecord;
};
export type AdviceDesk = {
  setUp(rules: CentreRules): void;
  hear(rows: readonly RecordedEvent[]): void;
  /** The advice of this moment. */
  look(at: number): readonly StaffingAdvice[];
  /** The newest last. */
  kept(): readonly KeptAdvice[];
};

const lookEveryMs = 30_000;
const daysAtMost = 10;
const keptAtMost = 500;
/** Days are judged that were advised and are over; a centre's day has no more rows. */
const rowsAtMost = 60_000;
/** What the figures of a usual day are made from. */
const figured: ReadonlySet<EventType> = new Set<EventType>([
  'ticket-issued',
  'ticket-called',
  'service-finished',
  'ticket-no-show',
  'ticket-transferred',
]);

export function createAdviceDesk(
  first: CentreRules,
  alwaysOpen: boolean,
  before: readonly KeptAdvice[],
): AdviceDesk {
  let rules = first;
  const fold = newFold();
  const days: RecordedEvent[][] = [];
  let figures: StaffingFigures = new Map();
  let today: RecordedEvent[] = [];
  /** The counters that worked today, and those of the last day on which anybody did. */
  let worked = new Set<CounterId>();
  let usual: ReadonlySet<CounterId> = new Set();
  let memory: AdviceMemory = {};
  let advice: readonly StaffingAdvice[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  const kept: KeptAdvice[] = [...before];
  const isOf = (day: BusinessDay | null) => (each: KeptAdvice) => each.day === day;

  const endDay = (day: BusinessDay | null) => {
    const came = today.filter(({ event }) => figured.has(event.type));
    if (came.length > 0) days.push(came);
    days.splice(0, Math.max(0, days.length - daysAtMost));
    figures = staffingFigures(days, rules.setup.centre.timeZone);
    if (day !== null) judge(kept, today, rules.setup, day);
    if (worked.size > 0) usual = worked;
    worked = new Set();
    today = [];
    memory = {};
    advice = [];
    lookedAt = Number.NEGATIVE_INFINITY;
  };
  return {
    setUp(next) {
      rules = next;
    },
    hear(rows) {
      for (const row of rows) {
        if (row.event.type === 'business-day-started') endDay(fold.state.businessDay);
        fold.evolve(row);
        if (row.event.type === 'counter-opened') worked.add(row.event.counterId);
        if (today.length < rowsAtMost) today.push(row);
      }
    },
    look(at) {
      if (at - lookedAt < lookEveryMs) return advice;
      lookedAt = at;
      const session = sessionOf(rules, at, alwaysOpen);
      const { businessDay } = fold.state;
      if (session === null || businessDay === null) return [];
      const { state } = fold;
      const picture = floorPicture(state, rules, {
        ...{ at, sessionBeginsAt: session.opensAt, sessionEndsAt: session.closesAt, figures },
        reserve: reserveOf(rules, state, usual.size > 0 ? usual : worked),
        due: new Map(),
        lent: lentOf(rules, state, at),
        groups: null,
      });
      const said = adviseStaffing(picture, defaultStaffing, memory);
      ({ advice, memory } = said);
      for (const each of advice) if (!kept.some(isSame(each, businessDay))) keep(kept, each, businessDay);
      for (const [index, each] of kept.entries())
        if (isOf(businessDay)(each) && isFollowed(each, state, rules, at))
          kept[index] = { ...each, record: { ...each.record, followedAt: at } };
      return advice;
    },
    kept: () => kept,
  };
}

function keep(kept: KeptAdvice[], advice: StaffingAdvice, day: BusinessDay): void {
  const { serviceIds, targetMs } = advice;
  kept.push({ day, serviceIds, targetMs, record: recordOf(advice) });
  kept.splice(0, Math.max(0, kept.length - keptAtMost));
}

const isSame =
  ({ deed, since, groupId }: StaffingAdvice, day: BusinessDay) =>
  ({ record, ...kept }: KeptAdvice) =>
    kept.day === day &&
    record.groupId === groupId &&
    record.givenAt === since &&
    record.deed.kind === deed.kind &&
    record.deed.counterId === deed.counterId;

/** Within its time the floor has become as advised; not yet noted. */
function isFollowed(
  { record: { deed, followedAt, givenAt } }: KeptAdvice,
  state: BranchState,
  rules: CentreRules,
  at: number,
): boolean {
  if (followedAt !== null || at - givenAt > defaultStaffing.stayMs) return false;
  const counter = state.counters.get(deed.counterId);
  const isOpen = counter !== undefined && counter.status !== 'closed';
  if (deed.kind === 'open') return isOpen;
  if (deed.kind === 'close') return !isOpen;
  const serves = new Set<string>(mayServe(state, rules, deed.counterId, at));
  return deed.serviceIds.some((id) => serves.has(id));
}

/** What was advised that day and is not judged yet, by playing the day again without what was opened or lent for it. */
function judge(
  kept: KeptAdvice[],
  rows: readonly RecordedEvent[],
  setup: Setup,
  businessDay: BusinessDay,
): void {
  for (const [index, each] of kept.entries()) {
    const { day, record, serviceIds, targetMs } = each;
    if (day !== businessDay || record.judged !== null || record.deed.kind === 'close') continue;
    const floor = { rows, setup, businessDay };
    kept[index] = { ...each, record: judgedRecord(record, serviceIds, targetMs, floor) };
  }
}

/** The session of this moment, or the next one of today. */
function sessionOf(rules: CentreRules, at: number, alwaysOpen: boolean) {
  return calendarOf({ rules, at, alwaysOpen }).sessions.find(({ closesAt }) => at < closesAt) ?? null;
}

/** A counter that is shut, or that does not usually work, may be opened and closed on advice; the others may be lent. */
function reserveOf(
  rules: CentreRules,
  state: BranchState,
  usual: ReadonlySet<CounterId>,
): ReadonlySet<CounterId> {
  const isShut = (id: CounterId) => (state.counters.get(id)?.status ?? 'closed') === 'closed';
  return new Set([...rules.counters.keys()].filter((id) => isShut(id) || !usual.has(id)));
}

function lentOf(
  rules: CentreRules,
  state: BranchState,
  at: number,
): ReadonlyMap<CounterId, readonly ServiceId[]> {
  const lent = new Map<CounterId, readonly ServiceId[]>();
  for (const id of rules.counters.keys()) {
    const lendings = lendingsAt(state, id, at).map(({ serviceId }) => serviceId);
    if (lendings.length > 0) lent.set(id, lendings);
  }
  return lent;
}
