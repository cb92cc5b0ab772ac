// Driver for Modbus boards behind one address (one board, or a gateway with many units): one request on the way at a
// time, the newest content of each board, fair turns. A board is good once it has answered; one that says nothing gets
// its turn less often and never holds the others up. After a reconnect everything is written anew; from time to time
// each board is read back and written again where it shows something else.
import type { DeviceStatus } from '../../protocol/device-status.ts';
import { type DriverContext, type StatusKeeper, statusKeeper } from '../driver-context.ts';
import type { Transport } from '../transport/transport.ts';
import {
  digitRegisters,
  frameReader,
  type ModbusFrame,
  modbusFunctions,
  readFrame,
  registersText,
  writeFrame,
} from './modbus-digits.ts';
import type { BoardContent, NumberBoard } from './number-board.ts';

const answerWithinMs = 400;
const silentPauseMs = 3_000;
const readEveryMs = 20_000;
const blinkMs = 400;
/** On, off, on, off, on. */
const blinkSteps = 5;

type Unit = {
  readonly unitId: number;
  readonly digits: number;
  readonly status: StatusKeeper;
  content: BoardContent;
  /** Text the board has acknowledged; null where it is not known. */
  shown: string | null;
  blinkStep: number;
  cancelBlink: () => void;
  readAt: number;
  restUntil: number;
};
export type BoardBus = {
  board(options: { unitId: number; digits: number }, changed: (status: DeviceStatus) => void): NumberBoard;
  close(): Promise<void>;
};

export function modbusBus(transport: Transport, context: DriverContext): BoardBus {
  const units: Unit[] = [];
  let read = frameReader();
  let transaction = 0;
  let next = 0;
  let closed = false;
  let heardOnThisLink = false;
  let onTheWay: { transaction: number; unit: Unit; text: string | null; cancel: () => void } | null = null;
  let cancelLook = () => {};

  transport.onData((bytes) => {
    const frames = read(bytes);
    if (frames === null) {
      read = frameReader();
      if (onTheWay !== null) refused(onTheWay.unit);
      return;
    }
    heardOnThisLink = true;
    for (const frame of frames) answered(frame);
  });
  transport.onState((connected) => {
    heardOnThisLink = false;
    read = frameReader();
    settle();
    for (const unit of units) {
      unit.shown = null;
      unit.restUntil = 0;
      if (!connected) unit.status.unreached(transport.failure);
    }
    if (connected) work();
  });

  const settle = () => {
    onTheWay?.cancel();
    onTheWay = null;
  };
  const answered = (frame: ModbusFrame) => {
    if (
      onTheWay === null ||
      frame.transaction !== onTheWay.transaction ||
      frame.unit !== onTheWay.unit.unitId
    )
      return;
    const { unit, text } = onTheWay;
    const [code, ...rest] = frame.body;
    if (code === modbusFunctions.write) {
      unit.shown = text;
      unit.status.heard('good', 'answered');
    } else if (code === modbusFunctions.read) {
      const registers = Array.from(
        { length: unit.digits },
        (_, index) => ((rest[1 + index * 2] ?? 0) << 8) | (rest[2 + index * 2] ?? 0),
      );
      unit.shown = registersText(registers);
      unit.status.heard('good', 'answered');
    } else return refused(unit);
    settle();
    work();
  };
  const refused = (unit: Unit) => {
    unit.shown = null;
    unit.restUntil = context.now() + silentPauseMs;
    unit.status.heard('bad', 'wrong-answer');
    settle();
    work();
  };
  const silent = (unit: Unit) => {
    unit.shown = null;
    unit.restUntil = context.now() + silentPauseMs;
    unit.status.known('absent', 'silent');
    settle();
    // Boards have spoken on this link and now none does: the gateway was switched off without a word.
    if (heardOnThisLink && units.every(({ restUntil }) => restUntil > context.now())) transport.reopen();
    else work();
  };
  const request = (unit: Unit, frame: (transaction: number) => Uint8Array, text: string | null) => {
    transaction = (transaction + 1) & 0xffff;
    onTheWay = { transaction, unit, text, cancel: context.after(answerWithinMs, () => silent(unit)) };
    transport.send(frame(transaction)).catch(() => settle());
  };
  /** Gives the line to the next board in turn that has something to write or is due to be read. */
  const work = () => {
    if (closed || onTheWay !== null || !transport.connected) return;
    for (let step = 0; step < units.length; step += 1) {
      const unit = units[(next + step) % units.length];
      if (unit === undefined || unit.restUntil > context.now()) continue;
      const wanted = registersText(digitRegisters(wantedText(unit), unit.digits));
      const isDue = context.now() - unit.readAt >= readEveryMs;
      if (unit.shown === wanted && !isDue) continue;
      next = (next + step + 1) % units.length;
      unit.readAt = context.now();
      if (unit.shown === wanted) request(unit, (id) => readFrame(id, unit.unitId, unit.digits), null);
      else request(unit, (id) => writeFrame(id, unit.unitId, digitRegisters(wanted, unit.digits)), wanted);
      return;
    }
  };
  const blink = (unit: Unit) => {
    unit.cancelBlink();
    if (unit.blinkStep >= blinkSteps - 1) return;
    unit.cancelBlink = context.after(blinkMs, () => {
      unit.blinkStep += 1;
      work();
      blink(unit);
    });
  };
  const look = () => {
    cancelLook = context.after(1_000, () => {
      work();
      look();
    });
  };
  look();

  return {
    board({ unitId, digits }, changed) {
      const unit: Unit = {
        ...{
          unitId,
          digits,
          status: statusKeeper(context, changed),
          content: { state: 'blank' },
          shown: null,
        },
        ...{ blinkStep: blinkSteps, cancelBlink: () => {}, readAt: 0, restUntil: 0 },
      };
      units.push(unit);
      return {
        status: () => unit.status.current(),
        show(content) {
          const isNewCall =
            content.state === 'number' &&
            (unit.content.state !== 'number' || unit.content.call !== content.call);
          unit.content = content;
          unit.blinkStep = isNewCall ? 0 : unit.blinkStep;
          if (isNewCall) blink(unit);
          work();
        },
      };
    },
    async close() {
      closed = true;
      cancelLook();
      settle();
      for (const unit of units) unit.cancelBlink();
      await transport.close();
    },
  };
}

function wantedText({ content, digits, blinkStep }: Unit): string {
  if (content.state === 'blank') return '';
  if (content.state === 'paused') return '-'.repeat(digits);
  return blinkStep % 2 === 1 && blinkStep < blinkSteps ? '' : content.text;
}
