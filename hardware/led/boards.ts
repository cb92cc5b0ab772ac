// The table of LED board protocols: a new protocol is a new file and one line here. Boards at one address share one line.
import type { DescribedFrame } from '../../protocol/described-frame.ts';
import type { DriverContext } from '../driver-context.ts';
import { openTransport } from '../transport/transports.ts';
import { alpha } from './alpha.ts';
import { type BoardBus, boardBus } from './board-bus.ts';
import type { BoardCodec } from './board-codec.ts';
import { cd5220 } from './cd5220.ts';
import { describedCodec } from './described.ts';
import { escposDisplay } from './escpos-display.ts';
import { hidDisplay } from './hid-display.ts';
import { modbusRtu } from './modbus-rtu.ts';
import { modbusTcp } from './modbus-tcp.ts';

export const boardProtocols = {
  'modbus-tcp': () => modbusTcp,
  'modbus-rtu': () => modbusRtu,
  cd5220: () => cd5220,
  'escpos-display': () => escposDisplay,
  alpha: () => alpha,
  'hid-display': hidDisplay,
  described(frame) {
    if (frame === null) throw new RangeError('a described protocol needs its frame');
    return describedCodec(frame);
  },
} as const satisfies Record<string, (frame: DescribedFrame | null) => BoardCodec>;
export type BoardProtocol = keyof typeof boardProtocols;

/** How boards of this protocol are spoken to; throws `RangeError` for one that is not known, or lacks its frame. */
export function boardCodec(protocol: string, frame: DescribedFrame | null): BoardCodec {
  if (!Object.hasOwn(boardProtocols, protocol))
    throw new RangeError(
      `no protocol "${protocol}" is known; there are ${Object.keys(boardProtocols).join(', ')}`,
    );
  return boardProtocols[protocol as BoardProtocol](frame);
}

/** Opens the line of one or many boards at an address; throws `RangeError` for one that is not understood. */
export function openBoardBus(
  protocol: string,
  address: string,
  context: DriverContext,
  frame: DescribedFrame | null = null,
): BoardBus {
  return boardBus(boardCodec(protocol, frame), openTransport(address, context), context);
}
