// What the estimator is told of the journal's rows: who came for what, was called, served, sent on or missed, and which counters
// usually work.
import { describe, expect, it } from 'vitest';
import { centreRules } from '../../server/domain/centre-rules.ts';
import { newsReader } from '../../server/domain/wait-estimate/news-reader.ts';
import { centre } from '../support/domain-centre.ts';
import { clock } from '../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  closed,
  dayStarted,
  finished,
  issued,
  opened,
  parked,
  paused,
  resumed,
  started,
  ticketId,
  transferred,
} from '../support/domain-facts.ts';
import { classChanged, returned } from '../support/domain-steering-facts.ts';
import { at, rowsOf, type Step } from '../support/given.ts';

const reader = () => newsReader(() => centreRules(centre()), false);
function newsOf(...steps: readonly Step[]) {
  const { read } = reader();
  return rowsOf(steps).flatMap(read);
}
const told = (...steps: readonly Step[]) =>
  newsOf(...steps).map((news) => ('ticketId' in news ? `${news.kind} ${news.serviceId}` : news.kind));

describe('a ticket', () => {
  it('comes, is called, begun and done, each with what it is for and where', () => {
    const [came, calledThere] = newsOf(
      at('08:00'),
      issued('A001', { priorityClass: 'cao-tuoi' }),
      called('A001', 'c01'),
    );
    const known = {
      ...{
        ticketId: ticketId('A001'),
        serviceId: 'chung-thuc',
        priorityClass: 'cao-tuoi',
        appointmentAt: null,
      },
    };
    expect(came).toEqual({
      kind: 'arrived',
      at: clock('08:00'),
      ...known,
      counterId: null,
      operatorId: null,
    });
    expect(calledThere).toEqual({
      ...{ kind: 'called', at: clock('08:01'), ...known, counterId: 'c01', operatorId: 'canbo01' },
    });
    expect(
      told(issued('A001'), called('A001', 'c01'), started('A001', 'c01'), finished('A001', 'c01')),
    ).toEqual([...['arrived chung-thuc', 'called chung-thuc', 'started chung-thuc', 'finished chung-thuc']]);
  });
  it('that is sent on is for the other service from then', () => {
    const sent = transferred('A001', 'c01', { service: 'dat-dai', joinedAt: clock('08:30') });
    expect(told(issued('A001'), called('A001', 'c01'), sent, called('A001', 'c03', 2))).toEqual([
      ...['arrived chung-thuc', 'called chung-thuc', 'transferred dat-dai', 'called dat-dai'],
    ]);
  });
  it('that is missed and comes back', () => {
    expect(told(issued('A001'), called('A001', 'c01'), absent('A001', 'c01'), returned('A001', 3))).toEqual([
      ...['arrived chung-thuc', 'called chung-thuc', 'no-show chung-thuc', 'returned chung-thuc'],
    ]);
  });
  it('has the class that it was given later', () => {
    const news = newsOf(issued('A001'), classChanged('A001', 'cao-tuoi'), called('A001', 'c01'));
    expect(news.map((each) => 'ticketId' in each && each.priorityClass)).toEqual([null, 'cao-tuoi']);
  });
  it('given back says how long people stay; one that the day left behind says nothing', () => {
    expect(told(issued('A001'), cancelled('A001'))).toEqual(['arrived chung-thuc', 'cancelled chung-thuc']);
    expect(told(issued('A001'), cancelled('A001', 'day-ended'))).toEqual(['arrived chung-thuc']);
  });
  it('from before the reader began is left out', () => {
    expect(told(called('A001', 'c01'), parked('A001', 'c01'))).toEqual([]);
  });
});

describe('counters and days', () => {
  it('open, rest, go on and close', () => {
    expect(told(opened('c01'), paused('c01'), resumed('c01'), closed('c01'))).toEqual([
      ...['counter-opened', 'counter-paused', 'counter-resumed', 'counter-closed'],
    ]);
  });
  it('a day brings its sessions', () => {
    const [day] = newsOf(at('07:30'), dayStarted());
    expect(day).toMatchObject({
      ...{ kind: 'day-started', startOfDay: clock('00:00') },
      sessions: [
        { opensAt: clock('07:30'), closesAt: clock('11:30') },
        { opensAt: clock('13:30'), closesAt: clock('17:00') },
      ],
    });
  });
  it('usually those work that worked on the last day with anybody there', () => {
    const { read, usual } = reader();
    const hear = (...steps: readonly Step[]) => rowsOf(steps).flatMap(read);
    expect([...usual()]).toEqual([]);
    hear(dayStarted(), opened('c01'), opened('c03'));
    expect([...usual()]).toEqual(['c01', 'c03']);
    hear(dayStarted('2026-11-24'));
    expect([...usual()]).toEqual(['c01', 'c03']);
    hear(opened('c02'));
    expect([...usual()]).toEqual(['c02']);
  });
});
