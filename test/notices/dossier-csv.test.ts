// The table of dossiers read in: the real annex of February 2021, our own header, every way of writing the same table, and
// every slip named with its row, column and figures.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords, csvSeparator } from '../../protocol/csv-records.ts';
import { type DossierReading, readDossiers } from '../../protocol/dossier-csv.ts';
import { dossierFiguresSchema } from '../../protocol/notices.ts';
import { sample } from '../setup/setup-folder.ts';

const annex = readFileSync(new URL('../fixtures/dossiers-soc-trang-2021-02.csv', import.meta.url), 'utf8');
const { departments } = sample('soc-trang');
const rowsOf = (read: DossierReading) => {
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.rows;
};
const faultsOf = (text: string) => {
  const read = readDossiers(text, departments);
  return read.ok ? [] : read.faults.map(({ row, column, message }) => `${row} ${column}: ${message}`);
};
const plain = (...lines: string[]) =>
  ['unit,received,solved_in_time,solved_late,open_in_time,open_late', ...lines].join('\n');

describe('the annex of Sóc Trăng, February 2021', () => {
  const rows = rowsOf(readDossiers(annex, departments));

  it('has 17 departments of the centre and 8605 dossiers', () => {
    expect(rows).toHaveLength(17);
    expect(rows.map(({ departmentId }) => departmentId)).toEqual(departments.map(({ id }) => id));
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
    expect(sum((row) => row.received)).toBe(8605);
    expect(sum((row) => row.solvedInTime)).toBe(7712);
    expect(sum((row) => row.solvedLate)).toBe(6);
    expect(sum((row) => row.openInTime)).toBe(881);
    expect(sum((row) => row.openLate)).toBe(6);
    expect(rows[11]).toEqual({
      ...{ departmentId: 'tp', name: 'Sở Tư pháp', received: 539, solvedInTime: 422, solvedLate: 6 },
      ...{ openInTime: 105, openLate: 6 },
    });
  });

  it('is fit to be kept', () => {
    const period = { from: '2021-02-01', to: '2021-02-28', importedAt: 1, importedBy: 'x' };
    expect(dossierFiguresSchema.safeParse({ ...period, rows }).success).toBe(true);
  });

  it.each<[string, (text: string) => string]>([
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['with CR alone', (text) => text.replaceAll('\n', '\r')],
    ['without a last line end', (text) => text.trimEnd()],
    ['with semicolons', (text) => text.replace(/,(?=(?:[^"\n]*"[^"\n]*")*[^"\n]*$)/gm, ';')],
    ['with a point between thousands', (text) => text.replace(/,(\d+)(\d{3})(?=,)/g, ',$1.$2')],
    ['in decomposed letters', (text) => text.normalize('NFD')],
    ['in capitals', (text) => text.toUpperCase()],
    ['with empty lines', (text) => text.replaceAll('\n', '\n,,,,,,,,,,,,,,\n\n')],
    ['with its columns in another order', swapped],
  ])('%s is the same table', (_, written) => {
    const text = written(annex);
    expect(text).not.toBe(annex);
    const again = rowsOf(readDossiers(text, departments));
    const lower = (all: typeof rows) => all.map((row) => ({ ...row, name: row.name.toLowerCase() }));
    expect(lower(again)).toEqual(lower(rows));
  });

  it('with one figure changed is refused, with the row, the column and both figures', () => {
    expect(faultsOf(annex.replace('2906,773', '2907,773'))).toEqual([
      '5 total: 2907 is given, but solved + open is 2906',
    ]);
    expect(faultsOf(annex.replace('8605,1378,7227', '8606,1378,7227'))).toEqual([
      '19 total: 8606 is given, but solved + open is 8605',
    ]);
    expect(faultsOf(annex.replace('8605,1378', '8605,1379'))).toEqual([
      '19 carried: the total is given as 1379, but the rows add up to 1378',
    ]);
    expect(faultsOf(annex.replace('422,0,6,111', '421,0,6,111'))).toEqual([
      '13 solved: 428 is given, but early + ontime + late is 427',
    ]);
  });

  it('with a row lost is refused at its total', () => {
    const lost = annex.replace(/^15,.*\n/m, '');
    expect(faultsOf(lost)).toContain('18 total: the total is given as 8605, but the rows add up to 8449');
  });
});

/** The same table with its columns from right to left. */
function swapped(text: string): string {
  const read = csvRecords(text, ',', 100);
  const records = read.ok ? read.records : [];
  return records
    .map((cells) =>
      [...cells]
        .reverse()
        .map((cell) => `"${cell}"`)
        .join(','),
    )
    .join('\n');
}

describe('our own header', () => {
  it('is read, with or without a total', () => {
    const lines = ['Sở Y tế,10,5,1,3,1', '"Phòng ""Một cửa"", huyện",1.200,1.000,0,200,0'];
    const rows = rowsOf(readDossiers(plain(...lines), departments));
    expect(rows).toEqual([
      {
        ...{ departmentId: 'yt', name: 'Sở Y tế', received: 10, solvedInTime: 5, solvedLate: 1 },
        ...{ openInTime: 3, openLate: 1 },
      },
      {
        ...{ departmentId: null, name: 'Phòng "Một cửa", huyện', received: 1200 },
        ...{ solvedInTime: 1000, solvedLate: 0, openInTime: 200, openLate: 0 },
      },
    ]);
    const total = 'Tổng cộng,1210,1005,1,203,1';
    expect(rowsOf(readDossiers(plain(...lines, total, 'Tỷ lệ %,100,,,,'), departments))).toEqual(rows);
  });

  it('finds a department however its name is written', () => {
    const id = (name: string) =>
      rowsOf(readDossiers(plain(`"${name}",0,0,0,0,0`), departments))[0]?.departmentId;
    for (const name of ['SỞ Y TẾ', '  so   y te ', 'Sở\nY\u00a0tế', 'Sở Y tế'.normalize('NFD')])
      expect(id(name)).toBe('yt');
    expect(id('Sở Lao động – Thương binh và Xã hội')).toBe('ldtbxh');
    expect(id('Sở Y')).toBeNull();
    expect(id('---')).toBeNull();
  });

  it('a name that two departments share is nobody’s', () => {
    const [one, two] = [departments[0]!, departments[1]!];
    const twins = [one, { ...two, name: { ...one.name } }];
    expect(rowsOf(readDossiers(plain(`${one.name.vi},0,0,0,0,0`), twins))[0]?.departmentId).toBeNull();
  });
});

describe('a slip is named', () => {
  it.each<[string, string, string[]]>([
    ['nothing', ' \n', ['0 : is empty']],
    ['no row', plain(), ['0 : has no row of a unit']],
    ['a total alone', plain('Tổng cộng,0,0,0,0,0'), ['0 : has no row of a unit']],
    ['no number', plain('A,1,x,0,0,0'), ['2 solved_in_time: "x" is not a whole number']],
    ['an empty cell', plain('A,1,,0,0,1'), ['2 solved_in_time: "" is not a whole number']],
    ['a share', plain('A,"1,5",1,0,0,0'), ['2 received: "1,5" is not a whole number']],
    ['a decimal point', plain('A,1.5,1,0,0,0'), ['2 received: "1.5" is not a whole number']],
    [
      'below nothing',
      plain('A,-1,-1,0,0,0'),
      ['2 received: "-1" is not a whole number', '2 solved_in_time: "-1" is not a whole number'],
    ],
    ['far too much', plain('A,10000001,0,0,0,0'), ['2 received: 10000001 is more than 10000000']],
    ['a cell less', plain('A,1,1,0,0'), ['2 : has 5 cells, but the header has 6']],
    ['no name', plain(',0,0,0,0,0'), ['2 unit: has no name']],
    ['the same unit', plain('A,0,0,0,0,0', '', 'a,0,0,0,0,0'), ['4 unit: "a" is in row 2 already']],
    [
      'a sum',
      plain('A,9,1,2,3,4'),
      ['2 received: 9 is given, but solved_in_time + solved_late + open_in_time + open_late is 10'],
    ],
    ['quotes that stay open', plain('A,0,0,0,0,0', '"B,0'), ['3 : the quotes of a cell are not closed']],
    ['words after quotes', plain('"A"b,0,0,0,0,0'), ['2 : something follows the closing quotes of a cell']],
    [
      'a quote within',
      plain('A "x",0,0,0,0,0'),
      ['2 : a quote stands within a cell that does not begin with one'],
    ],
    [
      'a column more',
      'unit,received,x\nA,0,0',
      ['1 solved_in_time', '1 solved_late', '1 open_in_time', '1 open_late', '1 x'],
    ],
    ['a column twice', `${plain().trim()},unit\nA,0,0,0,0,0,B`, ['1 unit: the column "unit" is there twice']],
  ])('%s', (_, text, expected) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(expected.length);
    for (const [index, each] of expected.entries()) expect(faults[index]).toContain(each);
  });

  it('in all rows at once, but fifty at most', () => {
    const many = Array.from({ length: 40 }, (_, index) => `Sở ${index},x,y,0,0,0`);
    expect(faultsOf(plain(...many))).toHaveLength(50);
    expect(faultsOf(plain(...many.slice(0, 3)))).toHaveLength(6);
  });

  it('a table beyond its bounds', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => `Sở ${index},0,0,0,0,0`);
    expect(faultsOf(plain(...rows(100)))).toEqual([]);
    expect(faultsOf(plain(...rows(101)))).toEqual(['0 : has 101 units, more than 100']);
    expect(faultsOf(plain(...rows(301)))).toEqual(['301 : there are more than 300 lines']);
    expect(faultsOf('x'.repeat(1_000_001))).toEqual(['0 : is longer than 1000000 characters']);
    expect(faultsOf('\n'.repeat(1_000_000))).toHaveLength(1);
    expect(faultsOf(`"${'""'.repeat(499_000)}`)).toHaveLength(1);
  });
});

describe('for any cells', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ế', '"', ',', ';', '\n', '\r', ' ', '1', '\u0000', '😀'),
    maxLength: 8,
  });
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

  it('what is written with quotes where they are needed is read as it was', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',' as const, ';' as const),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        (records, separator, lineEnd, always) => {
          const bare = (value: string) => !always && value !== '' && !/[",;\r\n]/.test(value);
          const text = records
            .map((cells) => cells.map((value) => (bare(value) ? value : quoted(value))).join(separator))
            .join(lineEnd);
          expect(csvRecords(text, separator, 100)).toEqual({ ok: true, records });
          expect(csvRecords(text + lineEnd, separator, 100)).toEqual({ ok: true, records });
        },
      ),
    );
  });

  it('the separator is the one of the header', () => {
    expect(csvSeparator('"a;b;c",d')).toBe(',');
    expect(csvSeparator('\r\na;b\n,,,,,')).toBe(';');
    expect(csvSeparator('')).toBe(',');
  });

  it('a name of a unit comes through, whatever is in it, and any text is read or refused', () => {
    fc.assert(
      fc.property(cell, fc.string(), (words, text) => {
        const name = `Sở ${words}x`;
        const rows = rowsOf(readDossiers(plain(`${quoted(name)},3,1,1,1,0`), departments));
        expect(rows[0]?.name).toBe(name.replace(/\s+/g, ' '));
        expect(typeof readDossiers(text, departments).ok).toBe('boolean');
        const hurt = annex.slice(0, 300) + text + annex.slice(300);
        expect(typeof readDossiers(hurt, departments).ok).toBe('boolean');
      }),
    );
  });
});
