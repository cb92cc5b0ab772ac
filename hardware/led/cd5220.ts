// Line displays that speak CD5220 (two lines of twenty characters, as at tills): the number stands in the middle of the
// upper line. Such displays never answer, so nothing is known of them but that bytes went out. Pure.
// Source: CD5220 command set (ESC Q A writes the upper line whole, ended by CR; CAN clears the line with the cursor).
//
//   upper line   1B 51 41  20 characters  0D
//   brightness   0C 1B 2A n                     n 1–4; 0C leaves the mode in which other commands are not heard
import { type BoardCodec, brightnessLevel, centred, placed, windowOn } from './board-codec.ts';

const columns = 20;

export const cd5220: BoardCodec = {
  write({ digits, isWindow }, text) {
    const line = isWindow ? windowOn(text, columns) : centred(placed(text, digits), columns);
    return {
      bytes: Uint8Array.from([0x1b, 0x51, 0x41, ...Buffer.from(line, 'latin1'), 0x0d]),
      answer: null,
    };
  },
  read: null,
  texts: 'steps',
  dim: (_unit, percent) => ({
    bytes: Uint8Array.of(0x0c, 0x1b, 0x2a, brightnessLevel(percent, 4)),
    answer: null,
  }),
  timing: { answerWithinMs: 0, gapMs: () => 5 },
};
