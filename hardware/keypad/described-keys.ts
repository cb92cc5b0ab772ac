// A pad that sends bytes of its maker's own for each key, described in the set-up as a table: those bytes, wherever they
// begin in the stream, are that key. Any split gives the same keys; bytes of no key are passed over. Pure.
import { type DescribedKeypad, type PadKey, padKeySchema } from '../../protocol/keypad-setup.ts';

type Sequence = { readonly key: PadKey; readonly bytes: Uint8Array };

export function describedKeys(keypad: DescribedKeypad): (bytes: Uint8Array) => PadKey[] {
  const sequences: Sequence[] = Object.entries(keypad).map(([key, hex]) => ({
    key: padKeySchema.parse(key),
    bytes: Buffer.from(hex, 'hex'),
  }));
  let pending: Uint8Array = new Uint8Array();
  return (bytes) => {
    const found: PadKey[] = [];
    pending = Buffer.concat([pending, bytes]);
    while (pending.length > 0) {
      const whole = sequences.find((each) => begins(pending, each.bytes));
      if (whole !== undefined) found.push(whole.key);
      // What may still become a key is kept; it is never longer than the longest one.
      else if (sequences.some((each) => begins(each.bytes, pending))) break;
      pending = pending.subarray(whole?.bytes.length ?? 1);
    }
    return found;
  };
}

function begins(stream: Uint8Array, start: Uint8Array): boolean {
  return start.length <= stream.length && start.every((byte, index) => stream[index] === byte);
}
