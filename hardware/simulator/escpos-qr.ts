// QR codes that a printer draws itself: how large and how correctable is said first, then the words are stored, then the
// code is printed, as often as is asked. White around it is the business of whoever asks.
// Source: Epson ESC/POS reference: GS ( k, cn = 31: fn 41 model, 43 size of a module, 45 correction, 50 store, 51 print.
import { encode } from 'uqr';
import type { Bitmap } from '../printer/bitmap.ts';
import { qrPicture } from '../printer/qr-picture.ts';

export type QrPrinter = {
  /** Takes the parameters that follow pL pH; the code where it is to be printed now, null otherwise. */
  take(parameters: Uint8Array): Bitmap | null;
  reset(): void;
};

const corrections = ['L', 'M', 'Q', 'H'] as const;
const usual = { moduleDots: 3, correction: 'L', words: '' } as const;

export function qrPrinter(): QrPrinter {
  let now: { moduleDots: number; correction: (typeof corrections)[number]; words: string } = usual;
  return {
    take([codeKind, what, value = 0, ...rest]) {
      if (codeKind !== 0x31) return null;
      if (what === 0x43 && value >= 1 && value <= 16) now = { ...now, moduleDots: value };
      if (what === 0x45) now = { ...now, correction: corrections[value - 0x30] ?? now.correction };
      if (what === 0x50) now = { ...now, words: Buffer.from(rest).toString('utf8') };
      if (what !== 0x51 || now.words === '') return null;
      return drawn(now.words, now.correction, now.moduleDots);
    },
    reset() {
      now = usual;
    },
  };
}

function drawn(words: string, correction: (typeof corrections)[number], moduleDots: number): Bitmap | null {
  try {
    return qrPicture(encode(words, { ecc: correction, border: 0 }).data, moduleDots);
  } catch {
    // More words than the largest code holds: a printer leaves it out.
    return null;
  }
}
