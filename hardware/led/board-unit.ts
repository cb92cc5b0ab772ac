// One board of a bus: what it should show (a new call blinks, a paused counter has dashes), what it is known to show, and
// how it is.
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DriverContext, StatusKeeper } from '../driver-context.ts';
import type { LinkFailure } from '../transport/transport.ts';
import { type BoardCodec, placed, plainLetters, type Unit } from './board-codec.ts';
import type { Waiting } from './bus-order.ts';
import type { BoardContent } from './number-board.ts';

const blinkMs = 400;
/** Each board is looked at, or written again, so often; one that runs a text by itself would begin it anew. */
const lookEveryMs = 20_000;
const runningLookEveryMs = 5 * 60_000;
/** How long one window of a running text stands. */
const windowMs = 350;
/** On, off, on, off, on. */
const blinkSteps = 5;

export type BoardUnit = Unit &
  Waiting & {
    /** The brightness it was last sent, percent; null where that is not known. */
    dimmed: number | null;
    show(content: BoardContent): void;
    served(at: number): void;
    /** It has said that it shows this. */
    answered(shown: string | null): void;
    /** A board that never answers has been sent this; null where it was no text. */
    sent(shown: string | null): void;
    refused(restUntil: number): void;
    silent(restUntil: number): void;
    /** The link is new (null) or lost: what it shows is not known. */
    forget(lost: LinkFailure | null): void;
    status(): DeviceStatus;
    close(): void;
  };

export function boardUnit(
  { address, digits }: Unit,
  keeper: StatusKeeper,
  context: DriverContext,
  bus: {
    readonly nextChange: () => number;
    readonly changed: () => void;
    readonly texts: BoardCodec['texts'];
  },
): BoardUnit {
  let content: BoardContent = { state: 'blank' };
  let blinkStep = blinkSteps;
  let cancelBlink = () => {};
  let lastCall: number | null = null;
  /** Whether the content has been on the board since it is wanted; blinking begins when it has. */
  let seen = false;
  const known = { shown: null as string | null, servedAt: 0, changedAt: 0, changeNumber: 0, restUntil: 0 };

  /** How far a running text has gone, in places. */
  let gone = 0;
  let cancelRun = () => {};

  const running = (text: string): string => {
    if (bus.texts === undefined) return placed('', digits);
    const plain = plainLetters(text);
    if (plain.length <= digits) return plain.padEnd(digits);
    if (bus.texts === 'runs') return plain;
    const band = `${plain}${' '.repeat(Math.min(digits, 6))}`;
    const from = gone % band.length;
    return placed(`${band}${band}`.slice(from, from + digits), digits);
  };
  /** Steps a text that is longer than the board onwards, as long as it is wanted. */
  const run = () => {
    cancelRun();
    if (content.state !== 'text' || bus.texts !== 'steps' || plainLetters(content.text).length <= digits)
      return;
    cancelRun = context.after(windowMs, () => {
      gone += 1;
      known.changedAt = context.now();
      bus.changed();
      run();
    });
  };
  const wanted = (): string => {
    if (content.state === 'blank') return placed('', digits);
    if (content.state === 'message') return placed(content.text, digits);
    if (content.state === 'text') return running(content.text);
    if (content.state === 'paused') return '-'.repeat(digits);
    return placed(blinkStep % 2 === 1 && blinkStep < blinkSteps ? '' : content.text, digits);
  };
  const blink = () => {
    cancelBlink();
    if (blinkStep >= blinkSteps - 1) return;
    cancelBlink = context.after(blinkMs, () => {
      blinkStep += 1;
      known.changedAt = context.now();
      bus.changed();
      blink();
    });
  };
  const saw = (shown: string | null) => {
    if (seen || shown === null || shown !== wanted()) return;
    seen = true;
    if (blinkStep === 0) blink();
  };
  const unsure = (restUntil: number) => {
    known.shown = null;
    known.restUntil = restUntil;
  };

  return {
    ...{ address, digits, wanted },
    dimmed: null,
    get shown() {
      return known.shown;
    },
    get lookEveryMs() {
      return content.state === 'text' && bus.texts === 'runs' ? runningLookEveryMs : lookEveryMs;
    },
    get isWindow() {
      return content.state === 'text' && bus.texts === 'steps' && plainLetters(content.text).length > digits;
    },
    get servedAt() {
      return known.servedAt;
    },
    get isSeen() {
      return seen;
    },
    get changedAt() {
      return known.changedAt;
    },
    get changeNumber() {
      return known.changeNumber;
    },
    get restUntil() {
      return known.restUntil;
    },
    show(next) {
      const isNewCall = next.state === 'number' && next.call !== lastCall;
      if (next.state === 'number') lastCall = next.call;
      const goesOn = next.state === 'text' && content.state === 'text' && next.text === content.text;
      content = next;
      if (goesOn) return;
      gone = 0;
      run();
      known.changedAt = context.now();
      known.changeNumber = bus.nextChange();
      seen = false;
      if (isNewCall) {
        cancelBlink();
        blinkStep = 0;
      }
      bus.changed();
    },
    served(at) {
      known.servedAt = at;
    },
    answered(shown) {
      known.shown = shown;
      saw(shown);
      keeper.heard('good', 'answered');
    },
    sent(shown) {
      known.shown = shown;
      saw(shown);
      if (shown !== null) keeper.known('unknown', 'no-status-ability');
    },
    refused(restUntil) {
      unsure(restUntil);
      keeper.heard('bad', 'wrong-answer');
    },
    silent(restUntil) {
      unsure(restUntil);
      keeper.known('absent', 'silent');
    },
    forget(lost) {
      unsure(0);
      this.dimmed = null;
      if (lost !== null) keeper.unreached(lost);
    },
    status: () => keeper.current(),
    close() {
      cancelBlink();
      cancelRun();
    },
  };
}
