// What stands where on the whole wall now: a call that breaks in, or the wall at rest. Pure: what the view says and how
// wide texts are comes in; boxes that never overlap and never leave the wall come out. Motion is not decided here.
import { callLayout, type LedCall } from './call-layout.ts';
import { type Idle, type IdleLayout, idleLayout } from './idle-layout.ts';
import type { Box, LedColour, Measure, WallSize } from './led-boxes.ts';

export type Shown = Idle & { readonly call: LedCall | null };
/** How a call draws the eye: in turn dark and filled, or, where nothing may move, by a frame. */
export type Emphasis = 'none' | 'filled' | 'frame';
export type CallLayout = {
  readonly boxes: readonly Box[];
  /** The colour of the wall behind inverted boxes. */
  readonly ground: LedColour | null;
  /** How many pixels thick a frame along the edge is; 0 is none. */
  readonly frame: number;
};
export type LedLayout = ({ readonly kind: 'call' } & CallLayout) | ({ readonly kind: 'idle' } & IdleLayout);

export function ledLayout(shown: Shown, wall: WallSize, measure: Measure, emphasis: Emphasis): LedLayout {
  // What is out of date is not claimed as current.
  if (shown.call === null || shown.outOfDate) return { kind: 'idle', ...idleLayout(shown, wall, measure) };
  const frame = emphasis === 'frame' ? Math.max(1, Math.round(wall.height / 48)) : 0;
  const inset = frame === 0 ? 1 : 2 * frame;
  const boxes = callLayout(shown.call, shown.words, wall, measure, inset);
  if (emphasis !== 'filled') return { kind: 'call', boxes, ground: null, frame };
  const inverted = boxes.map((box) => ({ ...box, colour: 'amber' as const, inverted: true }));
  return { kind: 'call', boxes: inverted, ground: 'amber', frame: 0 };
}
