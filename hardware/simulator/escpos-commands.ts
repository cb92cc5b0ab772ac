// The commands a simulated printer knows: how many bytes each has, and what it does. What is not in this table is not
// known; how a stream is cut into commands is escpos-interpreter.ts.
// Source: Epson ESC/POS reference: ESC @ ! 2 3 E J M a d t, GS ! ( H ( k B V a r v 0, FS ., LF, CR, DLE EOT.
import { type CodePageId, codePageIds, epsonNumbers } from '../printer/code-pages.ts';
import { finish, initialise, type Machine, tearOff } from './escpos-machine.ts';
import type { Look } from './paper-glyphs.ts';
import type { Alignment } from './paper-text.ts';

export type Command = {
  /**
   * How many bytes its parameters are, told from those that have come; "more" where more must come first, "unknown" where
   * they make it a command that is not known.
   */
  readonly takes: (come: Buffer) => number | 'more' | 'unknown';
  readonly does: (machine: Machine, parameters: Buffer) => void;
};

const alignments: Readonly<Record<number, Alignment>> = { 0: 'left', 1: 'middle', 2: 'right' };
const pageNumbers = new Map<number, CodePageId>(codePageIds.map((page) => [epsonNumbers[page], page]));

/** A command without parameters. */
const bare = (does: (machine: Machine) => void): Command => ({ takes: () => 0, does });
/** A command with one byte of parameters. */
const of = (does: (machine: Machine, value: number) => void): Command => ({
  takes: () => 1,
  does: (machine, [value = 0]) => does(machine, value),
});
const look = (machine: Machine, change: Partial<Look>) => {
  machine.look = { ...machine.look, ...change };
};
/** 0 and 48 ("0") say the same, 1 and 49 too, and so on. */
const digit = (value: number) => (value >= 0x30 ? value - 0x30 : value);

const cut: Command = {
  takes: ([mode]) => (mode === undefined ? 'more' : mode === 65 || mode === 66 ? 2 : 1),
  does(machine, [, feedDots = 0]) {
    if (feedDots > 0) machine.text.end(feedDots);
    if (machine.hasCutter) tearOff(machine);
  },
};
const raster: Command = {
  takes(come) {
    if (come.length > 0 && come[0] !== 0x30) return 'unknown';
    return come.length < 6 ? 'more' : 6 + come.readUInt16LE(2) * come.readUInt16LE(4);
  },
  does({ text }, parameters) {
    const [bytesWide, heightDots] = [parameters.readUInt16LE(2), parameters.readUInt16LE(4)];
    text.picture({ widthDots: bytesWide * 8, heightDots, rows: parameters.subarray(6) });
  },
};
/** GS ( H and GS ( k: a letter, a length of two bytes, and so many bytes. */
const extended: Command = {
  takes(come) {
    if (come.length > 0 && come[0] !== 0x48 && come[0] !== 0x6b) return 'unknown';
    return come.length < 3 ? 'more' : 3 + come.readUInt16LE(1);
  },
  does(machine, parameters) {
    const body = parameters.subarray(3);
    if (parameters[0] === 0x48) {
      finish(machine);
      machine.heard.push({ kind: 'process-id', id: body.subarray(2).toString('latin1') });
      return;
    }
    const code = machine.qr.take(body);
    if (code !== null) machine.text.picture(code);
  },
};

/** By the byte that begins a command and the byte after it. */
export const commands: Readonly<Record<number, Readonly<Record<number, Command>>>> = {
  // DLE
  16: { 4: of(({ heard }, about) => void heard.push({ kind: 'status-asked', about })) },
  // ESC
  27: {
    33: of((machine, mode) =>
      look(machine, {
        font: (mode & 0x01) === 0 ? 'a' : 'b',
        bold: (mode & 0x08) !== 0,
        height: (mode & 0x10) === 0 ? 1 : 2,
        width: (mode & 0x20) === 0 ? 1 : 2,
      }),
    ),
    50: bare(({ text }) => text.space(null)),
    51: of(({ text }, dots) => text.space(dots)),
    64: bare(initialise),
    69: of((machine, value) => look(machine, { bold: (value & 1) === 1 })),
    74: of(({ text }, dots) => text.end(dots)),
    77: of((machine, font) => look(machine, { font: digit(font) === 1 ? 'b' : 'a' })),
    97: of(({ text }, value) => text.align(alignments[digit(value)] ?? null)),
    100: of(({ text }, lines) => text.endLines(lines)),
    116: of((machine, page) => {
      machine.page = pageNumbers.get(page) ?? null;
    }),
  },
  // FS
  28: { 46: bare(() => {}) },
  // GS
  29: {
    33: of((machine, size) => look(machine, { width: ((size >> 4) & 7) + 1, height: (size & 7) + 1 })),
    40: extended,
    66: of((machine, value) => look(machine, { inverse: (value & 1) === 1 })),
    86: cut,
    97: of(({ heard }) => void heard.push({ kind: 'tell-changes' })),
    114: of((machine) => {
      finish(machine);
      machine.heard.push({ kind: 'fence' });
    }),
    118: raster,
  },
};
