// What a printer remembers between commands: its roll, the line it is setting, how letters look now, the page they are on,
// and what it has to tell. ESC @ puts all but the roll back to the beginning.
import type { Bitmap } from '../printer/bitmap.ts';
import type { CodePageId } from '../printer/code-pages.ts';
import { type QrPrinter, qrPrinter } from './escpos-qr.ts';
import type { Look } from './paper-glyphs.ts';
import { type PaperRoll, paperRoll } from './paper-roll.ts';
import { type PaperText, paperText } from './paper-text.ts';

export type Heard =
  | { readonly kind: 'cut'; readonly paper: Bitmap; readonly text: string }
  | { readonly kind: 'status-asked'; readonly about: number }
  | { readonly kind: 'fence' }
  | { readonly kind: 'tell-changes' }
  | { readonly kind: 'process-id'; readonly id: string };

export type Machine = {
  readonly roll: PaperRoll;
  readonly text: PaperText;
  readonly qr: QrPrinter;
  /** Without one a ticket is torn off by hand once it is done. */
  readonly hasCutter: boolean;
  look: Look;
  /** Null is a page that is not known here: its bytes above 7F are holes. */
  page: CodePageId | null;
  heard: Heard[];
};

const plain: Look = { font: 'a', width: 1, height: 1, bold: false, inverse: false };

export function escposMachine(widthDots: number, hasCutter: boolean): Machine {
  const roll = paperRoll(widthDots);
  return { roll, text: paperText(roll), qr: qrPrinter(), hasCutter, look: plain, page: 'ascii', heard: [] };
}

/** ESC @. */
export function initialise(machine: Machine): void {
  machine.text.reset();
  machine.qr.reset();
  machine.look = plain;
  machine.page = 'ascii';
}

/** The paper since the last cut comes off, with its words. */
export function tearOff({ roll, text, heard }: Machine): void {
  const words = text.takeText();
  heard.push({ kind: 'cut', paper: roll.tear(), text: words });
}

/** A ticket is done: where there is no cutter, it is torn off now. */
export function finish(machine: Machine): void {
  if (!machine.hasCutter && machine.roll.isBegun()) tearOff(machine);
}
