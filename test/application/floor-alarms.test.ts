// What is amiss on the floor and wants a supervisor: each alarm from the moment it is one, by time alone where time makes it,
// and until what made it is over.
import { beforeEach, describe, expect, it } from 'vitest';
import type { FloorAlarm } from '../../protocol/views/supervisor-view.ts';
import { morning } from '../support/memory-floor.ts';
import { type SmallHall, smallHall } from '../support/small-hall.ts';

const minuteMs = 60_000;
let hall: SmallHall;
beforeEach(() => {
  hall = smallHall();
  hall.at('c01', 'open-counter');
});
const alarms = () => hall.supervisor().floorAlarms;
const codes = () => alarms().map(({ code }) => code);
const atCounter = (code: FloorAlarm['code'], since: number, params: object = {}) => ({
  ...{ code, since, counterId: 'c01', serviceId: null, params: { counter: '1', ...params } },
});
const called = () => {
  const { number } = hall.take();
  hall.at('c01', 'call-next');
  return number;
};

it('nothing is amiss on a floor at work', () => {
  called();
  hall.at('c01', 'start-service');
  hall.take();
  hall.minutes(5);
  expect(alarms()).toEqual([]);
});

describe('alarms', () => {
  it('help: from the call until it is ended', () => {
    hall.minutes(2);
    hall.at('c01', 'call-help');
    hall.minutes(3);
    expect(alarms()).toEqual([atCounter('help', morning + 2 * minuteMs)]);
    hall.steer({ type: 'end-help', counterId: 'c01' });
    expect(alarms()).toEqual([]);
  });
  it('no-counter: somebody waits for what no counter at work draws from', () => {
    hall.take('dat-dai');
    hall.minutes(1);
    hall.take('dat-dai');
    expect(alarms()).toEqual([
      { code: 'no-counter', since: morning, counterId: null, serviceId: 'dat-dai', params: { waiting: 2 } },
    ]);
    hall.at('c03', 'open-counter');
    expect(alarms()).toEqual([]);
    hall.at('c03', 'pause-counter', { reason: 'nghi' });
    expect(codes()).toEqual(['no-counter']);
    hall.steer({
      ...{ type: 'lend-counter', counterId: 'c01', serviceId: 'dat-dai' },
      ...{ whileWaitOverMinutes: null, until: null },
    });
    expect(alarms()).toEqual([]);
  });
  it('no-counter: not for whom a counter at work is kept', () => {
    hall.at('c03', 'open-counter');
    hall.take('dat-dai');
    hall.at('c03', 'call-next');
    hall.at('c03', 'transfer-ticket', { to: { counterId: 'c01' }, keepPlace: false });
    hall.at('c03', 'close-counter');
    expect(alarms()).toEqual([]);
    hall.minutes(1);
    hall.take('dat-dai');
    expect(alarms()).toEqual([
      {
        ...{ code: 'no-counter', since: morning + minuteMs, counterId: null, serviceId: 'dat-dai' },
        params: { waiting: 1 },
      },
    ]);
  });
  it('over-promise: from the moment the first promise is used up, counting how many', () => {
    hall.take();
    hall.minutes(2);
    hall.take();
    hall.clock.set(morning + 30 * minuteMs - 1);
    expect(alarms()).toEqual([]);
    hall.clock.pass(1);
    const over = (count: number) => ({
      ...{ code: 'over-promise', since: morning + 30 * minuteMs, counterId: null, serviceId: 'chung-thuc' },
      params: { over: count },
    });
    expect(alarms()).toEqual([over(1)]);
    hall.minutes(2);
    expect(alarms()).toEqual([over(2)]);
    hall.at('c01', 'call-next');
    expect(alarms()).toEqual([{ ...over(1), since: morning + 32 * minuteMs }]);
  });
  it('paused-too-long: past the end that was meant, or after twenty minutes without one', () => {
    hall.at('c01', 'pause-counter', { reason: 'nghi', forMinutes: 5 });
    hall.minutes(5);
    expect(alarms()).toEqual([]);
    hall.clock.pass(1);
    expect(alarms()).toEqual([atCounter('paused-too-long', morning + 5 * minuteMs)]);
    hall.at('c01', 'resume-counter');
    hall.at('c01', 'pause-counter', { reason: 'nghi' });
    hall.minutes(20);
    expect(alarms()).toEqual([]);
    hall.clock.pass(1);
    expect(codes()).toEqual(['paused-too-long']);
  });
  it('not-coming: four minutes after a call that nobody answers, recalled or not', () => {
    const number = called();
    hall.minutes(3);
    hall.at('c01', 'recall-ticket');
    hall.minutes(1);
    expect(alarms()).toEqual([]);
    hall.clock.pass(1);
    expect(alarms()).toEqual([atCounter('not-coming', morning + 4 * minuteMs, { number })]);
    hall.at('c01', 'start-service');
    expect(alarms()).toEqual([]);
  });
  it('long-service: after forty minutes of one service', () => {
    const number = called();
    hall.at('c01', 'start-service');
    hall.minutes(40);
    expect(alarms()).toEqual([]);
    hall.clock.pass(1);
    expect(alarms()).toEqual([atCounter('long-service', morning + 40 * minuteMs, { number })]);
    hall.at('c01', 'continue-service', { serviceId: 'ho-tich' });
    expect(alarms()).toEqual([]);
  });
  it('nothing-to-serve: an open counter whose officer and profile have nothing in common', () => {
    const staff = [
      { username: 'quantri', name: 'Quản trị', roles: ['technician'], password: null },
      { username: 'canbo01', name: 'Một', roles: ['operator'], password: null, skills: ['dat-dai'] },
    ];
    hall = smallHall({ staff });
    hall.minutes(1);
    hall.at('c01', 'open-counter');
    expect(alarms()).toEqual([atCounter('nothing-to-serve', morning + minuteMs)]);
    hall.steer({ type: 'set-work-profile', counterId: 'c01', profileId: 'moi-truong' });
    expect(alarms()).toEqual([]);
  });
  it('are told the oldest first', () => {
    hall.take('dat-dai');
    hall.minutes(1);
    called();
    hall.minutes(1);
    hall.at('c01', 'call-help');
    hall.minutes(4);
    expect(codes()).toEqual(['no-counter', 'help', 'not-coming']);
  });
});
