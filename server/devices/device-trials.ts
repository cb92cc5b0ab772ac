// Trying devices: a test ticket, a board that blinks eights, a pad that blinks, a loudspeaker that counts to three, and a
// board's bytes without a board.
import { placed } from '../../hardware/led/board-codec.ts';
import { boardCodec } from '../../hardware/led/boards.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import type { KeypadSetup } from '../../protocol/device-setup.ts';
import type { DeviceTest, FrameTrial } from '../../protocol/endpoints/device-endpoints.ts';
import type { Announcing } from './announcing.ts';
import type { CounterBoards } from './counter-boards.ts';
import type { Hosts } from './hosts.ts';
import type { PrinterInPlace } from './print-jobs.ts';

/** Tries the device of this id; null where there is none that can be tried. */
export async function tryDevice(
  deviceId: string,
  parts: {
    readonly printers: readonly PrinterInPlace[];
    readonly keypads: readonly KeypadSetup[];
    readonly boards: CounterBoards;
    readonly announcing: Pick<Announcing, 'test'>;
    readonly hosts: Hosts;
    readonly now: number;
  },
): Promise<DeviceTest | null> {
  const place = parts.printers.find(({ setup }) => setup.id === deviceId);
  if (place !== undefined) {
    const outcome = await place.printer.print(testTicket(place.setup.name, new Date(parts.now)));
    return { state: outcome.state, reason: 'reason' in outcome ? outcome.reason : null };
  }
  const spoken = await parts.announcing.test(deviceId);
  if (spoken !== null) return spoken;
  const isPad = parts.keypads.some(({ id }) => id === deviceId);
  if (isPad) parts.hosts.of(deviceId).light(deviceId, 3);
  return isPad || parts.boards.test(deviceId) ? { state: 'lit', reason: null } : null;
}

/** The bytes that would make a board show a text, in hexadecimal; throws `RangeError` where its frame is missing. */
export function frameBytes({ protocol, frame, unitId, digits, text }: FrameTrial): string {
  const codec = boardCodec(protocol, frame ?? null);
  const { bytes } = codec.write({ address: unitId, digits }, placed(text, digits), 1);
  return Buffer.from(bytes).toString('hex');
}
