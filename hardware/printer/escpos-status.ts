// Reads what an ESC/POS printer says back: real-time status (DLE EOT n), its condition when it changes (GS a), the answer
// to a question that stood behind a job (GS r), and the process id that follows printed data (GS ( H). Any split of the
// stream gives the same replies; what is none of these is passed over.
// Source: Epson ESC/POS reference, "Status" tables, GS a, GS r and GS ( H <Function 48>.
//
//   DLE EOT reply   one byte 0xx1xx10            (b & 0x93) == 0x12
//   GS a status     four bytes, the first 0xx1xx00, then three 0xx0xxxx
//   GS r reply      one byte 0xx0xxxx            (b & 0x90) == 0
//   GS ( H reply    37 22 d1 d2 d3 d4 00         header, flag, the id's four characters, NUL
import type { DeviceGrade, DeviceReason } from '../../protocol/device-status.ts';

export type Question = 1 | 2 | 3 | 4;
export const requests = {
  /** DLE EOT n. */
  status: (question: Question) => Uint8Array.of(0x10, 0x04, question),
  /** GS a: tell changes of on-line, error and paper. */
  tell: Uint8Array.of(0x1d, 0x61, 0x0e),
  /** GS r 1: answered in its turn, so that everything before it has been done. */
  fence: Uint8Array.of(0x1d, 0x72, 0x01),
  /** GS ( H fn 48: answer with `id` (four characters) once everything before it has been printed. */
  processId: (id: string) =>
    Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(id, 'latin1')),
};

export type PrinterReply =
  | { readonly kind: 'status'; readonly byte: number }
  | { readonly kind: 'told'; readonly bytes: readonly number[] }
  | { readonly kind: 'fence' }
  | { readonly kind: 'process-id'; readonly id: string };

/** Feeds a stream of bytes in and gives the replies complete so far. */
export function replyReader(): (bytes: Uint8Array) => PrinterReply[] {
  let pending: number[] = [];
  /** Takes one reply off the front: how many bytes it was, 0 where more must come first. */
  const take = (replies: PrinterReply[]): number => {
    const [first = 0, second] = pending;
    if (first === 0x37) {
      if (second === undefined) return 0;
      if (second === 0x22) {
        if (pending.length < 7) return 0;
        replies.push({ kind: 'process-id', id: String.fromCharCode(...pending.slice(2, 6)) });
        return 7;
      }
    }
    if ((first & 0x93) === 0x10) {
      const rest = pending.slice(1, 4);
      if (rest.some((byte) => (byte & 0x90) !== 0)) return 1;
      if (rest.length < 3) return 0;
      replies.push({ kind: 'told', bytes: pending.slice(0, 4) });
      return 4;
    }
    if ((first & 0x93) === 0x12) replies.push({ kind: 'status', byte: first });
    else if ((first & 0x90) === 0) replies.push({ kind: 'fence' });
    return 1;
  };
  return (bytes) => {
    const replies: PrinterReply[] = [];
    pending.push(...bytes);
    while (pending.length > 0) {
      const taken = take(replies);
      if (taken === 0) break;
      pending = pending.slice(taken);
    }
    return replies;
  };
}

export type Condition = { readonly grade: DeviceGrade; readonly reason: DeviceReason };
const good: Condition = { grade: 'good', reason: 'answered' };
const bad = (reason: DeviceReason): Condition => ({ grade: 'bad', reason });

/** What the replies to DLE EOT say together, by question; the worst comes first. */
export function conditionOf(replies: Partial<Record<Question, number>>): Condition {
  const has = (question: Question, bits: number) => ((replies[question] ?? 0) & bits) === bits;
  if (has(2, 0x20) || has(4, 0x60)) return bad('paper-out');
  if (has(2, 0x04)) return bad('cover-open');
  if (has(3, 0x08)) return bad('cutter-error');
  if (has(2, 0x40) || has(3, 0x20) || has(3, 0x40)) return bad('device-error');
  if (has(1, 0x08)) return bad('offline');
  return has(4, 0x0c) ? { grade: 'warning', reason: 'paper-near-end' } : good;
}

/** What a status told by GS a says; the worst comes first. */
export function toldCondition([first = 0, second = 0, third = 0]: readonly number[]): Condition {
  if ((third & 0x0c) === 0x0c) return bad('paper-out');
  if ((first & 0x20) !== 0) return bad('cover-open');
  if ((second & 0x08) !== 0) return bad('cutter-error');
  if ((second & 0x60) !== 0) return bad('device-error');
  if ((first & 0x08) !== 0) return bad('offline');
  return (third & 0x03) === 0x03 ? { grade: 'warning', reason: 'paper-near-end' } : good;
}
