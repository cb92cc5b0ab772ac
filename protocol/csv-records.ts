// Reads CSV (RFC 4180) into records of cells: a cell in quotes may hold separators, line ends and doubled quotes. Lines end
// in CRLF, LF or CR. A text that is not whole is refused with its place, never guessed at. What the cells mean is the
// reader's affair (dossier-csv.ts). Pure.

export type CsvRecords =
  | { readonly ok: true; readonly records: readonly (readonly string[])[] }
  /** `record` counts from 1, the header being one. */
  | { readonly ok: false; readonly record: number; readonly message: string };
export type CsvSeparator = ',' | ';';

/** The separator that the first line uses outside quotes; a comma where it has neither. */
export function csvSeparator(text: string): CsvSeparator {
  const [line = ''] = text.replace(/^[\r\n]+/, '').split(/[\r\n]/, 1);
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (separator: CsvSeparator) => bare.split(separator).length;
  return count(';') > count(',') ? ';' : ',';
}

/** The records of a text, at most so many. */
export function csvRecords(text: string, separator: CsvSeparator, atMost: number): CsvRecords {
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length || cells.length > 0) {
    const cell = cellAt(text, at, separator);
    const record = records.length + 1;
    if ('message' in cell) return { ok: false, record, message: cell.message };
    cells.push(cell.value);
    at = cell.next + 1;
    if (text[cell.next] === separator) continue;
    if (text[cell.next] === '\r' && text[at] === '\n') at += 1;
    if (record > atMost) return { ok: false, record, message: `there are more than ${atMost} lines` };
    records.push(cells);
    cells = [];
  }
  return { ok: true, records };
}

type Cell = { readonly value: string; readonly next: number } | { readonly message: string };

/** One cell, and where it ends: at a separator, a line end or the end of the text. */
function cellAt(text: string, at: number, separator: CsvSeparator): Cell {
  const isEnd = (index: number) => index >= text.length || `${separator}\r\n`.includes(text.charAt(index));
  if (text[at] === '"') return quotedCellAt(text, at, isEnd);
  let next = at;
  while (!isEnd(next)) {
    if (text[next] === '"') return { message: 'a quote stands within a cell that does not begin with one' };
    next += 1;
  }
  return { value: text.slice(at, next), next };
}

function quotedCellAt(text: string, at: number, isEnd: (index: number) => boolean): Cell {
  let value = '';
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return { message: 'the quotes of a cell are not closed' };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"')
      return isEnd(quote + 1)
        ? { value, next: quote + 1 }
        : { message: 'something follows the closing quotes of a cell' };
    value += '"';
    from = quote + 2;
  }
}
