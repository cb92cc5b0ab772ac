// The picture of a floor and the figures of its log, from facts as the journal keeps them.
import { describe, expect, it } from 'vitest';
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import { centreRules } from '../../../server/domain/centre-rules.ts';
import { floorPicture } from '../../../server/domain/staffing/floor-picture.ts';
import { staffingFigures } from '../../../server/domain/staffing/staffing-figures.ts';
import { plannedDay } from '../../../server/simulation/play/arrivals.ts';
import { playDay } from '../../../server/simulation/play/player.ts';
import type { SupervisedFloor } from '../../../server/simulation/play/supervision.ts';
import { centre } from '../../support/domain-centre.ts';
import { clock } from '../../support/domain-clock.ts';
import { opened } from '../../support/domain-facts.ts';
import { lent } from '../../support/domain-steering-facts.ts';
import { floorAfter } from '../../support/given.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const minuteMs = 60_000;
const copies = { id: 'copies', takes: { law: 'fixed', minutes: 4 } };
const civil = { id: 'civil', takes: { law: 'fixed', minutes: 8 } };
const visit = (at: string, service: string) => ({ at, service });
const scenario = (visitors: readonly object[]) =>
  smallScenario({
    ...{ services: [copies, civil], breaks: null, noShow: {}, walk: { law: 'fixed', minutes: 1 }, visitors },
    counters: [
      { id: 'c1', profile: 'all' },
      { id: 'r3', profile: 'all', reserve: true },
    ],
  });
const timeZone = 'Asia/Ho_Chi_Minh';

describe('the figures of the log', () => {
  it('are visitors by half hour, over the days, and how long one takes a counter', () => {
    const days = [
      [visit('08:05', 'copies'), visit('08:29', 'copies'), visit('08:31', 'civil')],
      [visit('08:10', 'copies')],
    ];
    const figures = staffingFigures(
      days.map((each) => playDay(plannedDay(scenario(each))).rows),
      timeZone,
    );
    expect(figures.get('copies' as ServiceId)).toEqual({
      halfHours: new Map([[480, 1.5]]),
      occupiesMs: 5 * minuteMs,
    });
    expect(figures.get('civil' as ServiceId)).toEqual({
      halfHours: new Map([[510, 0.5]]),
      occupiesMs: 9 * minuteMs,
    });
    expect(staffingFigures([], timeZone).size).toBe(0);
  });
});

describe('the picture of a floor', () => {
  const at = clock('08:10');
  const visitors = [visit('08:02', 'civil'), visit('08:03', 'copies'), visit('08:06', 'copies')];
  const plan = plannedDay(scenario([...visitors, visit('08:40', 'copies')]));
  const seen: SupervisedFloor[] = [];
  const look = (floor: SupervisedFloor) => {
    if (floor.at === at) seen.push({ ...floor, state: structuredClone(floor.state) });
  };
  playDay({ ...plan, beginsAt: clock('07:20') }, { supervisor: { everyMs: 10 * minuteMs, look } });
  const figures = staffingFigures([playDay(plan).rows], timeZone);
  const facts = {
    ...{ at, sessionBeginsAt: clock('07:30'), sessionEndsAt: clock('11:30'), figures, groups: null },
    ...{
      reserve: new Set(['r3' as CounterId]),
      due: new Map([['r3' as CounterId, clock('08:20')]]),
      lent: new Map(),
    },
  };
  const picture = floorPicture(seen[0]!.state, centreRules(plan.setup), facts);

  it('has who waits and who is expected', () => {
    const [ofCopies, ofCivil] = picture.services;
    expect(ofCopies).toMatchObject({ waiting: 2, longestWaitMs: 7 * minuteMs, occupiesMs: 5 * minuteMs });
    expect(ofCivil).toMatchObject({ waiting: 0, longestWaitMs: 0, occupiesMs: 9 * minuteMs });
    expect(ofCopies!.expected.map(({ fromAt }) => fromAt)).toEqual([clock('08:00'), clock('08:30')]);
  });
  it('has the counters, those in reserve and those that are due, and how long the present ticket still takes', () => {
    const [first, reserve] = picture.counters;
    // Called at 08:02, nine minutes as a rule: one is left, but a third of the usual at least is expected.
    expect(first).toMatchObject({
      status: 'open',
      reserve: false,
      busyForMs: expect.closeTo(0.3 * 9 * minuteMs),
      openedAt: clock('07:30'),
    });
    expect(reserve).toMatchObject({ status: 'closed', reserve: true, opensAt: clock('08:20'), busyForMs: 0 });
  });
  it('looks at services together that share a counter, loans left out', () => {
    expect(picture.groups).toEqual([{ groupId: 'copies', serviceIds: ['copies', 'civil'] }]);
    const lent = new Map([
      ['c1' as CounterId, ['civil' as ServiceId]],
      ['r3' as CounterId, ['civil' as ServiceId]],
    ]);
    const withLoan = floorPicture(seen[0]!.state, centreRules(plan.setup), { ...facts, lent });
    expect(withLoan.groups).toEqual([{ groupId: 'copies', serviceIds: ['copies'] }]);
  });
  it('has what each counter may be called for today: its own, and what it was lent to until then', () => {
    const floor = floorAfter(opened('c01'), lent('c01', 'dat-dai', { until: clock('08:30') }));
    const servicesAt = (time: string) => {
      const pictured = floorPicture(floor, centreRules(centre()), { ...facts, at: clock(time) });
      return pictured.counters.find(({ counterId }) => counterId === 'c01')?.serviceIds;
    };
    expect(servicesAt('08:10')).toEqual(['chung-thuc', 'ho-tich', 'dat-dai']);
    expect(servicesAt('08:30')).toEqual(['chung-thuc', 'ho-tich']);
  });
});
