// Each policy by its examples: who waits, in which order they go, and the sentence that the officer reads.
import { describe, expect, it } from 'vitest';
import { type DispatchSetup, defaultDispatch, type PolicyName } from '../../../protocol/dispatch-setup.ts';
import { reasonEn } from '../../../protocol/locales/en/reason.ts';
import { textPage } from '../../../protocol/locales/text-page.ts';
import { reasonVi } from '../../../protocol/locales/vi/reason.ts';
import { callOrder, callReason } from '../../../server/domain/dispatch/call-order.ts';
import type { CallMoment, Queued } from '../../../server/domain/dispatch/dispatch-policy.ts';
import { rankingOf } from '../../../server/domain/dispatch/policies.ts';
import { momentAt, queued } from './queues.ts';

const text = textPage(reasonVi, reasonEn);
const appointmentTimes = { earlyMinutes: 6, promiseMinutes: 3, lateMinutes: 15, lateCreditMinutes: 5 };

function goes(
  policy: PolicyName,
  waiting: readonly Queued[],
  moment: CallMoment,
  figures: Partial<DispatchSetup> = {},
): [string, string] {
  const ranking = rankingOf({ ...defaultDispatch, ...figures, policy });
  const order = callOrder(waiting, moment, ranking);
  const { code, params } = callReason(order, moment, ranking);
  const sentence = text('en', code as keyof typeof reasonVi, params);
  return [order.map(({ number }) => number).join(' '), sentence];
}
const elder = (number: string, joined: string) => queued(number, { priority: 'cao-tuoi', joined });

describe('promise-share', () => {
  const ordinary = queued('B007');
  it('goes by the share of the promise that was used up', () => {
    expect(goes('promise-share', [ordinary, elder('A012', '08:18')], momentAt('08:20'))).toEqual([
      'B007 A012',
      'B007 before A012: 20 of its 30 promised minutes used (66 %) against 5 of 8 (62 %)',
    ]);
    expect(goes('promise-share', [ordinary, elder('A012', '08:17')], momentAt('08:20'))).toEqual([
      'A012 B007',
      'A012 before B007: 6 of its 8 promised minutes used (75 %) against 20 of 30 (66 %)',
    ]);
  });
  it('lets a later priority ticket pass at r/(r - 1) times the gap less the head start, not a moment before', () => {
    // r = 30/8; a gap of 14 min less 3 of head start: 11 x 30/22 = 15 min.
    const later = elder('A012', '08:14');
    expect(goes('promise-share', [ordinary, later], momentAt('08:14:59'))[0]).toBe('B007 A012');
    expect(goes('promise-share', [ordinary, later], momentAt('08:15'))[0]).toBe('B007 A012');
    expect(goes('promise-share', [ordinary, later], momentAt('08:15:01'))[0]).toBe('A012 B007');
  });
  it('promises half the time to who was sent on, and three minutes to an appointment from six before it', () => {
    const sentOn = queued('A001', { joined: '08:12', transferred: true });
    const booked = queued('A002', { joined: '08:00', booked: '08:20' });
    expect(goes('promise-share', [ordinary, sentOn, booked], momentAt('08:16'))[0]).toBe('A002 B007 A001');
    expect(goes('promise-share', [ordinary, sentOn, booked], momentAt('08:25'))[0]).toBe('A002 A001 B007');
  });
  it('says who came first where both have used the same share', () => {
    const soonAfter = queued('B008', { joined: '08:00:10' });
    expect(goes('promise-share', [soonAfter, ordinary], momentAt('08:20'))).toEqual([
      'B007 B008',
      'B007 before B008: both have used 66 % of their promised time, and B007 came first',
    ]);
  });
  it('says when nobody else waits', () => {
    expect(goes('promise-share', [ordinary], momentAt('08:20'))[1]).toBe(
      'only B007 waits: 20 of its 30 promised minutes used (66 %)',
    );
  });
});

describe('strict-priority', () => {
  it('calls every priority ticket before any ordinary one', () => {
    const waiting = [queued('B007', { joined: '07:31' }), elder('A012', '16:40'), elder('A013', '16:39')];
    expect(goes('strict-priority', waiting, momentAt('16:41'))).toEqual([
      'A013 A012 B007',
      'A013 has waited longest of the priority tickets: 2 min',
    ]);
    expect(goes('strict-priority', waiting.slice(0, 2), momentAt('16:41'))).toEqual([
      'A012 B007',
      'A012 before B007: priority always goes first',
    ]);
    expect(goes('strict-priority', waiting.slice(0, 1), momentAt('07:41'))[1]).toBe(
      'B007 came first: waited 10 min',
    );
  });
});

describe('ratio', () => {
  const waiting = [queued('B007'), queued('B008'), elder('A012', '08:10'), elder('A013', '08:11')];
  const [first, , elderly] = waiting as [Queued, Queued, Queued];
  it('calls priority tickets until so many were called in a row, then one ordinary', () => {
    expect(goes('ratio', waiting, momentAt('08:20', 1))).toEqual([
      'A012 A013 B007 B008',
      'A012 has waited longest of the priority tickets: 10 min',
    ]);
    expect(goes('ratio', [first, elderly], momentAt('08:20', 1))).toEqual([
      'A012 B007',
      'A012 before B007: priority call 2 of 2 in a row',
    ]);
    expect(goes('ratio', waiting, momentAt('08:20', 2))).toEqual([
      'B007 B008 A012 A013',
      'B007 has waited longest of the ordinary tickets: 20 min',
    ]);
    expect(goes('ratio', [first, elderly], momentAt('08:20', 2))).toEqual([
      'B007 A012',
      'B007 before A012: after 2 priority calls in a row it is the turn of an ordinary ticket',
    ]);
  });
  it('leaves nobody waiting for the other class: who is there is called', () => {
    expect(goes('ratio', [elderly], momentAt('08:20', 7))).toEqual([
      'A012',
      'A012 came first: waited 10 min',
    ]);
    expect(goes('ratio', [first], momentAt('08:20'))).toEqual(['B007', 'B007 came first: waited 20 min']);
  });
  it('counts to the figure of the setting', () => {
    expect(goes('ratio', waiting, momentAt('08:20', 4), { priorityInARow: 5 })[0]).toBe(
      'A012 A013 B007 B008',
    );
  });
});

describe('accumulating-priority', () => {
  it('counts the wait of a priority ticket so many times', () => {
    const waiting = [queued('B007'), elder('A012', '08:14')];
    // r = 3: 14 x 3/2 = 21 min.
    expect(goes('accumulating-priority', waiting, momentAt('08:21'))[0]).toBe('B007 A012');
    expect(goes('accumulating-priority', waiting, momentAt('08:22'))).toEqual([
      'A012 B007',
      'A012 before B007: waited 8 min, counted as 24, against 22 min, counted as 22',
    ]);
  });
  it('is first come with the rate 1', () => {
    const waiting = [queued('B007'), elder('A012', '08:01')];
    expect(goes('accumulating-priority', waiting, momentAt('11:00'), { priorityRate: 1 })[0]).toBe(
      'B007 A012',
    );
    expect(goes('accumulating-priority', waiting.slice(1), momentAt('08:31'))[1]).toBe(
      'A012 came first: waited 30 min',
    );
  });
});

describe('appointment-window', () => {
  const walkIn = queued('B007');
  const at = (time: string, ...waiting: readonly Queued[]) =>
    goes('appointment-window', waiting, momentAt(time), { appointments: appointmentTimes });
  it('calls an appointment first from so many minutes before the booked time', () => {
    const booked = queued('A012', { joined: '08:10', booked: '08:30' });
    expect(at('08:23', walkIn, booked)[0]).toBe('B007 A012');
    expect(at('08:24', walkIn, booked)).toEqual([
      'A012 B007',
      'A012 before B007: the time of its appointment has come',
    ]);
    expect(at('08:31', booked)[1]).toBe('A012 has an appointment, and has been due for 7 min');
  });
  it('calls by booked time, not by who came first', () => {
    const nine = queued('A012', { joined: '08:50', booked: '09:00' });
    const quarterTo = queued('A013', { joined: '08:59', booked: '08:45' });
    expect(at('08:59:30', walkIn, nine, quarterTo)).toEqual([
      'A013 A012 B007',
      'A013 before A012: booked 15 min earlier',
    ]);
  });
  it('keeps the appointment of who came in time while the centre is late', () => {
    const booked = queued('A012', { joined: '08:45', booked: '08:30' });
    expect(at('09:30', walkIn, booked)[0]).toBe('A012 B007');
  });
  it('makes who came too late a walk-in with a credit', () => {
    const late = queued('A012', { joined: '08:46', booked: '08:30' });
    const [before, after] = [queued('B008', { joined: '08:40' }), queued('B009', { joined: '08:42' })];
    expect(at('09:00', walkIn, before, after, late)[0]).toBe('B007 B008 A012 B009');
    expect(at('09:00', after, late)[1]).toBe(
      'A012 before B009: it came too late for its appointment and is credited 5 min of waiting',
    );
    expect(at('09:00', late)[1]).toBe('A012 came first: waited 14 min');
  });
  it('makes who was sent on, or comes back, a walk-in', () => {
    const sentOn = queued('A012', { joined: '08:30', booked: '08:30', transferred: true });
    const back = queued('A013', { joined: '08:31', booked: '08:30', returned: true });
    expect(at('08:40', walkIn, sentOn, back)[0]).toBe('B007 A012 A013');
    const late = queued('A014', { joined: '08:29', booked: '08:00', transferred: true });
    expect(at('08:40', late, queued('B009', { joined: '08:28' }))[0]).toBe('B009 A014');
  });
});

describe('the bound as data', () => {
  const boundOf = (policy: PolicyName, figures: Partial<DispatchSetup> = {}) =>
    rankingOf({ ...defaultDispatch, ...figures, policy }).policy.bound;
  it('is what the usual figures come to', () => {
    expect(boundOf('promise-share').params).toEqual({ percent: 90, plusMinutes: 8, passedAtMost: 20 });
    expect(boundOf('first-come').params).toEqual({});
    expect(boundOf('strict-priority')).toEqual({ code: 'none', params: {} });
    expect(boundOf('ratio').params).toEqual({ inARow: 2, passedAtMost: 20 });
    expect(boundOf('accumulating-priority').params).toEqual({
      ...{ percent: 67, plusMinutes: 0, passedAtMost: 20 },
    });
    expect(boundOf('appointment-window').params).toEqual({ lateCreditMinutes: 5, passedAtMost: 20 });
  });
  it('of promise-share counts the head start and the credit of a late appointment together', () => {
    const same = { ordinaryMinutes: 30, priorityMinutes: 30, priorityHeadStartMinutes: 4, againShare: 1 };
    const figures = {
      promises: { ...defaultDispatch.promises, ...same },
      appointments: { ...appointmentTimes, promiseMinutes: 30, lateCreditMinutes: 6 },
    };
    expect(boundOf('promise-share', figures).params).toMatchObject({ percent: 0, plusMinutes: 10 });
    const late = (joined: string) => queued('A012', { priority: 'cao-tuoi', joined, booked: '07:31' });
    const first = (joined: string) =>
      goes('promise-share', [queued('B007'), late(joined)], momentAt('08:40'), figures)[0];
    expect(first('08:09')).toBe('A012 B007');
    expect(first('08:11')).toBe('B007 A012');
  });
});
