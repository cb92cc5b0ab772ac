// What every dispatch policy does, whatever the setting, the profile, the queue and the moment. A runner names the policy.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DispatchSetup, type PolicyName, policyWarnings } from '../../../protocol/dispatch-setup.ts';
import * as english from '../../../protocol/locales/en/reason.ts';
import * as vietnamese from '../../../protocol/locales/vi/reason.ts';
import {
  callOrder,
  callReason,
  firstToCall,
  type Ranking,
} from '../../../server/domain/dispatch/call-order.ts';
import type { CallMoment, Queued } from '../../../server/domain/dispatch/dispatch-policy.ts';
import { rankingOf } from '../../../server/domain/dispatch/policies.ts';
import { minuteMs, moments, profileTerms, queues, setupsOf } from './queues.ts';

type Case = { setup: DispatchSetup; ranking: Ranking; queue: Queued[]; moment: CallMoment };

/** The parameters that a sentence fills in. */
export function placesOf(page: Readonly<Record<string, string>>, code: string): string[] {
  const sentence = page[code];
  if (sentence === undefined) throw new Error(`no sentence for ${code}`);
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)))].sort();
}

export function policyContract(policy: PolicyName): void {
  const cases: fc.Arbitrary<Case> = fc
    .record({ setup: setupsOf(policy), terms: profileTerms, queue: queues, moment: moments })
    .map(({ terms, ...rest }) => ({ ...rest, ranking: rankingOf(rest.setup, terms) }));
  describe(`${policy}: the order`, () => orderContract(cases));
  describe(`${policy}: urgency`, () => urgencyContract(cases));
  describe(`${policy}: the reason`, () => reasonContract(cases));
  describe(`${policy}: what it says of itself`, () => textContract(policy, cases));
}

function orderContract(cases: fc.Arbitrary<Case>): void {
  it('neither adds nor loses anybody, and leaves its input alone', () => {
    fc.assert(
      fc.property(cases, ({ queue, moment, ranking }) => {
        const before = [...queue];
        const order = callOrder(queue, moment, ranking);
        expect(queue).toEqual(before);
        expect(order).toHaveLength(queue.length);
        expect(new Set(order)).toEqual(new Set(queue));
      }),
    );
  });
  it('begins with the one that firstToCall names', () => {
    fc.assert(
      fc.property(cases, ({ queue, moment, ranking }) => {
        expect(queue[firstToCall(queue, moment, ranking)]).toBe(callOrder(queue, moment, ranking)[0]);
        expect(firstToCall([], moment, ranking)).toBe(-1);
      }),
    );
  });
  it('is the same however the queue is laid out', () => {
    const laidOut = cases.chain((one) => {
      const { length } = one.queue;
      const shuffled = fc.shuffledSubarray(one.queue, { minLength: length, maxLength: length });
      return shuffled.map((other) => ({ ...one, other }));
    });
    fc.assert(
      fc.property(laidOut, ({ queue, other, moment, ranking }) => {
        const order = callOrder(queue, moment, ranking);
        expect(callOrder(other, moment, ranking)).toEqual(order);
        expect(callOrder(queue, moment, ranking)).toEqual(order);
        expect(other[firstToCall(other, moment, ranking)]).toBe(order[0]);
      }),
    );
  });
  it('never puts an equal who joined later first, but for those who come back or were passed too often', () => {
    fc.assert(
      fc.property(cases, ({ queue, moment, ranking }) => {
        const order = callOrder(queue, moment, ranking);
        order.forEach((later, index) => {
          for (const earlier of order.slice(index + 1))
            if (equals(earlier, later, ranking)) expect(joinedFirst(earlier, later)).toBe(false);
        });
      }),
    );
  });
}

/** The same service, class and history, without an appointment, in the same tier of the order. */
function equals(one: Queued, other: Queued, { passedAtMost }: Ranking): boolean {
  if (one.turnsToWait !== null || other.turnsToWait !== null) return false;
  if (one.appointmentAt !== null || other.appointmentAt !== null) return false;
  if (one.passed >= passedAtMost !== other.passed >= passedAtMost) return false;
  const kind = ({ serviceId, priorityClass, transferred, returned }: Queued) =>
    JSON.stringify([serviceId, priorityClass, transferred, returned]);
  return kind(one) === kind(other);
}

function joinedFirst(one: Queued, other: Queued): boolean {
  return one.joinedAt < other.joinedAt || (one.joinedAt === other.joinedAt && one.order < other.order);
}

function urgencyContract(cases: fc.Arbitrary<Case>): void {
  it('is finite, never negative, and never falls while somebody waits', () => {
    fc.assert(
      fc.property(cases, fc.nat(300), ({ queue, moment, ranking: { policy } }, minutes) => {
        const later = { ...moment, at: moment.at + minutes * minuteMs };
        for (const ticket of queue) {
          const urgency = policy.urgency(ticket, moment);
          expect(Number.isFinite(urgency)).toBe(true);
          expect(urgency).toBeGreaterThanOrEqual(0);
          expect(policy.urgency(ticket, later)).toBeGreaterThanOrEqual(urgency);
        }
      }),
    );
  });
  it('grows once somebody waits: nobody stands still for ever', () => {
    fc.assert(
      fc.property(cases, ({ queue, moment, ranking: { policy } }) => {
        for (const ticket of queue) {
          const from = Math.max(moment.at, ticket.joinedAt);
          const urgencyAt = (at: number) => policy.urgency(ticket, { ...moment, at });
          expect(urgencyAt(from + minuteMs)).toBeGreaterThan(urgencyAt(from));
        }
      }),
    );
  });
}

function reasonContract(cases: fc.Arbitrary<Case>): void {
  it('is a code with a sentence in both languages that says all its figures', () => {
    fc.assert(
      fc.property(cases, ({ queue, moment, ranking }) => {
        const order = callOrder(queue, moment, ranking);
        const { code, params } = callReason(order, moment, ranking);
        for (const page of [vietnamese.reasonVi, english.reasonEn])
          expect(placesOf(page, code), code).toEqual(Object.keys(params).sort());
        for (const value of Object.values(params))
          expect(typeof value === 'number' ? Number.isFinite(value) : value).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });
  it('names whom it calls, and the next in the order where it compares', () => {
    fc.assert(
      fc.property(cases, ({ queue, moment, ranking }) => {
        const order = callOrder(queue, moment, ranking);
        const { params } = callReason(order, moment, ranking);
        expect(params.number).toBe(order[0]?.number);
        if ('otherNumber' in params) expect(params.otherNumber).toBe(order[1]?.number);
      }),
    );
  });
}

function textContract(policy: PolicyName, cases: fc.Arbitrary<Case>): void {
  it('has a name and the sentences of its warnings in both languages', () => {
    for (const page of [vietnamese.policyVi, english.policyEn]) expect(page[policy]).toMatch(/\p{Lu}/u);
    for (const warning of policyWarnings[policy])
      for (const page of [vietnamese.policyWarningVi, english.policyWarningEn])
        expect(page[warning]).toMatch(/\.$/);
  });
  it('says its bound as data, and warns where it has none', () => {
    fc.assert(
      fc.property(cases, ({ setup, ranking: { policy: made, passedAtMost } }) => {
        for (const page of [vietnamese.boundVi, english.boundEn])
          expect(placesOf(page, made.bound.code)).toEqual(Object.keys(made.bound.params).sort());
        expect(made.unbounded).toBe(made.bound.code === 'none');
        expect(policyWarnings[policy].includes('unbounded')).toBe(made.unbounded);
        expect(passedAtMost).toBe(made.unbounded ? Number.POSITIVE_INFINITY : setup.passedAtMost);
      }),
    );
  });
}
