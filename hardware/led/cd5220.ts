// Line displays that speak CD5220 (two lines of twenty characters, as at tills): the number stands in the middle of the
// upper line. Such displays never answer, so nothing is known of them but that bytes went out. Pure.
// Source: CD5220 command set (ESC Q A writes the upper line whole, ended by CR; CAN clears the line with the cursor).
//
//   upper line   1B 51 41  20 characters  0D
import { type BoardCodec, placed } from './board-codec.ts';

const columns = 20;

export const cd5220: BoardCodec = {
  write({ digits }, text) {
    const shown = placed(text, digits).trim();
    const left = Math.floor((columns - shown.length) / 2);
    const line = shown.padStart(left + shown.length, ' ').padEnd(columns, ' ');
    return {
      bytes: Uint8Array.from([0x1b, 0x51, 0x41, ...Buffer.from(line, 'latin1'), 0x0d]),
      answer: null,
    };
  },
  read: null,
  timing: { answerWithinMs: 0, gapMs: () => 5 },
};
