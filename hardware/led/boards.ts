// The table of LED board protocols: a new protocol is a new file and one line here. Boards at one address share one line.
import type { DriverContext } from '../driver-context.ts';
import type { Transport } from '../transport/transport.ts';
import { openTransport } from '../transport/transports.ts';
import { type BoardBus, modbusBus } from './modbus-bus.ts';

export const boardProtocols = { 'modbus-tcp': modbusBus } as const satisfies Record<
  string,
  (transport: Transport, context: DriverContext) => BoardBus
>;
export type BoardProtocol = keyof typeof boardProtocols;

export function openBoardBus(protocol: BoardProtocol, address: string, context: DriverContext): BoardBus {
  return boardProtocols[protocol](openTransport(address, context), context);
}
