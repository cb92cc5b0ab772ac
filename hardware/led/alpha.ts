// Text signs that speak the Alpha protocol (BetaBrite and its like): a number stands still in the middle, a text that is
// longer than the sign runs through it, in text file A.
// Such signs answer nothing to a write. Pure.
// Source: Adaptive Micro Systems, Alpha Sign Communications Protocol (M-Protocol), "Write TEXT file", standard packet.
//
//   00×5  01  5A  a1 a2  02  41 41  1B 20 62  text…  04
//   NULs to find the speed by, SOH, type Z (all signs), address in hexadecimal, STX, write text, file A,
//   ESC, middle line, hold (62) or rotate (61), text, EOT
import { type BoardCodec, placed } from './board-codec.ts';

const hold = 0x62;
const rotate = 0x61;

export const alpha: BoardCodec = {
  write({ address, digits }, text) {
    const unit = address.toString(16).toUpperCase().padStart(2, '0').slice(-2);
    const head = [0, 0, 0, 0, 0, 0x01, 0x5a, ...Buffer.from(unit, 'latin1'), 0x02, 0x41, 0x41];
    const shown = Buffer.from(placed(text, Math.max(digits, text.length)).trim(), 'latin1');
    const mode = text.length > digits ? rotate : hold;
    return { bytes: Uint8Array.from([...head, 0x1b, 0x20, mode, ...shown, 0x04]), answer: null };
  },
  read: null,
  texts: 'runs',
  // The protocol asks for at least a tenth of a second between packets.
  timing: { answerWithinMs: 0, gapMs: () => 100 },
};
