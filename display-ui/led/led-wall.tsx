// The lobby's LED wall: a canvas of exactly the wall's pixels in the top left corner of the picture, which the sender card
// shows. Takes the hall's view and the call that is announced now, and decides what of them the wall speaks of; the
// layouts decide where it stands. Which call it is and the connection are the page's.
import './led.css';
import { useMemo, useRef } from 'react';
import type { Announcing } from '../../protocol/call-sequence.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import type { WallSize } from './led-boxes.ts';
import { ledWords } from './led-text.ts';
import { announcedTexts, inEach } from './running-text.ts';
import { type OnWall, useLedCanvas } from './use-led-canvas.ts';

export type LedWallProps = {
  readonly view: HallView;
  /** Shown large until its time is over; it may stay after that. */
  readonly current: Announcing | null;
  /** By the server's clock, epoch ms. */
  readonly hallTime: number;
  readonly outOfDate: boolean;
  readonly size: WallSize;
};

/** The wall itself, without anything around it but black. */
export function LedWall({ view, current, hallTime, outOfDate, size }: LedWallProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const time = clockOf(hallTime, view.timeZone);
  const onWall = useMemo(() => onWallOf(view, current, time, outOfDate), [view, current, time, outOfDate]);
  useLedCanvas(canvas, onWall, size);
  const perPixel = window.devicePixelRatio || 1;
  return (
    <main className="led">
      <canvas
        ref={canvas}
        className="led-wall"
        width={size.width}
        height={size.height}
        style={{ width: size.width / perPixel, height: size.height / perPixel }}
        role="img"
        aria-label={spoken(onWall)}
        data-testid="led-wall"
        data-call-seq={onWall.callSeq ?? ''}
      />
    </main>
  );
}

function onWallOf(view: HallView, current: Announcing | null, time: string, outOfDate: boolean): OnWall {
  const newest = current?.call.callSeq ?? Number.POSITIVE_INFINITY;
  return {
    call: current?.call ?? null,
    callSeq: current?.call.callSeq ?? null,
    callUntil: current?.until ?? 0,
    // What waits for its turn is not shown before it.
    calls: view.calls.filter((call) => call.callSeq <= newest),
    time,
    name: centreText(view.centre.name, view.languages[0] ?? 'vi'),
    names: inEach(view.centre.name, view.languages),
    announced: announcedTexts(view),
    outOfDate,
    words: ledWords(view.languages),
  };
}

function spoken({ outOfDate, words, calls, name, time }: OnWall): string {
  const newest = calls[0];
  if (outOfDate) return words.outOfDate;
  return newest === undefined
    ? `${name} ${time}`
    : `${newest.number} – ${words.counter} ${newest.counterNumber}`;
}

function clockOf(hallTime: number, timeZone: string): string {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(hallTime);
}
