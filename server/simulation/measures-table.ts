// The measures of played days as a table for a terminal: one column a policy, one row a figure.
import type { Measures, Waits } from './play/measures.ts';

export type Column = { readonly heading: string; readonly measures: Measures };

/** Lines of text; columns stand in the order given. */
export function measuresTable(columns: readonly Column[]): string {
  const rows = [
    ['waits: mean / half / 95 % / worst, min', ...columns.map(({ heading }) => heading)],
    ...waitRows(columns),
    ['people', ...columns.map(() => '')],
    ...peopleRows(columns),
  ];
  const widths =
    rows[0]?.map((_, index) => Math.max(...rows.map((cells) => cells[index]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0));
  return rows.map((cells) => line(cells).join('   ').trimEnd()).join('\n');
}

function row(columns: readonly Column[], label: string, of: (measures: Measures) => string): string[] {
  return [label, ...columns.map(({ measures }) => of(measures))];
}

function waitRows(columns: readonly Column[]): string[][] {
  const keysOf = (of: (measures: Measures) => object) =>
    [...new Set(columns.flatMap(({ measures }) => Object.keys(of(measures))))].sort();
  const byClass = keysOf((measures) => measures.byClass);
  const byService = keysOf((measures) => measures.byService);
  return [
    row(columns, 'all', ({ all }) => waits(all)),
    row(columns, 'ordinary', ({ ordinary }) => waits(ordinary)),
    row(columns, 'priority', ({ priority }) => waits(priority)),
    ...byClass.map((key) => row(columns, `  ${key}`, (measures) => waits(measures.byClass[key]))),
    ...byService.map((key) => row(columns, `  ${key}`, (measures) => waits(measures.byService[key]))),
  ];
}

function peopleRows(columns: readonly Column[]): string[][] {
  const target = Math.round((columns[0]?.measures.targetMs ?? 0) / 60_000);
  const told: [string, (measures: Measures) => string][] = [
    [`waited over ${target} min or in vain`, ({ all }) => percent(all.overTargetShare)],
    ['visitors / served / sent on', ({ all, served, sentOn }) => `${all.visitors} / ${served} / ${sentOn}`],
    ['absent / never called / cancelled', (of) => `${of.noShows} / ${of.unserved} / ${of.cancelled}`],
    ['got no number', ({ refused }) => refusals(refused)],
    [
      'passed: at most / on average',
      ({ fairness: { passedMost, passedMean } }) => `${passedMost} / ${passedMean.toFixed(2)}`,
    ],
    ['passed by an equal', ({ fairness }) => String(fairness.passedByEquals)],
    [
      'counters: open h / idle',
      ({ counters }) => `${hours(counters.openMs)} / ${percent(counters.idleShare)}`,
    ],
    ['estimates: error min / covered', ({ estimates }) => quality(estimates)],
  ];
  return told.map(([label, of]) => row(columns, label, of));
}

function quality(estimates: Measures['estimates']): string {
  return estimates === null
    ? 'none said'
    : `${minutes(estimates.meanErrorMs)} / ${percent(estimates.covered)}`;
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
