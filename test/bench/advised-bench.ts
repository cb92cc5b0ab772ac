// `node --import tsx test/bench/advised-bench.ts [--days N] [SCENARIO …]`: bundled scenarios played through the real rules with
// and without the staffing advice followed: how many wait over 15 minutes, and how much of the advice was needed.
import { parseArgs } from 'node:util';
import { staffingFigures } from '../../server/domain/staffing/staffing-figures.ts';
import { defaultStaffing } from '../../server/domain/staffing/staffing-picture.ts';
import { playAdvised } from '../../server/simulation/play/advised-day.ts';
import { measuresOf } from '../../server/simulation/play/measures.ts';
import { pooled } from '../../server/simulation/play/played-day.ts';
import { playDay } from '../../server/simulation/play/player.ts';
import { scenarioSource } from '../../server/simulation/play-sources.ts';

const { values, positionals } = parseArgs({
  options: {
    days: { type: 'string', default: '5' },
    history: { type: 'string', default: '10' },
    seed: { type: 'string', default: 'advised' },
  },
  allowPositionals: true,
});
const numbered = (words: string, count: string) =>
  Array.from({ length: Number(count) }, (_, index) => `${values.seed} ${words} ${index}`);
// What is usual is learned from ordinary days: a surge is a surprise.
const usualOf = (name: string) => (name === 'surge' || name === 'lean' ? 'ordinary' : name);

for (const name of positionals.length > 0 ? positionals : ['ordinary', 'lean', 'surge', 'commune']) {
  const usual = scenarioSource(usualOf(name));
  const history = numbered('history', values.history).map((seed) => playDay(usual.plan(seed)).rows);
  const figures = staffingFigures(history, 'Asia/Ho_Chi_Minh');
  const source = scenarioSource(name);
  const runs = numbered('day', values.days).map((seed) => {
    const plan = source.plan(seed);
    const plain = playDay(plan);
    return { plain, advised: playAdvised(plan, figures, defaultStaffing, plain) };
  });
  const share = (days: Parameters<typeof pooled>[0]) =>
    100 * measuresOf(pooled(days), defaultStaffing.targetMs).all.overTargetShare;
  const [without, withAdvice] = [
    share(runs.map(({ plain }) => plain)),
    share(runs.map(({ advised }) => advised.day)),
  ];
  const followed = runs.flatMap(({ advised }) => advised.followed);
  const told = (['lend', 'open', 'close'] as const).map((kind) => {
    const of = followed.filter(({ advice }) => advice.deed.kind === kind);
    const needed = of.filter(({ record }) => record.judged?.needed === true).length;
    return `${(of.length / runs.length).toFixed(1)} ${kind}${kind === 'close' || of.length === 0 ? '' : ` (needed ${((100 * needed) / of.length).toFixed(0)} %)`}`;
  });
  console.log(
    `${name.padEnd(9)} over 15 min: ${without.toFixed(1)} % -> ${withAdvice.toFixed(1)} % (${(100 * (withAdvice / without - 1)).toFixed(0)} %); a day: ${told.join(', ')}`,
  );
}
