// Coming back after an absence: soon enough, after the next few others; later, as whoever comes now; not without end.
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../protocol/ids.ts';
import { centreRules } from '../../../server/domain/centre-rules.ts';
import { orderAt } from '../../../server/domain/queue.ts';
import { centre } from '../../support/domain-centre.ts';
import { clock } from '../../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  finished,
  issued,
  opened,
  parked,
  ticketId,
} from '../../support/domain-facts.ts';
import { onlyKnownTickets } from '../../support/domain-refusals.ts';
import { returned } from '../../support/domain-steering-facts.ts';
import { comeBack } from '../../support/domain-steering-wishes.ts';
import { callNext } from '../../support/domain-wishes.ts';
import { at, by, floorAfter, given, type Step } from '../../support/given.ts';

const missed = [issued('A001'), opened('c01'), called('A001', 'c01'), at('08:10'), absent('A001', 'c01')];
const returns = (change: object) => centre({ dispatch: { policy: 'first-come', returns: change } });
/** A001 was missed and has come back; the others wait. */
const back = (turns: number | null, others: string[]): Step[] => [
  ...[issued('A001'), opened('c01'), called('A001', 'c01'), absent('A001', 'c01')],
  ...[...others.map((number) => issued(number)), at('08:20'), returned('A001', turns)],
];
/** A waiting ticket is called and finished at once, a minute later. */
const callAndFinish = (number: string, callSeq: number) => [
  called(number, 'c01', callSeq),
  finished(number, 'c01'),
];

describe('return-ticket', () => {
  it('waits for the next three within a quarter of an hour', () => {
    given(...missed)
      .when(comeBack('A001'), { at: '08:25' })
      .thenRecords(returned('A001', 3))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001', turnsToWait: 3 });
  });
  it('joins as whoever comes now after that', () => {
    given(...missed)
      .when(comeBack('A001'), { at: '08:25:01' })
      .thenRecords(returned('A001', null))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001', turnsToWait: null });
  });
  it('keeps to the minutes and the turns of the centre', () => {
    const strict = returns({ withinMinutes: 5, afterNext: 1 });
    given(...missed)
      .in(strict)
      .when(comeBack('A001'), { at: '08:15' })
      .thenRecords(returned('A001', 1));
    given(...missed)
      .in(strict)
      .when(comeBack('A001'), { at: '08:16' })
      .thenRecords(returned('A001', null));
  });
  it.each([
    ['a kiosk', by.device],
    ['an officer', by.officer('canbo02')],
    ['a supervisor', by.supervisor],
  ])('is noted by %s', (_who, actor) => {
    given(...missed)
      .when(comeBack('A001'), { actor, at: '08:12' })
      .thenRecords(returned('A001', 3));
  });
  it('waits anew from then on, marked as having returned', () => {
    const state = floorAfter(...missed, at('08:15'), returned('A001', 3));
    expect(state.tickets.get(ticketId('A001'))).toMatchObject({
      ...{ status: 'waiting', joinedAt: clock('08:15'), issuedAt: clock('08:00'), reservedFor: null },
      ...{ returned: true, returns: 1, turnsToWait: 3, passed: 0 },
    });
  });
  it('is called after the next three, and before all others', () => {
    const others = ['A002', 'A003', 'A004', 'A005'];
    const three = others.slice(0, 3).flatMap((number, index) => callAndFinish(number, index + 2));
    given(...back(3, others), ...three.slice(0, 4), at('08:40'))
      .when(callNext('c01'), { at: '08:40' })
      .thenRecords(
        called('A004', 'c01', 4, { code: 'first-come', params: { number: 'A004', waitedMinutes: 34 } }),
      );
    given(...back(3, others), ...three)
      .when(callNext('c01'))
      .thenRecords(called('A001', 'c01', 5, { code: 'due', params: { number: 'A001' } }));
  });
  it('is called at once where nobody else waits: a free counter never sits idle', () => {
    given(...back(3, []))
      .when(callNext('c01'))
      .thenRecords(called('A001', 'c01', 2, { code: 'nobody-else', params: { number: 'A001' } }));
  });
  it('gives way to somebody who comes while it has turns to wait', () => {
    const state = floorAfter(...back(1, ['A002']), issued('A003'));
    const { order } = orderAt(state, centreRules(centre()), 'c01' as CounterId, state.at);
    expect(order.map(({ number }) => number)).toEqual(['A002', 'A003', 'A001']);
  });
  it('refuses the second time in a day, or as often as the centre allows', () => {
    const twice = [
      ...missed,
      at('08:12'),
      returned('A001', 3),
      called('A001', 'c01', 2),
      absent('A001', 'c01'),
    ];
    given(...twice)
      .when(comeBack('A001'))
      .thenRefuses('too-many-returns', { number: 'A001', limit: 1 });
    given(...twice)
      .in(returns({ timesAtMost: 2 }))
      .when(comeBack('A001'))
      .thenRecords(returned('A001', 3));
    given(...missed)
      .in(returns({ timesAtMost: 0 }))
      .when(comeBack('A001'))
      .thenRefuses('too-many-returns', { number: 'A001', limit: 0 });
  });
  onlyKnownTickets(comeBack);
  it.each([
    ['waits', [issued('A001')]],
    ['is called', [issued('A001'), opened('c01'), called('A001', 'c01')]],
    ['is parked', [issued('A001'), opened('c01'), called('A001', 'c01'), parked('A001', 'c01')]],
    ['was served', [issued('A001'), opened('c01'), called('A001', 'c01'), finished('A001', 'c01')]],
    ['was given back', [issued('A001'), cancelled('A001')]],
  ])('refuses a ticket that %s', (_how, steps) => {
    given(...steps)
      .when(comeBack('A001'))
      .thenRefuses('not-absent', { number: 'A001' });
  });
});
