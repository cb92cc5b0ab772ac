// Reads what an ESC/POS printer says back: real-time status (DLE EOT n) and the process id that follows printed data
// (GS ( H). Any split of the stream gives the same replies; what is neither is passed over.
// Source: Epson ESC/POS reference, "Status" tables and GS ( H <Function 48>.
//
//   DLE EOT reply   one byte 0xx1xx10            (b & 0x93) == 0x12
//   GS ( H reply    37 22 d1 d2 d3 d4 00         header, flag, the id's four characters, NUL
import type { DeviceGrade, DeviceReason } from '../../protocol/device-status.ts';

export const requests = {
  /** DLE EOT 2: why it is off-line. */
  offlineCause: Uint8Array.of(0x10, 0x04, 0x02),
  /** DLE EOT 4: the paper sensors. */
  paper: Uint8Array.of(0x10, 0x04, 0x04),
  /** GS ( H fn 48: answer with `id` (four characters) once everything before it has been printed. */
  processId: (id: string) =>
    Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(id, 'latin1')),
};

export type PrinterReply =
  | { readonly kind: 'status'; readonly byte: number }
  | { readonly kind: 'process-id'; readonly id: string };

/** Feeds a stream of bytes in and gives the replies complete so far. */
export function replyReader(): (bytes: Uint8Array) => PrinterReply[] {
  let pending: number[] = [];
  return (bytes) => {
    const replies: PrinterReply[] = [];
    pending.push(...bytes);
    while (pending.length > 0) {
      const [first = 0, second] = pending;
      if (first === 0x37) {
        if (second !== undefined && second !== 0x22) pending.shift();
        else if (pending.length < 7) break;
        else {
          replies.push({ kind: 'process-id', id: String.fromCharCode(...pending.slice(2, 6)) });
          pending = pending.slice(7);
        }
        continue;
      }
      if ((first & 0x93) === 0x12) replies.push({ kind: 'status', byte: first });
      pending.shift();
    }
    return replies;
  };
}

export type Condition = { readonly grade: DeviceGrade; readonly reason: DeviceReason };

/** What the replies to DLE EOT 2 and DLE EOT 4 say together; the worst comes first. */
export function conditionOf(offlineCause: number, paper: number): Condition {
  if ((offlineCause & 0x20) !== 0 || (paper & 0x60) === 0x60) return { grade: 'bad', reason: 'paper-out' };
  if ((offlineCause & 0x04) !== 0) return { grade: 'bad', reason: 'cover-open' };
  if ((offlineCause & 0x40) !== 0) return { grade: 'bad', reason: 'device-error' };
  if ((paper & 0x0c) === 0x0c) return { grade: 'warning', reason: 'paper-near-end' };
  return { grade: 'good', reason: 'answered' };
}
