// A scanner that types, read by its own reports and not through the system's keyboard: no layout and no input method bends
// what it says. Signs of ASCII as on a US keyboard, ended by Enter or Tab. Pure.
// Source: HID Usage Tables, page 07 "Keyboard/Keypad"; modifiers in HID 1.11, appendix B.1.
import { pressedUsages } from '../keypad/boot-keyboard.ts';

const plain: Readonly<Record<number, string>> = table(0x1e, '1234567890', 0x2d, "-=[]\\#;'`,./");
const shifted: Readonly<Record<number, string>> = table(0x1e, '!@#$%^&*()', 0x2d, '_+{}|~:"~<>?');
const ends = [0x28, 0x58, 0x2b];
const shiftKeys = 0x22;
const textAtMost = 2_048;

function table(from: number, row: string, signsFrom: number, signs: string): Record<number, string> {
  const entries = (first: number, text: string) =>
    [...text].map((sign, index) => [first + index, sign] as const);
  return { ...Object.fromEntries([...entries(from, row), ...entries(signsFrom, signs)]), 44: ' ' };
}

export function hidKeyboardReader(isInPieces: boolean): (bytes: Uint8Array) => string[] {
  const read = pressedUsages(isInPieces);
  let typed = '';
  return (bytes) => {
    return read(bytes).flatMap(({ usage, modifiers }) => {
      if (!ends.includes(usage)) {
        typed = (typed + signOf(usage, (modifiers & shiftKeys) !== 0)).slice(-textAtMost);
        return [];
      }
      const text = typed.trim();
      typed = '';
      return text === '' ? [] : [text];
    });
  };
}

function signOf(code: number, isShifted: boolean): string {
  if (code >= 0x04 && code <= 0x1d) return String.fromCharCode((isShifted ? 61 : 93) + code);
  return (isShifted ? shifted : plain)[code] ?? '';
}
