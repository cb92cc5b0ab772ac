// The wait estimate on small floors whose answer one can work out, and what must hold on every floor.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  estimateWaits,
  type PlayedEstimate,
  type WaitAnswers,
} from '../../../server/domain/wait-estimate/estimate-waits.ts';
import type { FloorPicture } from '../../../server/domain/wait-estimate/floor-picture.ts';
import { createWaitLaws, type WaitLaws } from '../../../server/domain/wait-estimate/wait-laws.ts';
import {
  counter,
  elderly,
  exactLaws,
  floor,
  idOf,
  minute,
  serviceOf,
  serving,
  ticket,
} from './small-floor.ts';

const laws = exactLaws({ a: 10, b: 4 });
const eight = 8 * 60;
const ids = (...words: string[]) => ({ tickets: words.map(idOf), newcomers: [] });

function waits(picture: FloorPicture, words: string[], by: WaitLaws = laws): WaitAnswers {
  return estimateWaits(picture, by, ids(...words), { seed: 'test' });
}
function medianOf(answers: WaitAnswers, id: string): number {
  const found = answers.tickets.get(idOf(id));
  if (found?.estimate === undefined || found.estimate === null)
    throw new Error(`${id} is unknown: ${found?.unknown}`);
  return found.estimate.medianMs / minute;
}

describe('one counter, known times', () => {
  const three = [ticket('x', eight - 3), ticket('y', eight - 2), ticket('z', eight - 1)];
  it('is the sum of those ahead', () => {
    const answers = waits(floor(eight, { counters: [counter('one')], waiting: three }), ['x', 'y', 'z']);
    expect(medianOf(answers, 'x')).toBe(0);
    expect(medianOf(answers, 'y')).toBeGreaterThan(9);
    expect(medianOf(answers, 'y')).toBeLessThan(11);
    expect(medianOf(answers, 'z')).toBeGreaterThan(18);
    expect(medianOf(answers, 'z')).toBeLessThan(22);
  });
  it('adds what is left of the one in hand', () => {
    const counters = [counter('one', serving('w', eight - 4))];
    const answers = waits(floor(eight, { counters, waiting: three }), ['x']);
    expect(medianOf(answers, 'x')).toBeGreaterThan(5);
    expect(medianOf(answers, 'x')).toBeLessThan(7.5);
  });
  it('is shared by two counters', () => {
    const counters = [counter('one', serving('v', eight)), counter('two', serving('w', eight))];
    const answers = waits(floor(eight, { counters, waiting: three }), ['z']);
    expect(medianOf(answers, 'z')).toBeGreaterThan(18);
    expect(medianOf(answers, 'z')).toBeLessThan(22);
  });
  it('does not wait for people of a service of other counters', () => {
    const counters = [counter('one'), counter('two', { services: [serviceOf('b')] })];
    const others = [ticket('p', eight - 30, { serviceId: serviceOf('b') }), ticket('q', eight - 1)];
    expect(medianOf(waits(floor(eight, { counters, waiting: others }), ['q']), 'q')).toBe(0);
  });
  it('asks a counter only for whom it is kept', () => {
    const counters = [counter('one'), counter('two', serving('v', eight))];
    const waiting = [
      ticket('k', eight - 5, { reservedFor: counters[1]?.id ?? null }),
      ticket('q', eight - 1),
    ];
    const answers = waits(floor(eight, { counters, waiting }), ['k', 'q']);
    expect(medianOf(answers, 'q')).toBe(0);
    expect(medianOf(answers, 'k')).toBeGreaterThan(9);
  });
});

describe('the order in force', () => {
  it('lets a priority ticket overtake, and who is overtaken wait', () => {
    const counters = [counter('one', serving('w', eight))];
    const plain = [ticket('x', eight - 2), ticket('y', eight - 1)];
    const mixed = [...plain, ticket('p', eight, { priorityClass: elderly })];
    const without = waits(floor(eight, { counters, waiting: plain }), ['x', 'y']);
    const withIt = waits(floor(eight, { counters, waiting: mixed }), ['x', 'y', 'p']);
    expect(medianOf(withIt, 'p')).toBeLessThan(medianOf(withIt, 'x'));
    expect(medianOf(withIt, 'x')).toBeGreaterThan(medianOf(without, 'x') + 8);
  });
  it('calls who comes back and is due first, and who has turns to wait after them', () => {
    const counters = [counter('one', serving('w', eight))];
    const waiting = [
      ticket('x', eight - 3),
      ticket('y', eight - 2),
      ticket('z', eight - 1),
      ticket('r', eight, { returned: true, turnsToWait: 2 }),
    ];
    const answers = waits(floor(eight, { counters, waiting }), ['x', 'y', 'z', 'r']);
    expect(medianOf(answers, 'r')).toBeGreaterThan(medianOf(answers, 'y'));
    expect(medianOf(answers, 'r')).toBeLessThan(medianOf(answers, 'z'));
  });
  it('calls who was passed too often before a priority ticket', () => {
    const counters = [counter('one', serving('w', eight))];
    const waiting = [
      ticket('x', eight - 5, { passed: 20 }),
      ticket('p', eight - 4, { priorityClass: elderly }),
    ];
    const answers = waits(floor(eight, { counters, waiting }), ['x', 'p']);
    expect(medianOf(answers, 'x')).toBeLessThan(medianOf(answers, 'p'));
  });
});

describe('hours', () => {
  it('leads over lunch', () => {
    const noon = 11 * 60 + 55;
    const counters = [counter('one', serving('w', noon))];
    const waiting = [ticket('x', noon - 40), ticket('y', noon - 39)];
    const answers = waits(floor(noon, { counters, waiting }), ['x']);
    expect(medianOf(answers, 'x')).toBeGreaterThanOrEqual(13.5 * 60 - noon);
    expect(medianOf(answers, 'x')).toBeLessThan(13.5 * 60 - noon + 15);
  });
  it('knows when somebody means to be back', () => {
    const counters = [counter('one', { status: 'paused', expectedBackAt: (eight + 25) * minute })];
    const answers = waits(floor(eight, { counters, waiting: [ticket('x', eight - 1)] }), ['x']);
    expect(medianOf(answers, 'x')).toBe(25);
  });
  it('waits for a counter to open', () => {
    const early = 6 * 60 + 50;
    const opensInSession = [7 * 60 * minute, null];
    const counters = [counter('one', { status: 'closed', openedToday: false, opensInSession })];
    const answers = waits(floor(early, { counters, waiting: [ticket('x', early)] }), ['x']);
    expect(medianOf(answers, 'x')).toBeGreaterThanOrEqual(10);
    expect(medianOf(answers, 'x')).toBeLessThan(20);
  });
});

describe('what is not known', () => {
  const picture = floor(eight, { counters: [counter('one')], waiting: [ticket('x', eight)] });
  const shut = counter('one', { status: 'closed', opensInSession: [null, null] });
  it('says that nothing has been learned', () => {
    const none = createWaitLaws([{ id: 'a', departmentId: 'hall', kind: null }]);
    expect(waits(picture, ['x'], none).tickets.get(idOf('x'))?.unknown).toBe('nothing-learned');
  });
  it('says that no counter serves it today', () => {
    const closed = floor(eight, { counters: [shut], waiting: [ticket('x', eight)] });
    expect(waits(closed, ['x']).tickets.get(idOf('x'))?.unknown).toBe('no-counter-today');
  });
  it('says that it does not wait', () => {
    expect(waits(picture, ['gone']).tickets.get(idOf('gone'))?.unknown).toBe('not-waiting');
  });
  it('says that its turn will not come today', () => {
    const late = 17 * 60 + 20;
    const counters = [counter('one', { ...serving('w', late), opensInSession: [null, null] })];
    const waiting = Array.from({ length: 9 }, (_, index) => ticket(`t${index}`, late - 60 + index));
    const last = waits(floor(late, { counters, waiting }), ['t8']).tickets.get(idOf('t8'));
    expect(last?.unknown).toBe('not-reached-today');
  });
});

describe('a very long queue', () => {
  it('is played less often, says so, and is estimated as well', () => {
    const counters = Array.from({ length: 8 }, (_, index) =>
      counter(`c${index}`, serving(`h${index}`, eight - index)),
    );
    const queue = (length: number) =>
      Array.from({ length }, (_, index) => ticket(`t${index}`, eight - 60 + index / 10));
    const estimateOf = (length: number, id: string) =>
      waits(floor(eight, { counters, waiting: queue(length) }), [id]).tickets.get(idOf(id))?.estimate;
    const few = estimateOf(100, 't99');
    const many = estimateOf(400, 't99');
    expect(few?.basis.plays).toBe(150);
    expect(many?.basis.plays).toBe(60);
    expect(Math.abs((few?.medianMs ?? 0) - (many?.medianMs ?? 0))).toBeLessThan(2 * minute);
  });
});

describe('newcomers', () => {
  it('are told what they would be told with a number', () => {
    const counters = [counter('one', serving('w', eight - 2)), counter('two', serving('v', eight - 7))];
    const waiting = [1, 2, 3, 4].map((index) => ticket(`t${index}`, eight - index));
    const joined = ticket('newcomer', eight, { order: 9 });
    const asked = estimateWaits(
      floor(eight, { counters, waiting }),
      laws,
      {
        tickets: [],
        newcomers: [
          { serviceId: serviceOf('a'), priorityClass: null },
          { serviceId: serviceOf('a'), priorityClass: elderly },
          { serviceId: serviceOf('nobody'), priorityClass: null },
        ],
      },
      { seed: 'test' },
    ).newcomers;
    const held = waits(floor(eight, { counters, waiting: [...waiting, joined] }), ['newcomer']);
    expect(asked[0]?.estimate?.medianMs).toBe(held.tickets.get(idOf('newcomer'))?.estimate?.medianMs);
    expect(asked[1]?.estimate?.medianMs ?? Number.NaN).toBeLessThan(asked[0]?.estimate?.medianMs ?? 0);
    expect(asked[2]?.unknown).toBe('no-counter-today');
  });
  it('change nothing for those who wait', () => {
    const picture = floor(eight, {
      counters: [counter('one')],
      waiting: [ticket('x', eight - 2), ticket('y', eight - 1)],
    });
    const newcomers = [{ serviceId: serviceOf('a'), priorityClass: elderly }];
    const both = estimateWaits(picture, laws, { ...ids('x', 'y'), newcomers }, { seed: 'test' });
    expect(both.tickets).toEqual(waits(picture, ['x', 'y']).tickets);
  });
});

const anyFloor = fc
  .record({
    at: fc.integer({ min: 6 * 60 + 45, max: 17 * 60 + 20 }),
    queue: fc.array(
      fc.record({
        ago: fc.nat(90),
        service: fc.constantFrom('a', 'b'),
        isPriority: fc.boolean(),
        passed: fc.nat(25),
        turns: fc.constantFrom(null, null, null, 0, 2),
        booked: fc.constantFrom(null, null, -20, 0, 30),
      }),
      { minLength: 1, maxLength: 25 },
    ),
    counters: fc.array(
      fc.record({
        status: fc.constantFrom('idle', 'closed', 'serving', 'paused', 'calling'),
        both: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ at, queue, counters }) =>
    floor(at, {
      waiting: queue.map(({ ago, service, isPriority, passed, turns, booked }, index) =>
        ticket(`t${index}`, at - ago, {
          serviceId: serviceOf(service),
          priorityClass: isPriority ? elderly : null,
          ...{ order: index, passed, turnsToWait: turns, returned: turns !== null },
          appointmentAt: booked === null ? null : (at + booked) * minute,
        }),
      ),
      counters: counters.map(({ status, both }, index) =>
        counter(`c${index}`, {
          services: both ? [serviceOf('a'), serviceOf('b')] : [serviceOf('a')],
          ...(status === 'serving' || status === 'calling' ? serving(`h${index}`, at - 3) : {}),
          status: status as 'idle',
          ...(status === 'calling' ? { startedAt: null } : {}),
        }),
      ),
    }),
  );

describe('every floor', () => {
  const all = (picture: FloorPicture) =>
    waits(
      picture,
      picture.waiting.map(({ id }) => id),
    );
  const known = (answers: WaitAnswers): PlayedEstimate[] =>
    [...answers.tickets.values()].flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
  it('gives low ≤ median ≤ high, never less than nothing, for everybody or a reason', () => {
    fc.assert(
      fc.property(anyFloor, (picture) => {
        const answers = all(picture);
        expect(answers.tickets.size).toBe(picture.waiting.length);
        for (const { lowMs, medianMs, highMs } of known(answers)) {
          expect(lowMs).toBeGreaterThanOrEqual(0);
          expect(medianMs).toBeGreaterThanOrEqual(lowMs);
          expect(highMs).toBeGreaterThanOrEqual(medianMs);
          expect(Number.isFinite(highMs)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('gives the same answer again, also from a copy of picture and laws', () => {
    fc.assert(
      fc.property(anyFloor, (picture) => {
        const copy = createWaitLaws([...laws.traits.values()], structuredClone(laws.state));
        const wanted = ids(...picture.waiting.map(({ id }) => id));
        expect(estimateWaits(structuredClone(picture), copy, wanted, { seed: 'test' })).toEqual(all(picture));
      }),
      { numRuns: 25 },
    );
  });
  it('is never shorter with more people ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 30 }), (many, ahead) => {
        const counters = Array.from({ length: many }, (_, index) =>
          counter(`c${index}`, serving(`h${index}`, eight - index)),
        );
        const queue = Array.from({ length: ahead + 1 }, (_, index) =>
          ticket(`t${index}`, eight - 60 + index),
        );
        const me = ticket('me', eight);
        const less = waits(floor(eight, { counters, waiting: [...queue.slice(0, ahead), me] }), ['me']);
        const more = waits(floor(eight, { counters, waiting: [...queue, me] }), ['me']);
        expect(medianOf(more, 'me')).toBeGreaterThanOrEqual(medianOf(less, 'me'));
      }),
      { numRuns: 60 },
    );
  });
});
