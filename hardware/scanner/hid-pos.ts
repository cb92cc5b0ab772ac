// Reports of a USB scanner that does not pretend to be a keyboard: parts of up to 56 bytes, joined until one is the last.
// Pure.
// Source: USB HID Point of Sale Usage Tables 1.02, page 8C (bar code scanner), "Scanned Data" report as scanners send it.
//
//   02 nn a1 a2 a3 d1 … d56  sy 00 ff     report 2, length, AIM identifier, data at 5–60, symbology, reserved, flags:
//                                         bit 0 of byte 63: more follows
import { reportsOf } from '../transport/reports.ts';

const dataAt = 5;
const dataAtMost = 56;
const textAtMost = 4_096;

export function hidPosReader(isInPieces: boolean): (bytes: Uint8Array) => string[] {
  let parts: Uint8Array[] = [];
  return reportsOf(64, isInPieces, (report) => {
    const length = report[1] ?? 0;
    if (report[0] !== 0x02 || length > dataAtMost) {
      parts = [];
      return [];
    }
    parts.push(report.slice(dataAt, dataAt + length));
    const isContinued = ((report[63] ?? 0) & 0x01) === 1;
    if (isContinued && parts.length * dataAtMost < textAtMost) return [];
    const bytes = Buffer.concat(parts);
    parts = [];
    if (isContinued) return [];
    const text = bytes.toString('utf8').trim();
    return text === '' ? [] : [text];
  });
}
