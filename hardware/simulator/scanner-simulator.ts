// A scanner without a scanner: each scan says what such a one says, in reports or in a line of text.

import { type Framing, usualFraming } from '../scanner/line-framing.ts';
import type { ScannerDriver } from '../scanner/scanner.ts';
import { type InputLine, startInputLine } from './input-line.ts';

export type ScannerSimulator = Pick<InputLine, 'address' | 'unplug' | 'close'> & {
  /** False where nobody listens. */
  scan(text: string): boolean;
};

const partAtMost = 56;

export async function startScannerSimulator(
  driver: ScannerDriver,
  framing: Framing = usualFraming,
  port = 0,
): Promise<ScannerSimulator> {
  const line = await startInputLine(port);
  const said: Readonly<Record<ScannerDriver, (text: string) => Uint8Array>> = {
    'hid-pos': posReports,
    'hid-keyboard': typedReports,
    serial: (text) =>
      Buffer.concat([Buffer.from(framing.start, 'hex'), Buffer.from(text), Buffer.from(framing.end, 'hex')]),
  };
  return { ...line, scan: (text) => line.say(said[driver](text)) };
}

/** Reports of 64 bytes; the last byte says whether more follows (see scanner/hid-pos.ts). */
function posReports(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  const reports: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += partAtMost) {
    const part = bytes.subarray(at, at + partAtMost);
    const report = new Uint8Array(64);
    report.set([0x02, part.length, 0x5d, 0x51, 0x30]);
    report.set(part, 5);
    report[63] = at + partAtMost < bytes.length ? 1 : 0;
    reports.push(report);
  }
  return Buffer.concat(reports);
}

const signs = " 1234567890-=[]\\;'`,./";
const signUsages = [
  0x2c,
  ...range(0x1e, 10),
  0x2d,
  0x2e,
  0x2f,
  0x30,
  0x31,
  0x33,
  0x34,
  0x35,
  0x36,
  0x37,
  0x38,
];
const shifted = '!@#$%^&*()_+{}|:"~<>?';
const shiftedUsages = [...range(0x1e, 10), 0x2d, 0x2e, 0x2f, 0x30, 0x31, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38];

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** Each sign as a key of a US keyboard, down and up, then Enter. */
function typedReports(text: string): Uint8Array {
  const reports = [...text].flatMap((sign) => {
    const [modifiers, usage] = keyOf(sign);
    return [modifiers, 0, usage, 0, 0, 0, 0, 0, ...new Array<number>(8).fill(0)];
  });
  return Uint8Array.from([...reports, 0, 0, 0x28, 0, 0, 0, 0, 0, ...new Array<number>(8).fill(0)]);
}

function keyOf(sign: string): [modifiers: number, usage: number] {
  if (/^[a-z]$/.test(sign)) return [0, sign.charCodeAt(0) - 93];
  if (/^[A-Z]$/.test(sign)) return [0x02, sign.charCodeAt(0) - 61];
  if (signs.includes(sign)) return [0, signUsages[signs.indexOf(sign)] ?? 0];
  return [0x02, shiftedUsages[shifted.indexOf(sign)] ?? 0];
}
