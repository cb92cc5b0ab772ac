// The measures of played days as a table for a terminal: one column a policy, one row a figure.
import type { Measures, Waits } from './play/measures.ts';

export type Column = { readonly heading: string; readonly measures: Measures };

/** Lines of text; columns stand in the order given. */
export function measuresTable(columns: readonly Column[]): string {
  const row = (label: string, of: (measures: Measures) => string) => [
    label,
    ...columns.map(({ measures }) => of(measures)),
  ];
  const keysOf = (of: (measures: Measures) => object) =>
    [...new Set(columns.flatMap(({ measures }) => Object.keys(of(measures))))].sort();
  const target = Math.round((columns[0]?.measures.targetMs ?? 0) / 60_000);
  const rows = [
    ['waits: mean / half / 95 % / worst, min', ...columns.map(({ heading }) => heading)],
    row('all', ({ all }) => waits(all)),
    row('ordinary', ({ ordinary }) => waits(ordinary)),
    row('priority', ({ priority }) => waits(priority)),
    ...keysOf(({ byClass }) => byClass).map((key) => row(`  ${key}`, ({ byClass }) => waits(byClass[key]))),
    ...keysOf(({ byService }) => byService).map((key) =>
      row(`  ${key}`, ({ byService }) => waits(byService[key])),
    ),
    ['people', ...columns.map(() => '')],
    row(`waited over ${target} min or in vain`, ({ all }) => percent(all.overTargetShare)),
    row(
      'visitors / served / sent on',
      ({ all, served, sentOn }) => `${all.visitors} / ${served} / ${sentOn}`,
    ),
    row(
      'absent / never called / cancelled',
      ({ noShows, unserved, cancelled }) => `${noShows} / ${unserved} / ${cancelled}`,
    ),
    row('got no number', ({ refused }) => refusals(refused)),
    row(
      'passed: at most / on average',
      ({ fairness }) => `${fairness.passedMost} / ${fairness.passedMean.toFixed(2)}`,
    ),
    row('passed by an equal', ({ fairness }) => String(fairness.passedByEquals)),
    row(
      'counters: open h / idle',
      ({ counters }) => `${hours(counters.openMs)} / ${percent(counters.idleShare)}`,
    ),
    row('estimates: error min / covered', ({ estimates }) =>
      estimates === null ? 'none said' : `${minutes(estimates.meanErrorMs)} / ${percent(estimates.covered)}`,
    ),
  ];
  const widths =
    rows[0]?.map((_, index) => Math.max(...rows.map((cells) => cells[index]?.length ?? 0))) ?? [];
  return rows
    .map((cells) =>
      cells
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

function waits(of: Waits | undefined): string {
  if (of === undefined || of.called === 0) return '-';
  return [of.meanMs, of.medianMs, of.p95Ms, of.worstMs].map(minutes).join(' / ');
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(1);
}

function hours(ms: number): string {
  return (ms / 3_600_000).toFixed(1);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function refusals(refused: Readonly<Record<string, number>>): string {
  const told = Object.entries(refused).map(([code, people]) => `${people} ${code}`);
  return told.length === 0 ? '0' : told.join(', ');
}
