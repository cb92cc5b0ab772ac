// A surge through the real rules, with the staffing advice followed and without: fewer wait long, and most
// openings were needed. How much over many days is the bench's to say (test/bench/advised-bench.ts).
import { expect, it } from 'vitest';
import { staffingFigures } from '../../../server/domain/staffing/staffing-figures.ts';
import { defaultStaffing } from '../../../server/domain/staffing/staffing-picture.ts';
import { playAdvised } from '../../../server/simulation/play/advised-day.ts';
import { measuresOf } from '../../../server/simulation/play/measures.ts';
import { pooled } from '../../../server/simulation/play/played-day.ts';
import { playDay } from '../../../server/simulation/play/player.ts';
import { scenarioSource } from '../../../server/simulation/play-sources.ts';

const seeds = (words: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${words} ${index}`);

it('brings waits over 15 minutes down by a third on surge days, and most openings were needed', () => {
  const usual = seeds('usual', 4).map((seed) => playDay(scenarioSource('ordinary').plan(seed)).rows);
  const figures = staffingFigures(usual, 'Asia/Ho_Chi_Minh');
  const days = seeds('surge', 3).map((seed) => {
    const plan = scenarioSource('surge').plan(seed);
    const plain = playDay(plan);
    return { plain, advised: playAdvised(plan, figures, defaultStaffing, plain) };
  });
  const late = (played: Parameters<typeof pooled>[0]) =>
    measuresOf(pooled(played), defaultStaffing.targetMs).all.overTargetShare;
  const without = late(days.map(({ plain }) => plain));
  expect(late(days.map(({ advised }) => advised.day))).toBeLessThan(without * 0.67);
  const openings = days
    .flatMap(({ advised }) => advised.followed)
    .filter(({ advice }) => advice.deed.kind === 'open');
  expect(openings.length).toBeGreaterThan(0);
  expect(
    openings.filter(({ record }) => record.judged?.needed).length / openings.length,
  ).toBeGreaterThanOrEqual(0.6);
  const closed = days
    .flatMap(({ advised }) => advised.followed)
    .filter(({ advice }) => advice.deed.kind === 'close');
  expect(closed.length).toBeLessThanOrEqual(openings.length);
});
