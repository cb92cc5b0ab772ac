// A call pad without a pad: each press says what such a pad says, down and up again.
import type { DescribedKeypad, PadKey } from '../../protocol/keypad-setup.ts';
import { type InputLine, startInputLine } from './input-line.ts';

export type KeypadSimulator = Pick<InputLine, 'address' | 'unplug' | 'close'> & {
  /** False where nobody listens. */
  press(key: PadKey): boolean;
  /** Whether its light is on. */
  isLit(): boolean;
};

/** HID Usage Tables, page 07: the usages of a numeric pad. */
const usages: Readonly<Record<PadKey, number>> = {
  ...{ '1': 0x59, '2': 0x5a, '3': 0x5b, '4': 0x5c, '5': 0x5d, '6': 0x5e, '7': 0x5f, '8': 0x60, '9': 0x61 },
  ...{ '0': 0x62, dot: 0x63, enter: 0x58, plus: 0x57, minus: 0x56, multiply: 0x55, divide: 0x54 },
  backspace: 0x2a,
};

/** A HID pad, or one that sends these bytes for each key. */
export async function startKeypadSimulator(
  keys: DescribedKeypad | null = null,
  port = 0,
): Promise<KeypadSimulator> {
  const line = await startInputLine(port);
  return {
    address: line.address,
    unplug: line.unplug,
    press(key) {
      if (keys !== null) return line.say(Buffer.from(keys[key] ?? '', 'hex'));
      return line.say(Uint8Array.of(0, 0, usages[key], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    },
    isLit: () => line.heard().at(-1) === 1,
    close: line.close,
  };
}
