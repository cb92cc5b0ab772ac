// The dispatch policy over the wire: who may look, try and switch; a trial changes nothing; switching on is an edit of the
// set-up, journalled, refused where somebody else was first, and decides the next call.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyNames } from '../../protocol/dispatch-setup.ts';
import type { PoliciesInForce, Tried } from '../../protocol/endpoints/policy-endpoints.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { morning } from '../support/memory-floor.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { type People, peopleOf } from './asking.ts';

const minute = 60_000;
const friday = '2026-11-20';
const policyPath = '/api/v1/dispatch-policy';
const trialPath = '/api/v1/policy-trials';
let clock: ManualClock;
let centre: RunningCentre;
let people: People;
beforeAll(async () => {
  clock = manualClock(morning);
  centre = await startCentre({ clock, sample: 'commune' });
  people = await peopleOf(centre.url);
  await deed('/api/v1/counters/c01/open');
  for (const priorityClass of [undefined, undefined, undefined, 'elderly', undefined])
    await deed('/api/v1/tickets', { serviceId: 'chung-thuc', priorityClass });
  for (let person = 0; person < 5; person += 1) await serveNext();
});
afterAll(async () => {
  await centre.stop();
  rmSync(centre.dataDir, { recursive: true, force: true });
});

async function deed(path: string, body: object = {}): Promise<Record<string, never>> {
  const answer = await people.officer.ask('POST', path, body, { 'idempotency-key': randomUUID() });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.code}`);
  return answer.body;
}
/** Gives the number that was called, and serves it for five minutes. */
async function serveNext(): Promise<string> {
  const { ticket } = await deed('/api/v1/counters/c01/call-next');
  await deed('/api/v1/counters/c01/start');
  clock.pass(5 * minute);
  await deed('/api/v1/counters/c01/finish');
  return (ticket as unknown as { number: string }).number;
}
const inForce = async () =>
  (await people.supervisor.ask('GET', policyPath)).body as unknown as PoliciesInForce;

it.each([
  ['GET', policyPath, undefined, ['200', '200', '403', '403', '401']],
  ['POST', trialPath, { day: friday, policies: ['ratio'] }, ['200', '200', '403', '403', '401']],
  ['PUT', policyPath, { policy: 'ratio', revision: 9_999 }, ['409', '409', '403', '403', '401']],
])('%s %s is for supervisors and technicians', async (method, path, body, expected) => {
  const { supervisor, technician, guide, officer, anybody } = people;
  const answers = [];
  for (const each of [supervisor, technician, guide, officer, anybody])
    answers.push((await each.refusal(method, path, body)).slice(0, 3));
  expect(answers).toEqual(expected);
});

it('says which policy is in force, and what each promises with the centre’s figures', async () => {
  const { inForce: policy, policies } = await inForce();
  expect(policy).toBe('promise-share');
  expect(policies.map((each) => each.policy)).toEqual([...policyNames]);
  expect(policies.find((each) => each.policy === 'ratio')?.bound).toEqual({
    ...{ code: 'in-a-row', params: { inARow: 2, passedAtMost: 20 } },
  });
});

describe('a trial', () => {
  const refused = (body: object) => people.supervisor.refusal('POST', trialPath, body);
  it('plays the recorded day under the policies asked for and changes nothing', async () => {
    const rows = centre.app.journal.head().seq;
    const policies = ['first-come', 'strict-priority'];
    const { body } = await people.supervisor.ask('POST', trialPath, { day: friday, policies });
    const { day, visits, leftOut, trials } = body as unknown as Tried;
    expect([day, visits, leftOut]).toEqual([friday, 5, 0]);
    expect(trials.map(({ policy }) => policy)).toEqual(policies);
    const [first, strict] = trials.map(({ kinds }) => kinds);
    expect(strict?.priority.meanMs).toBeLessThan(first?.priority.meanMs ?? 0);
    expect(strict?.priority.visitors).toBe(1);
    expect(first?.appointments.visitors).toBe(0);
    expect(centre.app.journal.head().seq).toBe(rows);
    expect((await inForce()).inForce).toBe('promise-share');
  });
  it('is of a day that was recorded, and of one to six policies', async () => {
    const policies = ['ratio'];
    expect(await refused({ day: '2026-11-01', policies })).toBe('404 unknown-day');
    expect(await refused({ day: 'yesterday', policies })).toBe('400 invalid-request');
    expect(await refused({ day: friday, policies: [] })).toBe('400 invalid-request');
    expect(await refused({ day: friday, policies: ['ratio', 'ratio'] })).toBe('400 invalid-request');
    expect(await refused({ day: friday, policies: ['fairest'] })).toBe('400 invalid-request');
  });
  it('is one at a time', async () => {
    const body = { day: friday, policies: [...policyNames] };
    const all = await Promise.all([1, 2, 3].map(() => refused(body)));
    expect(all).toContain('200');
    for (const answer of all) expect(['200', '429 too-many-requests']).toContain(answer);
  });
});

describe('switching on', () => {
  const put = (body: object) => people.supervisor.refusal('PUT', policyPath, body);
  it('is an edit of the set-up, journalled with who did it, and decides the next call', async () => {
    const { revision } = await inForce();
    const elder = { serviceId: 'chung-thuc', priorityClass: 'elderly' };
    const { ticket } = await deed('/api/v1/tickets', elder);
    const change = { policy: 'strict-priority', revision };
    const { body } = await people.supervisor.ask('PUT', policyPath, change);
    expect(body).toEqual({ inForce: 'strict-priority', revision: revision + 1 });
    const last = centre.app.journal
      .rowsAfter(0, 1_000)
      .findLast(({ event }) => event.type === 'setup-changed');
    expect(last).toMatchObject({ actor: 'staff:giamsat', event: { revision: revision + 1 } });
    expect(await serveNext()).toBe((ticket as unknown as { number: string }).number);
  });
  it('is refused where somebody else has edited the set-up since, and without a revision', async () => {
    const { revision } = await inForce();
    const old = { policy: 'ratio', revision: revision - 1 };
    expect(await put(old)).toBe('409 setup-changed-meanwhile');
    expect(await put({ policy: 'ratio' })).toBe('400 invalid-request');
    expect(await put({ policy: 'fairest', revision })).toBe('400 invalid-request');
    expect((await inForce()).inForce).toBe('strict-priority');
  });
});
