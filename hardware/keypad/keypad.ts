// A call pad behind any transport: its keys as they are pressed, a light where it has one, and how it is.
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DescribedKeypad, PadKey } from '../../protocol/keypad-setup.ts';
import { type DriverContext, statusKeeper } from '../driver-context.ts';
import { inputStatus } from '../input-status.ts';
import type { Transport } from '../transport/transport.ts';
import { bootKeyboard } from './boot-keyboard.ts';
import { describedKeys } from './described-keys.ts';

export type Keypad = {
  /** Lights the pad: once briefly for a press that was taken, three times for one that was not. */
  light(times: 1 | 3): void;
  status(): DeviceStatus;
  close(): Promise<void>;
};
export type KeypadEvents = {
  pressed(key: PadKey): void;
  changed(status: DeviceStatus): void;
};
type KeypadKind = {
  read(isInPieces: boolean): (bytes: Uint8Array) => PadKey[];
  /** The bytes that light and darken it; null where it has no light. */
  readonly light: { readonly on: Uint8Array; readonly off: Uint8Array } | null;
};

const lightMs = 150;

/** The table of pads: a new kind is a new reader and one line here. */
export const keypadKinds = {
  // The light is NumLock's: output report of one byte, bit 0 (HID 1.11, appendix B.1), after the report number 0.
  hid: (): KeypadKind => ({
    read: bootKeyboard,
    light: { on: Uint8Array.of(0, 1), off: Uint8Array.of(0, 0) },
  }),
  described(keys: DescribedKeypad | null): KeypadKind {
    if (keys === null) throw new RangeError('a described keypad needs the bytes of its keys');
    return { read: () => describedKeys(keys), light: null };
  },
} as const satisfies Record<string, (keys: DescribedKeypad | null) => KeypadKind>;
export type KeypadDriver = keyof typeof keypadKinds;

export function openKeypad(
  options: { driver: KeypadDriver; keys?: DescribedKeypad | undefined },
  transport: Transport,
  context: DriverContext,
  { pressed, changed }: KeypadEvents,
): Keypad {
  const kind = keypadKinds[options.driver](options.keys ?? null);
  const status = statusKeeper(context, changed);
  let read = kind.read(transport.inReports);
  let cancelLight = () => {};

  const input = inputStatus(status, transport, options.driver === 'hid', () => {
    // A key that was down when the link was lost is not down for ever.
    read = kind.read(transport.inReports);
  });
  transport.onData((bytes) => {
    const keys = read(bytes);
    input.heard(bytes.length, keys.length);
    for (const key of keys) pressed(key);
  });
  const blink = (steps: number) => {
    if (kind.light === null || steps === 0) return;
    transport.send(steps % 2 === 0 ? kind.light.on : kind.light.off).catch(() => {});
    cancelLight = context.after(lightMs, () => blink(steps - 1));
  };
  return {
    light(times) {
      cancelLight();
      if (transport.connected) blink(times * 2);
    },
    status: () => status.current(),
    close() {
      cancelLight();
      return transport.close();
    },
  };
}
