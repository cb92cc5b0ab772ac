// What a dispatch policy would have done on a planned day: waits by kind of visit and by service against what the centre
// promises, fairness and idle counters. Promises are the set-up's under every policy, so that all are judged alike.
// Which policy is better is left to whoever reads it.
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { PolicyTrial, TrialWaits, VisitKind } from '../../protocol/views/policy-trial.ts';
import { type Appointments, appointmentsOf } from '../domain/dispatch/appointments.ts';
import { minuteMs, type Queued } from '../domain/dispatch/dispatch-policy.ts';
import { type Promises, promisesOf } from '../domain/dispatch/promises.ts';
import type { DayPlan } from '../simulation/play/day-plan.ts';
import { measuresOf, type WaitRule, waitsBy } from '../simulation/play/measures.ts';
import type { PlayedStage } from '../simulation/play/played-day.ts';
import { playDay } from '../simulation/play/player.ts';

/** Plays the day under this policy, everything else of the set-up as it is. */
export function policyTrial(plan: DayPlan, policy: PolicyName): PolicyTrial {
  const { setup } = plan;
  const dispatch = { ...setup.dispatch, policy };
  const day = playDay({ ...plan, setup: { ...setup, dispatch } });
  const appointments = appointmentsOf(dispatch);
  const rule = promised(promisesOf(dispatch), appointments, dispatch.appointments.promiseMinutes * minuteMs);
  const waits = (stages: readonly PlayedStage[]) => trialWaits(stages, rule);
  const of = (kind: VisitKind) => waits(day.stages.filter((each) => kindOf(each, appointments) === kind));
  const { fairness, counters, unserved } = measuresOf(day, 0);
  // Whom the rules of today give no number is left without service too.
  const refused = Object.values(day.refused).reduce((sum, people) => sum + people, 0);
  return {
    policy,
    kinds: { ordinary: of('ordinary'), priority: of('priority'), appointments: of('appointments') },
    services: setup.services.flatMap(({ id: serviceId, name }) => {
      const stages = day.stages.filter((each) => each.serviceId === serviceId);
      return stages.length === 0 ? [] : [{ serviceId, name, waits: waits(stages) }];
    }),
    ...{ passedMost: fairness.passedMost, unserved: unserved + refused, idleShare: counters.idleShare },
  };
}

function trialWaits(stages: readonly PlayedStage[], rule: WaitRule): TrialWaits {
  const { overTargetShare, ...waits } = waitsBy(stages, rule);
  return { ...waits, overPromiseShare: overTargetShare };
}

/** An appointment waits from when it counts as waiting for its time; everybody else from joining, with head starts counted. */
function promised(promises: Promises, { countsFrom }: Appointments, appointmentMs: number): WaitRule {
  return {
    waitMs(stage) {
      const { calledAt, joinedAt } = stage;
      const from = Math.max(joinedAt, countsFrom(queued(stage)) ?? joinedAt);
      return Math.max(0, (calledAt ?? joinedAt) - from);
    },
    isLate(stage, waitMs) {
      if (countsFrom(queued(stage)) !== null) return waitMs > appointmentMs;
      return promises.used(queued(stage), stage.calledAt ?? stage.joinedAt).share > 1;
    },
  };
}

function kindOf(stage: PlayedStage, { countsFrom }: Appointments): VisitKind {
  if (countsFrom(queued(stage)) !== null) return 'appointments';
  return stage.priorityClass === null ? 'ordinary' : 'priority';
}

/** The stage as promises see it when it joins its queue. */
function queued({ ticketId, serviceId, priorityClass, appointmentAt, joinedAt, stage }: PlayedStage): Queued {
  return {
    ...{ number: ticketId, serviceId, priorityClass, appointmentAt, issuedAt: joinedAt, joinedAt },
    ...{ order: 0, transferred: stage > 0, returned: false, passed: 0, turnsToWait: null },
  };
}
