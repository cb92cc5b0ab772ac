// The report of a keyboard in its simplest form, as every numeric keypad sends it, read into keys on the edge: a key counts
// when it was not down before. Pure.
// Source: USB HID 1.11, appendix B.1 "Protocol 1 (Keyboard)"; HID Usage Tables, page 07.
//
//   mm 00 k1 k2 k3 k4 k5 k6     modifiers, reserved, up to six keys that are down; 01 in all six: too many at once
import type { PadKey } from '../../protocol/keypad-setup.ts';
import { reportsOf } from '../transport/reports.ts';

/** Keys of the pad and of the row above the letters alike; a pad's keys do not heed NumLock here. */
const keys: Readonly<Record<number, PadKey>> = {
  ...Object.fromEntries(digits(0x59)),
  ...Object.fromEntries(digits(0x1e)),
  98: '0',
  39: '0',
  40: 'enter',
  88: 'enter',
  84: 'divide',
  85: 'multiply',
  86: 'minus',
  87: 'plus',
  99: 'dot',
  42: 'backspace',
};

function digits(first: number): [number, PadKey][] {
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [first + digit - 1, String(digit) as PadKey]);
}

const rollOver = 0x01;

export type KeyPress = { readonly usage: number; readonly modifiers: number };

/** Gives the keys (HID usages of page 07) that have just gone down, in the reports' order. */
export function pressedUsages(isInPieces: boolean): (bytes: Uint8Array) => KeyPress[] {
  let down: number[] = [];
  return reportsOf(8, isInPieces, (report) => {
    const now = [...report.slice(2)].filter((code) => code !== 0);
    // Too many keys at once: what is down is not known, so nothing is taken as let go or pressed.
    if (now.includes(rollOver)) return [];
    const fresh = now.filter((code) => !down.includes(code));
    down = now;
    return fresh.map((usage) => ({ usage, modifiers: report[0] ?? 0 }));
  });
}

/** Gives the pad's keys that have just gone down; others are passed over. */
export function bootKeyboard(isInPieces: boolean): (bytes: Uint8Array) => PadKey[] {
  const read = pressedUsages(isInPieces);
  return (bytes) =>
    read(bytes).flatMap(({ usage }) => {
      const key = keys[usage];
      return key === undefined ? [] : [key];
    });
}
