// First come, first called: by the time of joining the queue, then by order of issue; nobody is added or left out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDispatch } from '../../../protocol/dispatch-setup.ts';
import type { WaitingTicket } from '../../../server/domain/branch-state.ts';
import { callOrder, callReason } from '../../../server/domain/dispatch/call-order.ts';
import { rankingOf } from '../../../server/domain/dispatch/policies.ts';
import { isWaiting } from '../../../server/domain/queue.ts';
import { clock } from '../../support/domain-clock.ts';
import { called, issued, opened, transferred } from '../../support/domain-facts.ts';
import { at, floorAfter, type Step } from '../../support/given.ts';

const ranking = rankingOf({ ...defaultDispatch, policy: 'first-come' });
const orderOf = (waiting: readonly WaitingTicket[], now: number) =>
  callOrder(waiting, { at: now, priorityRun: 0 }, ranking);

function order(...steps: readonly Step[]): string[] {
  const waiting = [...floorAfter(...steps).tickets.values()].filter(isWaiting);
  return orderOf(waiting.reverse(), clock('09:00')).map((ticket) => ticket.number);
}

describe('first-come', () => {
  it('goes by the time of joining, whatever the service or class', () => {
    const facts = [issued('A001'), issued('1001', { priorityClass: 'cao-tuoi' }), issued('A002')];
    expect(order(...facts)).toEqual(['A001', '1001', 'A002']);
  });
  it('goes by order of issue within one moment', () => {
    const same = at('08:00');
    expect(order(same, issued('A001'), same, issued('1001'), same, issued('A002'))).toEqual([
      ...['A001', '1001', 'A002'],
    ]);
  });
  it('puts a transferred ticket at the end, or at its old place', () => {
    const facts = [issued('A001'), opened('c01'), called('A001', 'c01'), issued('1001')];
    const sent = (joinedAt: string) =>
      transferred('A001', 'c01', { service: 'dat-dai', joinedAt: clock(joinedAt) });
    expect(order(...facts, sent('08:30'))).toEqual(['1001', 'A001']);
    expect(order(...facts, sent('08:00'))).toEqual(['A001', '1001']);
  });
  it('neither adds nor loses anybody and leaves its input alone', () => {
    const ticket = fc.record({
      ...{ joinedAt: fc.nat(5), order: fc.nat(50), passed: fc.constant(0) },
      turnsToWait: fc.constant(null),
    }) as unknown as fc.Arbitrary<WaitingTicket>;
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 12 }), (tickets) => {
        const before = [...tickets];
        const ordered = orderOf(tickets, 0);
        expect(tickets).toEqual(before);
        expect(new Set(ordered)).toEqual(new Set(tickets));
        expect(ordered).toHaveLength(tickets.length);
        ordered.slice(1).forEach((each, index) => {
          const earlier = ordered[index] as WaitingTicket;
          expect(earlier.joinedAt - each.joinedAt || earlier.order - each.order).toBeLessThanOrEqual(0);
        });
      }),
    );
  });
  it('says why the first is first', () => {
    const waiting = [...floorAfter(issued('A001'), issued('A002')).tickets.values()].filter(isWaiting);
    const moment = { at: clock('08:05:59'), priorityRun: 0 };
    expect(callReason(orderOf(waiting, moment.at), moment, ranking)).toEqual({
      ...{ code: 'first-come', params: { number: 'A001', waitedMinutes: 5 } },
    });
  });
  it('never says that somebody has waited less than nothing', () => {
    const waiting = [...floorAfter(issued('A001')).tickets.values()].filter(isWaiting);
    const moment = { at: clock('07:00'), priorityRun: 0 };
    expect(callReason(waiting, moment, ranking).params).toMatchObject({ waitedMinutes: 0 });
  });
});
