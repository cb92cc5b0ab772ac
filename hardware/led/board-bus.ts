// Boards behind one line (one board, or an RS-485 bus or gateway with many): one exchange on the way at a time with silence
// between two, the newest content first, and nobody waits for ever. A board that says nothing gets its turn less often and
// never holds the others up. After a reconnect everything is written anew; from time to time each board is read back where
// it can say what it shows, and written again where it cannot. A board is good once it has answered.
import type { DeviceStatus } from '../../protocol/device-status.ts';
import { type DriverContext, statusKeeper } from '../driver-context.ts';
import type { Transport } from '../transport/transport.ts';
import type { Answer, BoardCodec, Exchange } from './board-codec.ts';
import { type BoardUnit, boardUnit } from './board-unit.ts';
import { nextToServe } from './bus-order.ts';
import type { NumberBoard } from './number-board.ts';

const silentPauseMs = 3_000;
const lookEveryMs = 1_000;
/** Bytes heard in one exchange at most: more is noise. */
const heardAtMost = 2_048;

export type BoardBus = {
  board(options: { unitId: number; digits: number }, changed: (status: DeviceStatus) => void): NumberBoard;
  /** How bright every board on the line is to be, percent; boards that have one brightness only stay as they are. */
  dim(percent: number): void;
  close(): Promise<void>;
};
type OnTheWay = {
  readonly unit: BoardUnit;
  /** What the board shows once it has answered a write; null for a read. */
  readonly text: string | null;
  readonly answer: Exchange['answer'];
  heard: Uint8Array;
  cancel: () => void;
};

export function boardBus(codec: BoardCodec, transport: Transport, context: DriverContext): BoardBus {
  const units: BoardUnit[] = [];
  let turn = 0;
  let changes = 0;
  let closed = false;
  /** Null until it is said: boards then stay as they are. */
  let percent: number | null = null;
  /** Whether a board has answered on this link; an echo or noise is no answer. */
  let hasAnswered = false;
  let onTheWay: OnTheWay | null = null;
  let cancelGap: (() => void) | null = null;
  let cancelLook = () => {};

  /** Ends the exchange on the way; the next one begins after the line's silence. */
  const settle = () => {
    onTheWay?.cancel();
    onTheWay = null;
    const gapMs = codec.timing.gapMs(transport.msPerByte);
    if (gapMs === 0) return work();
    cancelGap ??= context.after(gapMs, () => {
      cancelGap = null;
      work();
    });
  };
  const answered = ({ unit, text }: OnTheWay, answer: Answer) => {
    hasAnswered = true;
    if (answer.ok) unit.answered(text ?? answer.shown);
    else unit.refused(context.now() + silentPauseMs);
    settle();
  };
  const unanswered = ({ unit }: OnTheWay) => {
    unit.silent(context.now() + silentPauseMs);
    settle();
    // Boards have answered on this link and now none does: the line was cut without a word.
    if (hasAnswered && units.every(({ restUntil }) => restUntil > context.now())) transport.reopen();
  };
  const begin = (unit: BoardUnit, text: string | null, { bytes, answer }: Exchange) => {
    const wireMs = bytes.length * transport.msPerByte;
    const mine: OnTheWay = { unit, text, answer, heard: new Uint8Array(), cancel: () => {} };
    onTheWay = mine;
    mine.cancel = context.after(wireMs + codec.timing.answerWithinMs, () => {
      if (answer !== null) return unanswered(mine);
      unit.sent(text);
      settle();
    });
    transport.send(bytes).catch(() => {
      // Tried again at the next look, not at once: the line takes nothing now.
      if (onTheWay !== mine) return;
      mine.cancel();
      onTheWay = null;
    });
  };
  /** Sets the brightness of one board that has another; what it shows is written anew then, because some go dark by it. */
  const dimNext = (): boolean => {
    const unit = units.find(({ dimmed, restUntil }) => dimmed !== percent && restUntil <= context.now());
    if (percent === null || codec.dim == null || unit === undefined) return false;
    unit.dimmed = percent;
    begin(unit, null, codec.dim(unit, percent));
    return true;
  };
  /** Gives the line to the board whose turn it is, if any has something to say or is due to be looked at. */
  const work = () => {
    if (closed || onTheWay !== null || cancelGap !== null || !transport.connected) return;
    const unit = nextToServe(units, context.now());
    const text = unit?.wanted() ?? '';
    // Brightness waits for content, and goes before a look at what stands.
    if ((unit === null || unit.shown === text) && dimNext()) return;
    if (unit === null) return;
    turn += 1;
    unit.served(context.now());
    if (unit.shown === text && codec.read !== null) begin(unit, null, codec.read(unit, turn));
    else begin(unit, text, codec.write(unit, text, turn));
  };
  const look = () => {
    cancelLook = context.after(lookEveryMs, () => {
      work();
      look();
    });
  };
  transport.onData((bytes) => {
    if (onTheWay?.answer == null) return;
    onTheWay.heard = Buffer.concat([onTheWay.heard, bytes]).subarray(-heardAtMost);
    const answer = onTheWay.answer(onTheWay.heard);
    if (answer !== undefined) answered(onTheWay, answer);
  });
  transport.onState((connected) => {
    hasAnswered = false;
    onTheWay?.cancel();
    onTheWay = null;
    for (const unit of units) unit.forget(connected ? null : (transport.failure ?? 'unreachable'));
    if (connected) work();
  });
  look();

  return {
    board({ unitId, digits }, changed) {
      const unit = boardUnit({ address: unitId, digits }, statusKeeper(context, changed), context, {
        nextChange: () => {
          changes += 1;
          return changes;
        },
        changed: work,
        texts: codec.texts,
      });
      units.push(unit);
      return { status: unit.status, show: unit.show };
    },
    dim(wanted) {
      percent = wanted;
      work();
    },
    async close() {
      closed = true;
      cancelLook();
      cancelGap?.();
      onTheWay?.cancel();
      for (const unit of units) unit.close();
      await transport.close();
    },
  };
}
