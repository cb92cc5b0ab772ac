// ESC/POS customer displays (two lines of twenty): the number stands in the middle of the upper line. They answer nothing
// to text. Pure.
// Source: Epson DM-D series, ESC/POS for customer displays: CLR (0C), US $ n m (move to column n, line m).
//
//   0C          everything dark
//   1F 24 n 01  column n (from 1) of the upper line, then the characters
//   1F 58 n     brightness, n 1–4
import { type BoardCodec, brightnessLevel, placed } from './board-codec.ts';

const columns = 20;

export const escposDisplay: BoardCodec = {
  write({ digits, isWindow }, text) {
    const shown = isWindow ? text : placed(text, digits).trim();
    const column = 1 + Math.floor((columns - shown.length) / 2);
    return {
      bytes: Uint8Array.from([0x0c, 0x1f, 0x24, column, 0x01, ...Buffer.from(shown, 'latin1')]),
      answer: null,
    };
  },
  read: null,
  texts: 'steps',
  dim: (_unit, percent) => ({ bytes: Uint8Array.of(0x1f, 0x58, brightnessLevel(percent, 4)), answer: null }),
  timing: { answerWithinMs: 0, gapMs: () => 5 },
};
