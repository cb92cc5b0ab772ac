// How a device is that only ever speaks when somebody touches it (a pad, a scanner). The system itself tells that a USB
// device is there; of one on a serial line nothing is known before it has spoken. Bytes that never make sense are another
// device's.
import type { StatusKeeper } from './driver-context.ts';
import type { Transport } from './transport/transport.ts';

/** So many bytes without anything that makes sense are no slip of the line. */
const strayAtMost = 256;

export type InputStatus = {
  /** Bytes came, and so many things in them made sense. */
  heard(bytes: number, things: number): void;
};

/** `isUsb`: the link itself shows that the device is there. */
export function inputStatus(
  keeper: StatusKeeper,
  transport: Transport,
  isUsb: boolean,
  linkChanged: () => void,
): InputStatus {
  let stray = 0;
  transport.onState((connected) => {
    stray = 0;
    linkChanged();
    if (!connected) keeper.unreached(transport.failure);
    else if (isUsb) keeper.known('good', 'plugged-in');
    else keeper.known('unknown', 'not-heard-yet');
  });
  return {
    heard(bytes, things) {
      stray = things > 0 || isUsb ? 0 : stray + bytes;
      if (stray > strayAtMost) keeper.heard('bad', 'wrong-device');
      else if (things > 0 || isUsb) keeper.heard('good', 'answered');
    },
  };
}
