// The contract of a number board: it is told what should be shown, as often as one likes; its driver finds the
// difference, sends it, and draws it again after any loss of the link.
import type { DeviceStatus } from '../../protocol/device-status.ts';

export type BoardContent =
  /** `call`: a call's own mark; the board blinks when it changes. */
  | { readonly state: 'number'; readonly text: string; readonly call: number }
  | { readonly state: 'paused' }
  | { readonly state: 'blank' }
  /** For the officer at the pad, for a moment: the number being typed, or why a press was not taken. */
  | { readonly state: 'message'; readonly text: string }
  /** For everybody who can read it: an announcement, running where it is longer than the board. */
  | { readonly state: 'text'; readonly text: string };

export type NumberBoard = { show(content: BoardContent): void; status(): DeviceStatus };
