// A day played again gives what the live floor showed at the same moments; it lets others through after every frame, and
// answers a few askers at a time.
import { expect, it } from 'vitest';
import type { BusinessDay } from '../../protocol/ids.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';
import type { PastDays } from '../../server/application/journal-port.ts';
import { createReplay } from '../../server/application/replay/replay.ts';
import { intakeAt } from '../../server/domain/business-day.ts';
import { centreRules } from '../../server/domain/centre-rules.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import type { MemoryJournal } from '../../server/journal/memory-journal.ts';
import { commune, morning } from '../support/memory-floor.ts';
import { supervisedFloor } from '../support/supervised-floor.ts';

const minute = 60_000;
const friday = '2026-11-20' as BusinessDay;

/** The journal in memory by days, as pastDays gives the durable one. */
function daysOf(journal: MemoryJournal): PastDays {
  const all = () => journal.rowsAfter(0, 100_000);
  return {
    days: (limit) => [...new Set(all().map(({ businessDay }) => businessDay))].reverse().slice(0, limit),
    rows: (day, after, limit) =>
      all()
        .filter(({ businessDay, seq }) => businessDay === day && seq > after)
        .slice(0, limit),
  };
}

function played(journal: MemoryJournal) {
  let letThrough = 0;
  const replay = createReplay({
    past: daysOf(journal),
    rules: () => centreRules(commune),
    intakeAt: (at) => intakeAt(at, commune.hours, commune.centre.timeZone),
    letOthers: async () => {
      letThrough += 1;
    },
  });
  return { replay, letThrough: () => letThrough };
}

const told = ({ counters, queues, waiting, floorAlarms, today, intakeStopped }: SupervisorView) => ({
  ...{ counters, queues, waiting, floorAlarms, today, intakeStopped },
});

/** A short morning, and what the live floor showed each minute. */
function shortMorning() {
  const hall = supervisedFloor();
  const seen: SupervisorView[] = [];
  const minutes = (count: number) => {
    for (let passed = 0; passed < count; passed += 1) {
      seen.push(hall.view());
      hall.clock.pass(minute);
    }
  };
  hall.at('c01', 'open-counter');
  hall.take('chung-thuc');
  minutes(2);
  hall.take('dat-dai', { priorityClass: 'elderly' });
  hall.at('c01', 'call-next');
  minutes(6);
  hall.at('c01', 'start-service');
  hall.at('c01', 'call-help');
  minutes(3);
  hall.sent({
    type: 'lend-counter',
    counterId: 'c01',
    serviceId: 'dat-dai',
    whileWaitOverMinutes: 5,
    until: null,
  });
  hall.at('c01', 'finish-service');
  hall.at('c01', 'pause-counter', { reason: 'break', forMinutes: 2 });
  minutes(5);
  hall.sent({ type: 'set-intake', serviceId: 'chung-thuc', open: false });
  minutes(1);
  return { hall, seen };
}

it('shows what the live floor showed, minute by minute', async () => {
  const { hall, seen } = shortMorning();
  const { replay, letThrough } = played(hall.journal);
  const to = morning + (seen.length - 1) * minute;
  const frames = await replay.frames(friday, { from: morning, to, stepSeconds: 60 });
  if (frames === null || frames === 'busy') throw new Error('no frames');
  expect(frames.frames).toHaveLength(seen.length);
  expect(letThrough()).toBeGreaterThanOrEqual(seen.length);
  const counters = new Map(frames.first.counters.map((each) => [each.id, each]));
  const queues = new Map(frames.first.queues.map((each) => [each.serviceId, each]));
  frames.frames.forEach((frame, index) => {
    for (const each of frame.counters) counters.set(each.id, each);
    for (const each of frame.queues) queues.set(each.serviceId, each);
    const view = {
      ...frames.first,
      ...frame,
      counters: [...counters.values()],
      queues: [...queues.values()],
    };
    expect(told(view), `minute ${index}`).toEqual(told(seen[index] as SupervisorView));
  });
});

it('says when the day began and ended and what was amiss when, each trouble once', async () => {
  const { hall } = shortMorning();
  const { replay } = played(hall.journal);
  const day = await replay.day(friday);
  expect(day).toMatchObject({ day: friday, firstAt: morning, lastAt: morning + 16 * minute });
  if (day === null || day === 'busy') throw new Error('no day');
  expect(day.rows).toBe(hall.journal.head().seq);
  expect(day.marks.map(({ code, at }) => [code, Math.round((at - morning) / minute)])).toEqual([
    ['no-counter', 2],
    ['not-coming', 6],
    ['help', 8],
    ['paused-too-long', 13],
  ]);
});

it('tells of devices that were in trouble, from when to when', async () => {
  const { hall } = shortMorning();
  const device = (grade: string, reason: string): DomainEvent =>
    ({ type: 'device-changed', deviceId: 'may-in', name: 'Máy in', grade, reason }) as DomainEvent;
  hall.floor.noteDevice(device('bad', 'paper-out') as never);
  hall.clock.pass(minute);
  hall.take('dat-dai');
  hall.floor.noteDevice(device('good', 'answered') as never);
  const from = hall.clock.now() - minute;
  const answer = await played(hall.journal).replay.frames(friday, {
    from,
    to: from + minute,
    stepSeconds: 60,
  });
  if (answer === null || answer === 'busy') throw new Error('no frames');
  expect(answer.frames.map(({ alarms }) => alarms.map(({ deviceId }) => deviceId))).toEqual([['may-in'], []]);
  const day = await played(hall.journal).replay.day(friday);
  expect(day).toMatchObject({ marks: expect.arrayContaining([expect.objectContaining({ code: 'device' })]) });
});

it('knows the days there are, and nothing of others', async () => {
  const { hall } = shortMorning();
  hall.clock.pass(24 * 3_600_000);
  hall.view();
  const { replay } = played(hall.journal);
  expect(replay.days()).toEqual(['2026-11-21', friday]);
  expect(await replay.day('2026-11-01' as BusinessDay)).toBeNull();
  expect(await replay.frames('2026-11-01' as BusinessDay, { from: 0, to: 0, stepSeconds: 1 })).toBeNull();
  // The night's closing by the clock is no part of what people did.
  expect(await replay.day(friday)).toMatchObject({ lastAt: morning + 16 * minute });
});

it('answers four askers one after another and no more', async () => {
  const { hall } = shortMorning();
  const { replay } = played(hall.journal);
  const ask = () => replay.frames(friday, { from: morning, to: morning + minute, stepSeconds: 1 });
  const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()]);
  expect(answers.map((answer) => answer === 'busy')).toEqual([false, false, false, false, true]);
  expect(await ask()).not.toBe('busy');
});
