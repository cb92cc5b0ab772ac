// Reads the table of dossiers that a provincial system gives out (its annex, or our own plain header) into the figures
// that boards show. A slip is never mended: the row, the column and both figures are named, and nothing is taken in. The
// period, keeping and showing are others' affair. Pure.
import { csvRecords, csvSeparator } from './csv-records.ts';
import type { CentreText, DepartmentId } from './ids.ts';
import type { DossierRow } from './notices.ts';

/** `row` counts lines as a spreadsheet does, the header being 1; 0 is the whole text. */
export type DossierFault = { readonly row: number; readonly column: string; readonly message: string };
export type DossierReading =
  | { readonly ok: true; readonly rows: DossierRow[] }
  | { readonly ok: false; readonly faults: DossierFault[] };
type Department = { readonly id: DepartmentId; readonly name: CentreText };

export const dossierCsvAtMost = 1_000_000;
export const dossierRowsAtMost = 100;
const faultsAtMost = 50;
const recordsAtMost = 300;
const countAtMost = 10_000_000;
const totalNames = new Set(['tong cong', 'tong so', 'tong']);
const shareNames = new Set(['ty le', 'ti le']);

type Figures = Omit<DossierRow, 'departmentId' | 'name'>;
type Counts = (column: string) => number;
type Layout = {
  readonly needed: readonly string[];
  /** Columns that may be there too: counted ones are summed like the others. */
  readonly more: readonly string[];
  /** A count and those that must add up to it. */
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  figures(of: Counts): Figures;
};
const wordColumns = new Set(['stt', 'unit']);
const plainFigures = ['solved_in_time', 'solved_late', 'open_in_time', 'open_late'];
/** Our own header. */
const plainLayout: Layout = {
  needed: ['unit', 'received', ...plainFigures],
  more: [],
  sums: [{ whole: 'received', parts: plainFigures }],
  figures: (of) => ({
    ...{ received: of('received'), solvedInTime: of('solved_in_time'), solvedLate: of('solved_late') },
    ...{ openInTime: of('open_in_time'), openLate: of('open_late') },
  }),
};
/** The annex of the provincial system. */
const annexLayout: Layout = {
  needed: ['unit', 'total', 'solved', 'early', 'ontime', 'late', 'open', 'open_ok', 'open_late'],
  more: ['stt', 'carried', 'new', 'returned', 'online', 'level34'],
  sums: [
    { whole: 'total', parts: ['solved', 'open'] },
    { whole: 'solved', parts: ['early', 'ontime', 'late'] },
    { whole: 'open', parts: ['open_ok', 'open_late'] },
  ],
  figures: (of) => ({
    ...{ received: of('total'), solvedInTime: of('early') + of('ontime'), solvedLate: of('late') },
    ...{ openInTime: of('open_ok'), openLate: of('open_late') },
  }),
};

type Table = { readonly columns: readonly string[]; readonly layout: Layout };
type Line = { readonly row: number; readonly name: string; readonly counts: ReadonlyMap<string, number> };

/** The rows of a table, or everything that is wrong with it (the first 50). */
export function readDossiers(text: string, departments: readonly Department[]): DossierReading {
  if (text.length > dossierCsvAtMost)
    return failed([fault(0, '', `is longer than ${dossierCsvAtMost} characters`)]);
  const plain = text.replace(/^\uFEFF/, '').normalize('NFC');
  const read = csvRecords(plain, csvSeparator(plain), recordsAtMost);
  if (!read.ok) return failed([fault(read.record, '', read.message)]);
  const records = read.records
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...lines] = records;
  if (header === undefined) return failed([fault(0, '', 'is empty')]);
  const table = tableOf(header.cells);
  if ('faults' in table) return failed(table.faults);
  return readLines(table, lines, departments);
}

function readLines(
  table: Table,
  records: readonly { row: number; cells: string[] }[],
  departments: readonly Department[],
): DossierReading {
  const faults: DossierFault[] = [];
  const units: Line[] = [];
  const totals: Line[] = [];
  for (const { row, cells } of records) {
    const name = (cells[table.columns.indexOf('unit')] ?? '').replace(/\s+/g, ' ');
    if (shareNames.has(folded(name))) continue;
    const isTotal = totalNames.has(folded(name));
    const { counts, wrong } = countsOf(table, row, cells);
    faults.push(...wrong, ...(isTotal ? [] : nameFaults(row, name, units)));
    if (wrong.length === 0) faults.push(...sumFaults(table, { row, name, counts }));
    (isTotal ? totals : units).push({ row, name, counts });
  }
  if (units.length === 0) faults.push(fault(0, '', 'has no row of a unit'));
  if (units.length > dossierRowsAtMost)
    faults.push(fault(0, '', `has ${units.length} units, more than ${dossierRowsAtMost}`));
  // Figures that are missing would make every sum wrong: those faults come first.
  if (faults.length === 0) faults.push(...totals.flatMap((total) => totalFaults(table, total, units)));
  if (faults.length > 0) return failed(faults);
  const known = departmentsByName(departments);
  const rows = units.map(({ name, counts }) => ({
    ...{ departmentId: known.get(folded(name)) ?? null, name },
    ...table.layout.figures((column) => counts.get(column) ?? 0),
  }));
  return { ok: true, rows };
}

function tableOf(header: readonly string[]): Table | { readonly faults: DossierFault[] } {
  const columns = header.map((name) => name.toLowerCase());
  const lacking = (layout: Layout) => layout.needed.filter((name) => !columns.includes(name));
  const isPlain = lacking(plainLayout).length <= lacking(annexLayout).length;
  const layout = isPlain ? plainLayout : annexLayout;
  const known = [...layout.needed, ...layout.more];
  const faults = [
    ...lacking(layout).map((name) => fault(1, name, `the column "${name}" is missing`)),
    ...columns.flatMap((name, index) => {
      if (!known.includes(name)) return [fault(1, name, `"${name}" is no column of this table`)];
      return columns.indexOf(name) < index ? [fault(1, name, `the column "${name}" is there twice`)] : [];
    }),
  ];
  return faults.length > 0 ? { faults } : { columns, layout };
}

function countsOf({ columns }: Table, row: number, cells: readonly string[]) {
  const counts = new Map<string, number>();
  if (cells.length !== columns.length) {
    const message = `has ${cells.length} cells, but the header has ${columns.length}`;
    return { counts, wrong: [fault(row, '', message)] };
  }
  const wrong: DossierFault[] = [];
  columns.forEach((column, index) => {
    if (wordColumns.has(column)) return;
    const cell = cells[index] ?? '';
    const count = countOf(cell);
    if (count === null) wrong.push(fault(row, column, `"${cell.slice(0, 40)}" is not a whole number`));
    else if (count > countAtMost) wrong.push(fault(row, column, `${count} is more than ${countAtMost}`));
    else counts.set(column, count);
  });
  return { counts, wrong };
}

/** A whole number, plain or with points between its thousands as Vietnamese writes it. */
function countOf(cell: string): number | null {
  return /^(\d{1,12}|[1-9]\d{0,2}(\.\d{3}){1,3})$/.test(cell) ? Number(cell.replaceAll('.', '')) : null;
}

function nameFaults(row: number, name: string, before: readonly Line[]): DossierFault[] {
  if (name === '') return [fault(row, 'unit', 'has no name')];
  if (name.length > 200) return [fault(row, 'unit', 'is longer than 200 characters')];
  const same = before.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return same === undefined ? [] : [fault(row, 'unit', `"${name}" is in row ${same.row} already`)];
}

function sumFaults({ layout }: Table, { row, counts }: Line): DossierFault[] {
  return layout.sums.flatMap(({ whole, parts }) => {
    const given = counts.get(whole) ?? 0;
    const sum = parts.reduce((all, part) => all + (counts.get(part) ?? 0), 0);
    return given === sum ? [] : [fault(row, whole, `${given} is given, but ${parts.join(' + ')} is ${sum}`)];
  });
}

function totalFaults({ columns }: Table, total: Line, units: readonly Line[]): DossierFault[] {
  return columns
    .filter((column) => !wordColumns.has(column))
    .flatMap((column) => {
      const given = total.counts.get(column) ?? 0;
      const sum = units.reduce((all, { counts }) => all + (counts.get(column) ?? 0), 0);
      const message = `the total is given as ${given}, but the rows add up to ${sum}`;
      return given === sum ? [] : [fault(total.row, column, message)];
    });
}

/** Departments by every name they have, in any language; a name that two of them share is nobody's. */
function departmentsByName(departments: readonly Department[]): Map<string, DepartmentId | null> {
  const byName = new Map<string, DepartmentId | null>();
  for (const { id, name } of departments)
    for (const words of new Set([name.vi, name.en, name.km, name.zh].map((each) => folded(each ?? ''))))
      if (words !== '') byName.set(words, byName.has(words) ? null : id);
  return byName;
}

/** The same for the same words, however they are spaced, dotted, accented or capitalised. */
function folded(words: string): string {
  const plain = words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function fault(row: number, column: string, message: string): DossierFault {
  return { row, column, message };
}

function failed(faults: readonly DossierFault[]): DossierReading {
  return { ok: false, faults: faults.slice(0, faultsAtMost) };
}
