// Judges advice that was followed on a recorded day: the day is played again without the counter that was opened on it,
// and the record says whether its group would have waited too long. The set-up is the one without loans.
import type { BusinessDay, ServiceId } from '../../../protocol/ids.ts';
import type { Setup } from '../../../protocol/setup-schema.ts';
import type { RecordedEvent } from '../../domain/events.ts';
import { type AdviceRecord, type ReplayedVisit, wasNeeded } from '../../domain/staffing/advice-record.ts';
import type { DayPlan } from './day-plan.ts';
import type { PlayedDay } from './played-day.ts';
import { playDay } from './player.ts';
import { recordedDay } from './recorded-day.ts';

export type RecordedFloor = {
  readonly rows: readonly RecordedEvent[];
  readonly setup: Setup;
  readonly businessDay: BusinessDay;
};

/** The record with its judgement. `serviceIds` are the group's; `targetMs` is what the advice was to keep. */
export function judgedRecord(
  record: AdviceRecord,
  serviceIds: readonly ServiceId[],
  targetMs: number,
  { rows, setup, businessDay }: RecordedFloor,
): AdviceRecord {
  const replayed = playDay(withoutOpening(recordedDay(rows, setup, businessDay), record));
  const { givenAt } = record;
  return { ...record, judged: wasNeeded({ givenAt, targetMs }, visitsOf(replayed, serviceIds)) };
}

/** The plan as it would have been: what was opened on this advice stays closed that time. */
function withoutOpening(plan: DayPlan, { deed, givenAt }: AdviceRecord): DayPlan {
  if (deed.kind !== 'open') return plan;
  const counters = plan.counters.map((counter) => {
    if (counter.counterId !== deed.counterId) return counter;
    const first = counter.open.find(({ fromAt }) => fromAt >= givenAt);
    return { ...counter, open: counter.open.filter((span) => span !== first) };
  });
  return { ...plan, counters };
}

/** How those who came for these services waited; whoever was never called waited until the end. */
export function visitsOf({ stages, endsAt }: PlayedDay, serviceIds: readonly ServiceId[]): ReplayedVisit[] {
  const ofGroup = new Set(serviceIds);
  return stages
    .filter(({ serviceId, stage, outcome }) => {
      return stage === 0 && ofGroup.has(serviceId) && outcome !== 'cancelled';
    })
    .map(({ joinedAt, calledAt }) => ({ joinedAt, waitMs: (calledAt ?? endsAt) - joinedAt }));
}
