// How good the order and the estimates are, on the bundled scenarios and in one run: policies by the waits of ordinary and
// priority people, estimators by their error and their band. Baselines: whoever was called last of the same service, and the
// queue's length times the mean service time, shared among the counters that serve it.
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { TicketId } from '../../protocol/ids.ts';
import { mayServe } from '../../server/domain/draws.ts';
import type { WaitEstimate } from '../../server/domain/wait-estimate/wait-estimator.ts';
import { type Measures, measuresOf } from '../../server/simulation/play/measures.ts';
import { pooled } from '../../server/simulation/play/played-day.ts';
import { ownEstimates } from '../../server/simulation/play/played-estimates.ts';
import type { PlayedFloor } from '../../server/simulation/play/played-floor.ts';
import { type PlayOptions, playDay } from '../../server/simulation/play/player.ts';
import { bundledScenarios, scenarioSource } from '../../server/simulation/play-sources.ts';

type Estimate = NonNullable<PlayOptions['estimate']>;
const days = 4;
const targetMs = 15 * 60_000;
const policies: readonly PolicyName[] = ['first-come', 'strict-priority', 'promise-share'];
/** A point is given the band of half to one and a half times itself, as a clerk would say it. */
const around = (ms: number): WaitEstimate => ({ lowMs: ms / 2, medianMs: ms, highMs: ms * 1.5 });
const served = (floor: PlayedFloor, ticketId: TicketId) => floor.state.tickets.get(ticketId)?.serviceId;

/** As long as whoever was called last of the same service. */
const lastWaiter: Estimate = (floor, ticketId) => {
  const serviceId = served(floor, ticketId);
  let last: { readonly at: number; readonly waitMs: number } | null = null;
  for (const ticket of floor.state.tickets.values()) {
    if (ticket.serviceId !== serviceId || !('calledAt' in ticket)) continue;
    const found = { at: ticket.calledAt, waitMs: ticket.calledAt - ticket.joinedAt };
    if (last === null || found.at > last.at) last = found;
  }
  return last === null ? null : around(last.waitMs);
};

/** Those ahead times the mean service, shared among the counters that serve it. */
const queueLength: Estimate = (floor, ticketId, at) => {
  const { state, rules } = floor;
  const serviceId = served(floor, ticketId);
  if (serviceId === undefined) return null;
  const times: number[] = [];
  let ahead = 0;
  for (const ticket of state.tickets.values()) {
    if (ticket.serviceId !== serviceId) continue;
    if (ticket.status === 'finished') times.push(ticket.finishedAt - ticket.startedAt);
    if (ticket.status === 'waiting' && ticket.id !== ticketId) ahead += 1;
  }
  const open = [...state.counters.values()].filter(
    ({ id, status }) => status === 'open' && mayServe(state, rules, id, at).includes(serviceId),
  ).length;
  if (times.length === 0 || open === 0) return null;
  const mean = times.reduce((sum, each) => sum + each, 0) / times.length;
  return around(((ahead + 1) * mean) / open);
};

function measured(scenario: string, policy: PolicyName, estimate?: Estimate): Measures {
  const source = scenarioSource(scenario);
  const played = Array.from({ length: days }, (_, index) => {
    const plan = source.plan(`bench ${index + 1}`);
    const dispatch = { ...plan.setup.dispatch, policy };
    const setup = { ...plan.setup, dispatch };
    return playDay({ ...plan, setup }, estimate === undefined ? {} : { estimate });
  });
  return measuresOf(pooled(played), targetMs);
}

const minutes = (ms: number) => (ms / 60_000).toFixed(1).padStart(6);

export function dispatchQuality(): void {
  console.log(`dispatch: waits in minutes over ${days} days of each bundled scenario, and × first-come`);
  console.log(
    '  scenario   policy             ordinary mean / 95 %      priority mean / 95 %      all mean  passed',
  );
  for (const scenario of bundledScenarios()) {
    const first = measured(scenario, 'first-come').all.meanMs;
    for (const policy of policies) {
      const { ordinary, priority, all, fairness } = measured(scenario, policy);
      const waits = [ordinary, priority].map(({ meanMs, p95Ms }) => `${minutes(meanMs)} / ${minutes(p95Ms)}`);
      const ratio = (all.meanMs / Math.max(1, first)).toFixed(2);
      console.log(
        `  ${scenario.padEnd(10)} ${policy.padEnd(18)} ${waits.join('           ')}      ${ratio} ×  ${String(fairness.passedMost).padStart(4)}`,
      );
    }
  }
  console.log(
    '  scenario   estimator          mean error, min   within band   over 10 min longer   × own error',
  );
  for (const scenario of bundledScenarios()) {
    const alwaysOpen = scenarioSource(scenario).plan(undefined).alwaysOpen;
    const own = measured(scenario, 'promise-share', ownEstimates(alwaysOpen)).estimates;
    const all = [
      ['played forward', own],
      ['last waiter', measured(scenario, 'promise-share', lastWaiter).estimates],
      ['queue length', measured(scenario, 'promise-share', queueLength).estimates],
    ] as const;
    for (const [name, quality] of all) {
      if (quality === null) continue;
      const { meanErrorMs, covered, muchLongerShare } = quality;
      const cells = [minutes(meanErrorMs).padStart(16), `${(covered * 100).toFixed(0)} %`.padStart(13)];
      const longer = `${(muchLongerShare * 100).toFixed(1)} %`.padStart(20);
      const ratio = (meanErrorMs / Math.max(1, own?.meanErrorMs ?? meanErrorMs)).toFixed(2).padStart(11);
      console.log(`  ${scenario.padEnd(10)} ${name.padEnd(16)} ${cells.join(' ')} ${longer} ${ratio} ×`);
    }
  }
}
