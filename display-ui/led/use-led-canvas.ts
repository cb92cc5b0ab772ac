// Keeps the wall's canvas up to date, frame by frame: counts how long text has run - it stands still under a call and goes
// on where it was - lets a new call blink, and paints only when something differs. What is shown is decided by the layouts.
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { nameFits } from './idle-layout.ts';
import type { WallSize } from './led-boxes.ts';
import { type Emphasis, type LedLayout, ledLayout, type Shown } from './led-layout.ts';
import { paint } from './led-paint.ts';
import { faceLoaded, type PixelText, pixelText } from './pixel-text.ts';
import { type Programme, programmeOf, sceneAt } from './programme.ts';
import { countOn, type RunningClock } from './scroller.ts';

export type OnWall = Shown & {
  readonly callSeq: number | null;
  /** By the steady clock. */
  readonly callUntil: number;
  /** The announcements, and the centre's name in each language. */
  readonly announced: readonly string[];
  readonly names: readonly string[];
};
type Painted = { readonly layout: LedLayout; readonly x: number; readonly turn: unknown };

const blinkMs = 330;
const blinks = 3;

/** How a call that began so long ago draws the eye; three blinks end within the two seconds of a hurried one. */
export function emphasisAt(sinceMs: number, still: boolean): Emphasis {
  if (still) return 'frame';
  const half = Math.floor(sinceMs / blinkMs);
  return half < blinks * 2 && half % 2 === 0 ? 'filled' : 'none';
}

export function useLedCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  onWall: OnWall,
  size: WallSize,
): void {
  const still = useReducedMotion();
  const pixels = usePixelText();
  const latest = useRef(onWall);
  latest.current = onWall;
  const { width, height } = size;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || pixels === null) return;
    const wall = new Wall(context, { width, height }, pixels, still);
    let frame = 0;
    const step = () => {
      wall.show(latest.current, performance.now());
      frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [canvas, width, height, pixels, still]);
}

/** One canvas and what is painted on it. */
class Wall {
  readonly #context: CanvasRenderingContext2D;
  readonly #size: WallSize;
  readonly #pixels: PixelText;
  readonly #still: boolean;
  #clock: RunningClock = { ranMs: 0, at: performance.now() };
  #call = { seq: null as number | null, began: 0 };
  #programme: { readonly key: string; readonly texts: string; readonly made: Programme } | null = null;
  #layouts = new Map<Emphasis | 'idle', LedLayout>();
  #laidOut: OnWall | null = null;
  #painted: Painted | null = null;

  constructor(context: CanvasRenderingContext2D, size: WallSize, pixels: PixelText, still: boolean) {
    this.#context = context;
    this.#size = size;
    this.#pixels = pixels;
    this.#still = still;
  }

  show(onWall: OnWall, now: number): void {
    const called = onWall.call !== null && now < onWall.callUntil && !onWall.outOfDate;
    if (onWall.callSeq !== this.#call.seq) this.#call = { seq: onWall.callSeq, began: now };
    this.#clock = countOn(this.#clock, now, !called);
    const layout = this.#layout(onWall, called ? emphasisAt(now - this.#call.began, this.#still) : 'idle');
    const scene =
      layout.kind === 'idle' ? sceneAt(this.#programmeOf(onWall, layout), this.#clock.ranMs) : null;
    const next = { layout, x: scene?.x ?? 0, turn: scene?.strip ?? null };
    const before = this.#painted;
    if (before?.layout === layout && before.x === next.x && before.turn === next.turn) return;
    paint(this.#context, this.#size, layout, scene, this.#pixels);
    this.#painted = next;
    this.#context.canvas.dataset.showing = called ? 'call' : onWall.outOfDate ? 'out-of-date' : 'idle';
  }

  #layout(onWall: OnWall, which: Emphasis | 'idle'): LedLayout {
    if (this.#laidOut !== onWall) this.#layouts.clear();
    this.#laidOut = onWall;
    const known = this.#layouts.get(which);
    if (known !== undefined) return known;
    const shown = which === 'idle' ? { ...onWall, call: null } : onWall;
    const made = ledLayout(shown, this.#size, this.#pixels.measure, which === 'idle' ? 'none' : which);
    this.#layouts.set(which, made);
    return made;
  }

  /** Other texts begin anew; another width of the line (the link is broken) does not. */
  #programmeOf(onWall: OnWall, layout: LedLayout & { readonly kind: 'idle' }): Programme {
    const named = onWall.announced.length > 0 && nameFits(onWall.name, this.#size, this.#pixels.measure);
    const texts = named ? onWall.announced : [...onWall.names, ...onWall.announced];
    const said = texts.join('\n');
    const key = `${layout.running.width} ${said}`;
    if (this.#programme !== null && this.#programme.texts !== said)
      this.#clock = { ...this.#clock, ranMs: 0 };
    if (this.#programme?.key !== key) {
      const made = programmeOf(texts, layout, this.#pixels.measure, this.#still);
      this.#programme = { key, texts: said, made };
    }
    return this.#programme.made;
  }
}

/** Null until the face has come, so that no text is measured in another one. */
function usePixelText(): PixelText | null {
  const [pixels, setPixels] = useState<PixelText | null>(null);
  useEffect(() => {
    const renew = () => setPixels(pixelText());
    void faceLoaded().then(renew);
    document.fonts.addEventListener('loadingdone', renew);
    return () => document.fonts.removeEventListener('loadingdone', renew);
  }, []);
  return pixels;
}

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia('(prefers-reduced-motion: reduce)');
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
}
