// A day in pieces: the piece of a moment at each speed, the view shown at a moment, and the alarms beside it.
import { describe, expect, it } from 'vitest';
import {
  chunkAt,
  markBeside,
  replaySpeeds,
  shownAt,
  stepSecondsAt,
  viewsOf,
} from '../../counter-ui/supervisor/replay-chunks.ts';
import { frameAfter, replayFramesAtMost, replayTimes } from '../../protocol/views/replay-view.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';
import { supervisedFloor } from '../support/supervised-floor.ts';

const minute = 60_000;
const day = { firstAt: 1_000_000, lastAt: 1_000_000 + 9 * 60 * minute };

describe('a piece of the day', () => {
  it.each(replaySpeeds)('holds its moment at ×%i and no more frames than the server gives', (speed) => {
    for (const at of [day.firstAt, day.firstAt + 123_456, day.lastAt - 1, day.lastAt]) {
      const chunk = chunkAt(day, at, speed);
      if (chunk === null) throw new Error('no piece');
      expect(chunk.from).toBeLessThanOrEqual(at);
      expect(chunk.to).toBeGreaterThanOrEqual(at);
      expect(chunk.stepSeconds).toBe(stepSecondsAt(speed));
      expect(replayTimes(chunk).length).toBeLessThanOrEqual(replayFramesAtMost);
    }
  });
  it('is followed by the next without a gap, and by none after the last', () => {
    const first = chunkAt(day, day.firstAt, 1);
    const second = chunkAt(day, day.firstAt, 1, 1);
    expect(second?.from).toBe(first?.to);
    expect(chunkAt(day, day.lastAt, 600, 1)).toBeNull();
  });
  it('ends with the day’s very end', () => {
    const chunk = chunkAt(day, day.lastAt, 600);
    expect(chunk === null ? null : replayTimes(chunk).at(-1)).toBe(day.lastAt);
  });
  it('is there for a day of one moment', () => {
    expect(chunkAt({ firstAt: 5_000, lastAt: 5_000 }, 5_000, 60)).toMatchObject({ from: 5_000, to: 5_000 });
  });
});

describe('frames', () => {
  it('make the same views again as they were made of, and leave out what did not change', () => {
    const hall = supervisedFloor();
    const views: SupervisorView[] = [];
    const see = () => {
      hall.clock.pass(minute);
      views.push(hall.view());
    };
    see();
    hall.take('chung-thuc');
    see();
    hall.at('c01', 'open-counter');
    see();
    hall.at('c01', 'call-next');
    see();
    see();
    const frames = views.map((view, index) => frameAfter(views[index - 1] ?? null, view));
    expect(frames.map(({ counters }) => counters.length)).toEqual([4, 2, 1, 2, 0]);
    const [first] = views;
    if (first === undefined) throw new Error('nothing was seen');
    const played = viewsOf({ first, frames });
    const shown = ({ counters, queues, waiting, floorAlarms, today, floor }: SupervisorView) => ({
      ...{ counters, queues, waiting, floorAlarms, today, at: floor.at, seq: floor.seq },
    });
    expect(played.map(shown)).toEqual(views.map(shown));
    const chunk = { key: '', views: played };
    expect(shownAt(chunk, (views[2]?.floor.at ?? 0) + 30_000)?.floor.at).toBe(views[2]?.floor.at);
    expect(shownAt(chunk, 0)?.floor.at).toBe(first.floor.at);
  });
});

describe('alarms beside a moment', () => {
  const marks = [{ at: 10_000 }, { at: 20_000 }, { at: 30_000 }];
  it.each([
    [0, true, 10_000],
    [20_000, true, 30_000],
    [30_000, true, null],
    [30_000, false, 20_000],
    [20_500, false, 10_000],
    [10_000, false, null],
  ])('from %i forward %s is %s', (at, forward, beside) => {
    expect(markBeside(marks, at, forward)).toBe(beside);
  });
});
