// What the supervisor's page makes of its view before it draws: queues under departments, alarms in their order, whom a
// closing leaves alone, what is looked for among the waiting, and who may do what.
import { describe, expect, it } from 'vitest';
import {
  alarmsInOrder,
  isLong,
  isOutOfHours,
  mayDo,
  queuesByDepartment,
  waitingLike,
} from '../../counter-ui/supervisor/floor-looks.ts';
import { eligibleAt } from '../../server/domain/queue.ts';
import { supervisedFloor } from '../support/supervised-floor.ts';

describe('queues', () => {
  it('stand under their department, only the busy ones unless all are asked for', () => {
    const hall = supervisedFloor();
    hall.take('chung-thuc');
    hall.take('chung-thuc');
    hall.take('dat-dai');
    const busy = queuesByDepartment(hall.view(), true);
    expect(busy.map(({ waiting }) => waiting)).toEqual([2, 1]);
    expect(busy.flatMap(({ queues }) => queues.map(({ serviceId }) => serviceId))).toEqual([
      'chung-thuc',
      'dat-dai',
    ]);
    const all = queuesByDepartment(hall.view(), false).flatMap(({ queues }) => queues);
    expect(all).toHaveLength(hall.view().queues.length);
  });
  it('are shown where intake was stopped, but not because the day is over', () => {
    const hall = supervisedFloor();
    hall.sent({ type: 'set-intake', serviceId: 'dat-dai', open: false });
    expect(queuesByDepartment(hall.view(), true).map(({ queues }) => queues[0]?.serviceId)).toEqual([
      'dat-dai',
    ]);
    expect(isOutOfHours(hall.view())).toBe(false);
    hall.clock.pass(12 * 3_600_000);
    expect(isOutOfHours(hall.view())).toBe(true);
    expect(queuesByDepartment(hall.view(), true)).toEqual([]);
  });
});

describe('alarms', () => {
  it('begin with help calls, then the oldest', () => {
    const hall = supervisedFloor();
    hall.take('dat-dai');
    hall.clock.pass(60_000);
    hall.at('c01', 'open-counter');
    hall.at('c01', 'call-help');
    const device = {
      deviceId: 'may-in',
      name: 'Máy in',
      reason: 'paper-out',
      since: hall.clock.now() - 1_000,
    };
    const view = { ...hall.view(), alarms: [device as never] };
    expect(alarmsInOrder(view).map(({ key }) => key)).toEqual([
      'help c01 null',
      'no-counter null dat-dai',
      'device may-in',
    ]);
  });
  it('tell of one trouble once: whom no counter serves is not said to wait too long besides', () => {
    const hall = supervisedFloor();
    hall.take('dat-dai');
    hall.clock.pass(60 * 60_000);
    expect(hall.view().floorAlarms.map(({ code }) => code)).toEqual(['no-counter']);
    hall.at('c03', 'open-counter');
    expect(hall.view().floorAlarms.map(({ code }) => code)).toEqual(['over-promise']);
  });
});

describe('how many a counter could call', () => {
  it('is what the floor itself finds, also of those kept for a counter and of those it is lent to', () => {
    const hall = supervisedFloor();
    for (const id of ['c01', 'c02', 'c04']) hall.at(id, 'open-counter');
    for (const service of ['chung-thuc', 'dat-dai', 'chung-thuc', 'ho-tich', 'chung-thuc'])
      hall.take(service);
    hall.at('c01', 'call-next');
    hall.at('c01', 'transfer-ticket', { to: { counterId: 'c04' } });
    const lent = { counterId: 'c02', serviceId: 'dat-dai', whileWaitOverMinutes: 10, until: null };
    hall.sent({ type: 'lend-counter', ...lent });
    for (const minutes of [0, 11]) {
      hall.clock.pass(minutes * 60_000);
      const { state, rules } = hall.floor;
      for (const { id, waiting } of hall.view().counters)
        expect(waiting, id).toBe(eligibleAt(state, rules, id, hall.clock.now()).length);
    }
    expect(hall.counter('c04').waiting).toBe(1);
    expect(hall.counter('c02').waiting).toBe(4);
  });
});

describe('closing a counter', () => {
  it('leaves those alone whom no other open counter serves', () => {
    const hall = supervisedFloor();
    hall.at('c01', 'open-counter');
    hall.at('c03', 'open-counter');
    hall.take('chung-thuc');
    hall.take('dat-dai');
    expect(hall.counter('c03').leftAlone).toBe(1);
    expect(hall.counter('c01').leftAlone).toBe(1);
    hall.at('c02', 'open-counter');
    expect(hall.counter('c01').leftAlone).toBe(0);
  });
});

describe('the waiting', () => {
  it('are found by letters of their number and by service', () => {
    const hall = supervisedFloor();
    hall.take('chung-thuc');
    hall.take('chung-thuc');
    hall.take('dat-dai');
    const { waiting } = hall.view();
    const numbers = (number: string, serviceId = '') =>
      waitingLike(waiting, { number, serviceId }).map((ticket) => ticket.number);
    const [first] = numbers('', 'chung-thuc');
    expect(numbers('')).toHaveLength(3);
    expect(numbers(` ${first?.toLowerCase()} `)).toEqual([first]);
    expect(numbers('', 'dat-dai')).toHaveLength(1);
    expect(numbers('999')).toEqual([]);
  });
});

describe('a service in hand', () => {
  it('is long only beside what is usual here today, which takes five services to know', () => {
    const hall = supervisedFloor();
    hall.at('c01', 'open-counter');
    const serve = (minutes: number) => {
      hall.take('chung-thuc');
      hall.at('c01', 'call-next');
      hall.at('c01', 'start-service');
      hall.clock.pass(minutes * 60_000);
    };
    for (const minutes of [4, 5, 6, 5]) {
      serve(minutes);
      hall.at('c01', 'finish-service');
    }
    serve(60);
    expect(hall.counter('c01').ticket?.usualMs).toBeNull();
    hall.at('c01', 'finish-service');
    serve(9);
    const ticket = hall.counter('c01').ticket;
    if (ticket === null) throw new Error('nothing in hand');
    expect(ticket.usualMs).toBe(5 * 60_000);
    expect(isLong(ticket, hall.clock.now())).toBe(false);
    expect(isLong(ticket, hall.clock.now() + 2 * 60_000)).toBe(true);
  });
});

describe('who may do what', () => {
  it('is everything for a supervisor, tickets and help for the guide desk, nothing for a technician', () => {
    expect(mayDo(['supervisor'], 'lend-counter')).toBe(true);
    expect(mayDo(['guide'], 'set-priority')).toBe(true);
    expect(mayDo(['guide'], 'end-help')).toBe(true);
    expect(mayDo(['guide'], 'set-intake')).toBe(false);
    expect(mayDo(['technician'], 'end-help')).toBe(false);
  });
});
