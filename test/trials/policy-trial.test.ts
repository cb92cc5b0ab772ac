// A recorded day tried under several policies: what each does to whom, that all meet the same people, and where a trial ends
// instead: a day without rows, too many visits, another trial under way, too long a time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PolicyName, policyNames } from '../../protocol/dispatch-setup.ts';
import type { BusinessDay, CommandId } from '../../protocol/ids.ts';
import type { PolicyTrial } from '../../protocol/views/policy-trial.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { plannedDay } from '../../server/simulation/play/arrivals.ts';
import type { DayPlan } from '../../server/simulation/play/day-plan.ts';
import { playDay } from '../../server/simulation/play/player.ts';
import { recordedDay } from '../../server/simulation/play/recorded-day.ts';
import { policyTrial } from '../../server/trials/policy-trial.ts';
import { openPolicyTrials } from '../../server/trials/policy-trials.ts';
import { trialPlan } from '../../server/trials/trial-day.ts';
import { manualClock } from '../support/manual-clock.ts';
import { smallScenario, writtenScenario } from '../support/small-scenario.ts';

const minuteMs = 60_000;
const [copies, civil] = writtenScenario.services;
const still = [
  { ...copies, halfHours: undefined, priorityShare: 0 },
  { ...civil, halfHours: undefined, transfers: undefined },
];
const copy = (at: string, more: object = {}) => ({ at, service: 'copies', minutes: 4, ...more });
/** One counter, five minutes a person with the walk; everybody comes at eight but two priority people, who come later. */
const small: DayPlan = plannedDay(
  smallScenario({
    ...{ breaks: null, walk: { law: 'fixed', minutes: 1 }, noShow: { share: 0, waitSeconds: 120 } },
    ...{ services: still, counters: [{ id: 'c1', profile: 'all' }] },
    visitors: [
      ...[copy('08:00'), copy('08:00'), copy('08:00'), copy('08:00'), copy('08:00')],
      ...[copy('08:01', { priorityClass: 'elderly' }), copy('08:02', { priorityClass: 'elderly' })],
    ],
  }),
);
const recorded = recordedDay(playDay(small).rows, small.setup, small.businessDay);
const means = ({ kinds }: PolicyTrial) => [
  kinds.ordinary.meanMs / minuteMs,
  kinds.priority.meanMs / minuteMs,
];

it('calls priority people sooner under strict priority, and ordinary ones sooner under first come', () => {
  const firstCome = policyTrial(recorded, 'first-come');
  const strict = policyTrial(recorded, 'strict-priority');
  // 0, 5, 10, 15, 20 and then 25 and 30 after eight; under strict priority the priority ones come second and third.
  expect(means(firstCome)).toEqual([10, 26]);
  expect(means(strict)).toEqual([18, 6]);
  expect([firstCome.passedMost, strict.passedMost]).toEqual([0, 2]);
  expect(firstCome.kinds.priority).toMatchObject({ visitors: 2, called: 2, worstMs: 28 * minuteMs });
  // Eight minutes are promised and three count when joining: both waited longer than five, then one of them.
  expect(firstCome.kinds.priority.overPromiseShare).toBe(1);
  expect(strict.kinds.priority.overPromiseShare).toBe(0.5);
  expect([firstCome.unserved, strict.unserved]).toEqual([0, 0]);
});

it('meets the same people under every policy, by service too', () => {
  const busy = plannedDay(smallScenario({ load: 2 }));
  const plan = recordedDay(playDay(busy).rows, busy.setup, busy.businessDay);
  for (const policy of policyNames) {
    const { kinds, services, idleShare } = policyTrial(plan, policy);
    const byKind = Object.values(kinds).reduce((sum, { visitors }) => sum + visitors, 0);
    expect(byKind).toBe(services.reduce((sum, { waits }) => sum + waits.visitors, 0));
    expect(byKind).toBeGreaterThanOrEqual(plan.visits.length);
    expect(idleShare).toBeGreaterThanOrEqual(0);
    expect(idleShare).toBeLessThanOrEqual(1);
  }
});

it('counts an appointment from its time on, and puts it first where the policy says so', () => {
  const at = small.visits[0]?.arrivesAt ?? 0;
  const visits = small.visits.map((visit, index) =>
    index === 6 ? { ...visit, priorityClass: null, appointmentAt: at + 11 * minuteMs } : visit,
  );
  const rows = playDay({ ...small, visits }).rows;
  const plan = recordedDay(rows, small.setup, small.businessDay);
  const waits = (policy: PolicyName) => policyTrial(plan, policy).kinds.appointments;
  // It counts from 08:05 on: called at 08:05 under its own policy, at 08:30 under first come.
  expect(waits('appointment-window')).toMatchObject({ visitors: 1, worstMs: 0, overPromiseShare: 0 });
  expect(waits('first-come')).toMatchObject({ visitors: 1, worstMs: 25 * minuteMs, overPromiseShare: 1 });
});

const folder = mkdtempSync(join(tmpdir(), 'denluot-trials-'));
const journalFile = join(folder, 'journal.sqlite');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const day = small.businessDay;
const clock = manualClock(0);
const said: string[] = [];
const trials = openPolicyTrials({
  ...{ journalFile, clock, setup: () => small.setup },
  log: (_level, message) => void said.push(message),
});

describe('a trial on the journal', () => {
  beforeAll(() => {
    const journal = openSqliteJournal(journalFile);
    for (const { event, at, businessDay, actor, commandId } of playDay(small).rows)
      journal.append({
        ...{ commandId: `${commandId}-${journal.head().seq}` as CommandId, fingerprint: '', actor, at },
        ...{ rows: [{ businessDay, event }], result: {} },
      });
    journal.close();
  });
  it('plays the day that was recorded, in the order asked for', async () => {
    const tried = await trials.try(day, ['strict-priority', 'first-come']);
    if (!tried.ok) throw new Error(tried.code);
    expect([tried.visits, tried.leftOut]).toEqual([7, 0]);
    expect(tried.trials).toEqual([
      policyTrial(recorded, 'strict-priority'),
      policyTrial(recorded, 'first-come'),
    ]);
  });
  it('leaves out whose service is no more, and says how many', () => {
    const services = small.setup.services.filter(({ id }) => id !== 'copies');
    const setup = { ...small.setup, services };
    const planned = trialPlan({ journalFile, setup, day, policies: [] });
    expect(planned).toMatchObject({ ok: true, leftOut: 7, plan: { visits: [] } });
  });
  it('is one at a time, and free again afterwards', async () => {
    const first = trials.try(day, ['first-come']);
    expect(await trials.try(day, ['ratio'])).toEqual({ ok: false, code: 'busy' });
    expect((await first).ok).toBe(true);
    expect((await trials.try(day, ['ratio'])).ok).toBe(true);
  });
  it('is not of a day without rows, nor of one with too many visits', async () => {
    const other = '2026-01-05' as BusinessDay;
    expect(await trials.try(other, ['ratio'])).toEqual({ ok: false, code: 'unknown-day' });
    const start = { journalFile, setup: small.setup, day, policies: [] };
    expect(trialPlan(start, 6)).toEqual({ ok: false, code: 'trial-too-large', params: { limit: 6 } });
    expect(trialPlan(start, 7).ok).toBe(true);
  });
  it('ends when its time is over or the server closes', async () => {
    const late = trials.try(day, [...policyNames]);
    clock.pass(30_000);
    expect(await late).toEqual({ ok: false, code: 'trial-too-long', params: { seconds: 30 } });
    const closed = trials.try(day, [...policyNames]);
    await trials.close();
    expect(await closed).toEqual({ ok: false, code: 'failed' });
  });
  it('fails as a value where the journal cannot be read', async () => {
    const elsewhere = openPolicyTrials({
      ...{ journalFile: join(folder, 'none.sqlite'), clock, setup: () => small.setup },
      log: (_level, message) => void said.push(message),
    });
    expect(await elsewhere.try(day, ['ratio'])).toEqual({ ok: false, code: 'failed' });
    expect(said).toEqual(['a trial of policies failed']);
  });
});
