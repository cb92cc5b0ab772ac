// The floor as the supervisor watches it: counters, queues against their promises, who waits, and who could sit down.
import { beforeEach, describe, expect, it } from 'vitest';
import type { WatchedCounter, WatchedQueue } from '../../protocol/views/supervisor-view.ts';
import { morning } from '../support/memory-floor.ts';
import { type SmallHall, smallHall } from '../support/small-hall.ts';

const minuteMs = 60_000;
const staff = [
  { username: 'quantri', name: 'Quản trị', roles: ['technician'], password: null },
  { username: 'canbo01', name: 'Một', roles: ['operator'], password: null },
  { username: 'canbo02', name: 'Hai', roles: ['operator'], password: null },
  { username: 'giamsat', name: 'Giám sát', roles: ['supervisor', 'operator'], password: null },
];
let hall: SmallHall;
beforeEach(() => {
  hall = smallHall({ staff });
});
const counter = (id: string): WatchedCounter | undefined =>
  hall.supervisor().counters.find((each) => each.id === id);
const queue = (id: string): WatchedQueue | undefined =>
  hall.supervisor().queues.find((each) => each.serviceId === id);
const lend = (terms: object = {}) =>
  hall.steer({
    ...{
      type: 'lend-counter',
      counterId: 'c01',
      serviceId: 'dat-dai',
      whileWaitOverMinutes: null,
      until: null,
    },
    ...terms,
  });

describe('counters', () => {
  it('a closed one draws from its profile and has nobody', () => {
    hall.take();
    expect(counter('c01')).toEqual({
      ...{ id: 'c01', number: '1', name: { vi: 'Quầy 1' }, status: 'closed', zoneId: 'tang-1' },
      ...{ operator: null, openedAt: null, ticket: null, pauseReason: null, pausedAt: null, backAt: null },
      ...{ helpSince: null, finishedToday: 0, profileId: 'tu-phap', ownProfile: true, lendings: [] },
      ...{ serviceIds: ['chung-thuc', 'ho-tich'], waiting: 1, leftAlone: 0 },
    });
  });
  it('one at work has an officer, a ticket in hand and for how long', () => {
    hall.at('c01', 'open-counter');
    const { number } = hall.take();
    hall.minutes(1);
    hall.at('c01', 'call-next');
    hall.minutes(1);
    hall.at('c01', 'recall-ticket');
    hall.at('c01', 'start-service');
    expect(counter('c01')).toMatchObject({
      ...{ status: 'open', operator: { id: 'canbo01', name: 'Một' }, openedAt: morning, waiting: 0 },
      ticket: {
        ...{ number, status: 'serving', recalls: 1, serviceName: { vi: 'Chứng thực' } },
        ...{ calledAt: morning + minuteMs, startedAt: morning + 2 * minuteMs },
      },
    });
    hall.at('c01', 'finish-service');
    expect(counter('c01')).toMatchObject({ ticket: null, finishedToday: 1 });
  });
  it('one that rests says why, since when and until when', () => {
    hall.at('c01', 'open-counter');
    hall.at('c01', 'pause-counter', { reason: 'hop', forMinutes: 10 });
    expect(counter('c01')).toMatchObject({
      ...{ status: 'paused', pauseReason: { vi: 'Họp gấp' }, pausedAt: morning },
      backAt: morning + 10 * minuteMs,
    });
  });
  it('today’s profile and help that is lent are told apart from the set-up', () => {
    hall.steer({ type: 'set-work-profile', counterId: 'c01', profileId: 'lien-thong' });
    lend({ until: morning + 5 * minuteMs });
    hall.steer({
      ...{ type: 'lend-counter', counterId: 'c01', serviceId: 'ho-tich', whileWaitOverMinutes: 10 },
      until: null,
    });
    expect(counter('c01')).toMatchObject({
      ...{ profileId: 'lien-thong', ownProfile: false, serviceIds: ['chung-thuc', 'dat-dai'] },
      lendings: [
        { serviceId: 'dat-dai', whileWaitOverMinutes: null, until: morning + 5 * minuteMs },
        { serviceId: 'ho-tich', whileWaitOverMinutes: 10, until: null },
      ],
    });
  });
});

describe('queues', () => {
  it('count who waits, since when, and against the promise', () => {
    hall.take();
    hall.minutes(29);
    hall.take();
    hall.take('chung-thuc', { priorityClass: 'cao-tuoi' });
    const { estimate: _, ...shown } = queue('chung-thuc') ?? {};
    expect(shown).toEqual({
      ...{ serviceId: 'chung-thuc', departmentId: 'tu-phap', name: { vi: 'Chứng thực' } },
      ...{ departmentName: { vi: 'Tư pháp' }, prefix: 'A', waiting: 3, longestWaitMs: 29 * minuteMs },
      ...{ overPromise: 0, worstPercent: 96, openCounters: 0, intakeOpen: true },
    });
    hall.clock.pass(minuteMs - 1);
    expect(queue('chung-thuc')).toMatchObject({ overPromise: 0, worstPercent: 99 });
    hall.clock.pass(1);
    expect(queue('chung-thuc')).toMatchObject({ overPromise: 1, worstPercent: 100 });
    hall.minutes(5);
    expect(queue('chung-thuc')).toMatchObject({ overPromise: 2, worstPercent: 116 });
  });
  it('count the counters at work that draw from them now', () => {
    for (const id of ['c01', 'c02', 'c03', 'c04']) hall.at(id, 'open-counter');
    expect([queue('chung-thuc')?.openCounters, queue('dat-dai')?.openCounters]).toEqual([3, 2]);
    hall.at('c04', 'pause-counter', { reason: 'nghi' });
    expect([queue('chung-thuc')?.openCounters, queue('dat-dai')?.openCounters]).toEqual([2, 1]);
    lend({ whileWaitOverMinutes: 10 });
    hall.take('dat-dai');
    hall.minutes(10);
    expect(queue('dat-dai')?.openCounters).toBe(1);
    hall.minutes(1);
    expect(queue('dat-dai')?.openCounters).toBe(2);
  });
  it('say whether numbers are given', () => {
    const open = () => ['chung-thuc', 'dat-dai'].map((id) => queue(id)?.intakeOpen);
    hall.steer({ type: 'set-intake', serviceId: 'dat-dai', open: false });
    expect([open(), hall.supervisor().intakeStopped]).toEqual([[true, false], false]);
    hall.steer({ type: 'set-intake', serviceId: null, open: false });
    expect([open(), hall.supervisor().intakeStopped]).toEqual([[false, false], true]);
  });
});

it('who waits is listed by the share of the promise that is used up', () => {
  const first = hall.take();
  hall.minutes(3);
  const second = hall.take('dat-dai');
  const third = hall.take('ho-tich', { priorityClass: 'cao-tuoi' });
  expect(hall.supervisor().waiting.map(({ number, promise }) => [number, promise.percent])).toEqual([
    [third.number, 37],
    [first.number, 10],
    [second.number, 0],
  ]);
});

it('operators who sit nowhere could open a counter', () => {
  const free = () => hall.supervisor().freeOperators;
  expect(free().map(({ id }) => id)).toEqual(['canbo01', 'canbo02', 'giamsat']);
  hall.at('c01', 'open-counter');
  hall.steer({ type: 'open-counter', counterId: 'c04', operatorId: 'giamsat' });
  expect(free()).toEqual([{ id: 'canbo02', name: 'Hai', skills: null }]);
  hall.at('c01', 'close-counter');
  expect(free().map(({ id }) => id)).toEqual(['canbo01', 'canbo02']);
});

it('profiles and priority classes are there to be chosen from', () => {
  const { profiles, priorityClasses } = hall.supervisor();
  expect(profiles.map(({ id }) => id)).toEqual(['tu-phap', 'moi-truong', 'lien-thong']);
  expect(priorityClasses).toEqual([{ id: 'cao-tuoi', name: { vi: 'Người cao tuổi' } }]);
});
