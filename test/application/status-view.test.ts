// The status television: dossiers as they were imported with their sums, who waits for which department and how long, and how
// satisfied people were, from real commands on the province's floor.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DossierRow, type Notices, noNotices } from '../../protocol/notices.ts';
import { type StatusView, statusViewSchema } from '../../protocol/views/status-view.ts';
import { totalOf } from '../../server/application/views/status-view.ts';
import { sample } from '../setup/setup-folder.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { morning, openFloor } from '../support/memory-floor.ts';

const province = sample('soc-trang');
let clock: ManualClock;
let hall: ReturnType<typeof openFloor>;
let notices: Notices;
beforeEach(() => {
  clock = manualClock(morning);
  notices = noNotices;
  hall = openFloor(clock, undefined, { setup: province, alwaysOpen: true, notices: () => notices });
});
function status(): StatusView {
  const view = hall.floor.view<'status'>({ view: 'status' });
  if (view === null) throw new Error('there is no status view');
  return view;
}
const at = (number: string, type: string, more: object = {}) => {
  const done = hall.act({ type, counterId: `c${number}`, ...more }, {
    kind: 'staff',
    id: `canbo${number}`,
    mayActAnywhere: false,
  } as never);
  if (!done.ok) throw new Error(`${type} was refused`);
  return done;
};
const take = (serviceId: string) => {
  const taken = hall.take({ serviceId });
  if (!taken.ok) throw new Error('no number was given');
  return String(taken.result.ticketId);
};
/** Somebody is served at counter 1 and gives an answer, or none. */
const serve = (answer: string | null) => {
  at('01', 'call-ticket', { ticketId: take('tttt-nop') });
  at('01', 'start-service');
  at('01', 'finish-service');
  if (answer === null) return;
  const rated = hall.act(
    { type: 'submit-rating', counterId: 'c01', formId: 'five-buttons', answers: { opinion: answer } },
    { kind: 'device', id: 'tablet' },
  );
  if (!rated.ok) throw new Error(`the rating was refused: ${JSON.stringify(rated)}`);
};
const row = (change: Partial<DossierRow>): DossierRow => ({
  ...{ departmentId: null, name: 'Sở', received: 0, solvedInTime: 0, solvedLate: 0, openInTime: 0 },
  ...{ openLate: 0, ...change },
});

describe('dossiers', () => {
  it('are none where none were imported', () => {
    expect(status().dossiers).toBeNull();
  });
  it('are the rows as they came, with their sum and period, and not who brought them', () => {
    const rows = [
      row({ name: 'Sở Tư pháp', received: 10, solvedInTime: 6, solvedLate: 1, openInTime: 2, openLate: 1 }),
      row({ name: 'Sở Xây dựng', received: 5, solvedInTime: 5 }),
    ];
    const period = { from: '2021-02-01' as never, to: '2021-02-28' as never };
    notices = { ...noNotices, dossiers: { ...period, importedAt: 1, importedBy: 'Mai Thị Hòa', rows } };
    const view = status();
    expect(view.dossiers).toEqual({
      ...{ ...period, rows },
      total: { received: 15, solvedInTime: 11, solvedLate: 1, openInTime: 2, openLate: 1 },
    });
    expect(JSON.stringify(view)).not.toContain('Mai Thị Hòa');
  });
  it('sum up field by field, in any order', () => {
    const counts = fc.nat(10_000_000);
    const rows = fc.array(
      fc
        .record({
          received: counts,
          solvedInTime: counts,
          solvedLate: counts,
          openInTime: counts,
          openLate: counts,
        })
        .map(row),
      { minLength: 1, maxLength: 100 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const total = totalOf(given);
        for (const [field, value] of Object.entries(total))
          expect(value).toBe(given.reduce((sum, each) => sum + each[field as keyof typeof total], 0));
        expect(totalOf([...given].reverse())).toEqual(total);
        expect(Object.keys(total)).toHaveLength(5);
      }),
    );
  });
});

describe('who waits', () => {
  it('is counted by department in the set-up’s order, with the longest wait in whole minutes', () => {
    take('tttt-nop');
    clock.pass(3 * 60_000);
    take('tttt-nop');
    take('gtvt-gplx');
    clock.pass(2 * 60_000 - 1);
    const order = province.departments.map(({ id }) => id);
    const { waiting } = status();
    expect(waiting.map(({ waiting: people, longestWaitMinutes }) => [people, longestWaitMinutes])).toEqual(
      expect.arrayContaining([
        [2, 4],
        [1, 1],
      ]),
    );
    expect(waiting).toHaveLength(2);
    const places = waiting.map(({ departmentId }) => order.indexOf(departmentId));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  });
  it('grows with time alone, and whoever is called waits no longer', () => {
    at('01', 'open-counter');
    const ticketId = take('tttt-nop');
    clock.pass(7 * 60_000);
    expect(status().waiting).toMatchObject([{ waiting: 1, longestWaitMinutes: 7 }]);
    at('01', 'call-ticket', { ticketId });
    expect(status().waiting).toEqual([]);
  });
  it('is counted from when one joined this queue, not from when one came', () => {
    at('01', 'open-counter');
    const ticketId = take('tttt-nop');
    clock.pass(30 * 60_000);
    at('01', 'call-ticket', { ticketId });
    at('01', 'transfer-ticket', { to: { serviceId: 'gtvt-gplx' }, keepPlace: false });
    clock.pass(2 * 60_000);
    expect(status().waiting).toMatchObject([{ waiting: 1, longestWaitMinutes: 2 }]);
  });
});

describe('today', () => {
  it('is nothing in the morning', () => {
    expect(status().today).toEqual({ finished: 0, rated: 0, satisfied: 0 });
  });
  it('says of how many that were served how many answered, and who of them was satisfied', () => {
    at('01', 'open-counter');
    for (const answer of ['sat_service', 'sat_attitude', 'dis_time', null, null]) serve(answer);
    const { finished, rated, satisfied } = status().today;
    expect({ finished, rated, satisfied }).toEqual({ finished: 5, rated: 3, satisfied: 2 });
  });
  it('is another day tomorrow', () => {
    at('01', 'open-counter');
    serve('sat_service');
    expect(status().today.rated).toBe(1);
    clock.pass(24 * 3_600_000);
    take('tttt-nop');
    expect(status().today).toEqual({ finished: 0, rated: 0, satisfied: 0 });
  });
});

it('is what the contract says', () => {
  take('tttt-nop');
  expect(statusViewSchema.strict().safeParse(status()).error).toBeUndefined();
});
