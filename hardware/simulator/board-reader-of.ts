// The table of simulated boards by protocol: a new LED protocol has its reader here.
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

export const boardReaders: Readonly<
  Record<BoardProtocol, (units: Units, frame: DescribedFrame | null) => BoardReader>
> = {
  'modbus-tcp': () => modbusTcpReader,
  'modbus-rtu': () => modbusRtuReader,
  cd5220: () => cd5220Reader,
  'escpos-display': () => escposDisplayReader,
  alpha: () => alphaReader,
  'hid-display': (units, frame) => describedReader(frame ?? usualHidFrame, units),
  described: (units, frame) => (frame === null ? () => null : describedReader(frame, units)),
};
