// The order around every policy: due first, then passed too often, then the profile's ranks and the policy's urgency times
// the profile's weight, and who has turns to wait last.
import { describe, expect, it } from 'vitest';
import { defaultDispatch } from '../../../protocol/dispatch-setup.ts';
import { reasonEn } from '../../../protocol/locales/en/reason.ts';
import { textPage } from '../../../protocol/locales/text-page.ts';
import { reasonVi } from '../../../protocol/locales/vi/reason.ts';
import {
  callOrder,
  callReason,
  firstToCall,
  isPassedBy,
  type ServiceTerms,
} from '../../../server/domain/dispatch/call-order.ts';
import type { CallMoment, Queued } from '../../../server/domain/dispatch/dispatch-policy.ts';
import { rankingOf } from '../../../server/domain/dispatch/policies.ts';
import { momentAt, queued } from './queues.ts';

const text = textPage(reasonVi, reasonEn);

/** given(who waits).whenCalledAt(time).goes(numbers).because(sentence): first come unless a policy is named. */
function given(...waiting: readonly Queued[]) {
  return {
    whenCalledAt(
      time: string,
      { policy = 'first-come', terms = {}, ...figures }: Partial<typeof defaultDispatch> & With = {},
    ) {
      const ranking = rankingOf({ ...defaultDispatch, ...figures, policy }, new Map(Object.entries(terms)));
      const moment: CallMoment = momentAt(time);
      const order = callOrder(waiting, moment, ranking);
      const outcome = {
        goes(...numbers: readonly string[]) {
          expect(order.map(({ number }) => number)).toEqual(numbers);
          expect(waiting[firstToCall(waiting, moment, ranking)]?.number).toBe(numbers[0]);
          return outcome;
        },
        because(sentence: string) {
          const { code, params } = callReason(order, moment, ranking);
          expect(text('en', code as keyof typeof reasonVi, params)).toBe(sentence);
        },
      };
      return outcome;
    },
  };
}
type With = { readonly terms?: Readonly<Record<string, ServiceTerms>> };

describe('who comes back', () => {
  it('is called before everybody when it is due, whoever was passed how often', () => {
    given(
      queued('A001', { passed: 25 }),
      queued('A002', { joined: '08:20', turnsToWait: 0, returned: true }),
      queued('A003', { priority: 'cao-tuoi' }),
    )
      .whenCalledAt('09:00')
      .goes('A002', 'A001', 'A003')
      .because('A002 comes back at its time');
  });
  it('in the order of joining where several are due', () => {
    given(
      queued('A001', { joined: '08:20', turnsToWait: 0 }),
      queued('A002', { joined: '08:10', turnsToWait: 0 }),
    )
      .whenCalledAt('09:00')
      .goes('A002', 'A001');
  });
  it('waits behind everybody as long as it has turns to wait, however long it has waited', () => {
    given(
      queued('A001', { joined: '07:31', turnsToWait: 2, passed: 40 }),
      queued('A002', { joined: '08:59' }),
    )
      .whenCalledAt('09:00')
      .goes('A002', 'A001')
      .because('A002 before A001, who comes back; turns it still waits: 2');
  });
  it('is called early when nobody else waits, so that no counter sits idle', () => {
    given(queued('A001', { turnsToWait: 3 }))
      .whenCalledAt('09:00')
      .goes('A001')
      .because('A001 has just come back and nobody else waits');
  });
  it('with fewer turns before those with more where only such wait', () => {
    given(
      queued('A001', { joined: '08:00', turnsToWait: 3 }),
      queued('A002', { joined: '08:10', turnsToWait: 1 }),
      queued('A003', { joined: '08:05', turnsToWait: 1 }),
    )
      .whenCalledAt('09:00')
      .goes('A003', 'A002', 'A001')
      .because('A003 before A002: both come back and nobody else waits; turns left 1 against 1');
  });
});

describe('who was passed too often', () => {
  const passedTwenty = queued('A001', { joined: '08:50', passed: 20 });
  const priority = queued('A002', { joined: '08:00', priority: 'cao-tuoi' });
  it('is next, whatever the policy thinks of the others', () => {
    given(priority, passedTwenty)
      .whenCalledAt('09:00', { policy: 'promise-share' })
      .goes('A001', 'A002')
      .because('A001 has been passed by 20 who came later, and is next');
  });
  it('is in the ordinary order as long as it was passed once less', () => {
    given(priority, { ...passedTwenty, passed: 19 })
      .whenCalledAt('09:00', { policy: 'promise-share' })
      .goes('A002', 'A001');
  });
  it('the longest waiting first where there are several, not the most often passed', () => {
    given(queued('A001', { joined: '08:10', passed: 30 }), queued('A002', { joined: '08:05', passed: 20 }))
      .whenCalledAt('09:00')
      .goes('A002', 'A001');
  });
  it('goes before the ranks of the profile', () => {
    given(
      queued('A001', { passed: 20, service: 'dat-dai' }),
      queued('A002', { joined: '07:40', service: 'ho-tich' }),
    )
      .whenCalledAt('09:00', { terms: { 'dat-dai': { rank: 3, weight: 1 } } })
      .goes('A001', 'A002');
  });
  it('counts for nothing where the policy promises no bound', () => {
    given(priority, { ...passedTwenty, passed: 500 })
      .whenCalledAt('09:00', { policy: 'strict-priority' })
      .goes('A002', 'A001');
  });
});

describe('a profile', () => {
  const [early, late] = [queued('A001'), queued('A002', { joined: '08:40', service: 'dat-dai' })];
  it('empties lower ranks first', () => {
    given(early, late)
      .whenCalledAt('09:00', { terms: { 'chung-thuc': { rank: 2, weight: 1 } } })
      .goes('A002', 'A001')
      .because('A002 before A001: this counter serves its service first');
  });
  it('weighs the wait, and the reason says so where that turned the order round', () => {
    given(early, late)
      .whenCalledAt('09:00', { terms: { 'dat-dai': { rank: 1, weight: 4 } } })
      .goes('A002', 'A001')
      .because('A002 before A001: at this counter its service counts for more');
  });
  it('leaves the reason to the policy where the weights changed nothing', () => {
    given(early, late)
      .whenCalledAt('09:00', { terms: { 'dat-dai': { rank: 1, weight: 2 } } })
      .goes('A001', 'A002')
      .because('A001 came first: waited 60 min');
  });
});

describe('the ends of the list', () => {
  it('nobody waits: there is no first, and no reason for one', () => {
    const ranking = rankingOf(defaultDispatch);
    expect(firstToCall([], momentAt('09:00'), ranking)).toBe(-1);
    expect(callOrder([], momentAt('09:00'), ranking)).toEqual([]);
    expect(() => callReason([], momentAt('09:00'), ranking)).toThrow('nobody waits');
  });
  it('who joined in the same moment is not passed by the other', () => {
    expect(isPassedBy(queued('A001'), queued('A002'))).toBe(false);
    expect(isPassedBy(queued('A001'), queued('A002', { joined: '08:01' }))).toBe(true);
    expect(isPassedBy(queued('A001', { joined: '08:01' }), queued('A002'))).toBe(false);
  });
});
