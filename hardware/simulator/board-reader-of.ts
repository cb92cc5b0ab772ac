// The table of simulated boards by protocol: a new LED protocol may have its reader here, and is then simulated too.
import type { DescribedFrame } from '../../protocol/described-frame.ts';
import type { BoardProtocol } from '../led/boards.ts';
import { usualHidFrame } from '../led/hid-display.ts';
import {
  alphaReader,
  type BoardReader,
  cd5220Reader,
  describedReader,
  escposDisplayReader,
  modbusRtuReader,
  modbusTcpReader,
} from './board-readers.ts';

type Units = readonly { readonly address: number; readonly digits: number }[];

type MakeReader = (units: Units, frame: DescribedFrame | null) => BoardReader;

export const boardReaders = {
  'modbus-tcp': () => modbusTcpReader,
  'modbus-rtu': () => modbusRtuReader,
  cd5220: () => cd5220Reader,
  'escpos-display': () => escposDisplayReader,
  alpha: () => alphaReader,
  'hid-display': (units, frame) => describedReader(frame ?? usualHidFrame, units),
  described: (units, frame) => (frame === null ? () => null : describedReader(frame, units)),
} as const satisfies Partial<Record<BoardProtocol, MakeReader>>;

/** Undefined for a protocol that nobody has a simulator for. */
export function boardReaderOf(protocol: string): MakeReader | undefined {
  return (boardReaders as Partial<Record<string, MakeReader>>)[protocol];
}
