// What the presses of a call pad mean: digits type a number, the other keys do what the set-up says; "absent" waits for the
// confirming key, so that one slip sends nobody away; what is half typed is forgotten after a while. Pure: the time of each
// press arrives with it.
import {
  type KeyActions,
  type PadAction,
  type PadKey,
  usualKeyActions,
} from '../../protocol/keypad-setup.ts';

export type Meant =
  | { readonly kind: 'typing'; readonly text: string }
  | { readonly kind: 'call-number'; readonly digits: string }
  /** "Absent" has been pressed and waits for the confirming key. */
  | { readonly kind: 'confirm' }
  | { readonly kind: 'action'; readonly action: Exclude<PadAction, 'clear'> }
  /** What was typed is gone. */
  | { readonly kind: 'cleared' };

const forgetAfterMs = 5_000;
const digitsAtMost = 4;
const isDigit = (key: PadKey) => /^\d$/.test(key);

/** Reads one press after another; null where the key does nothing. */
export function pressReader(
  actions: KeyActions = usualKeyActions,
): (key: PadKey, at: number) => Meant | null {
  let typed = '';
  let isAbsentAsked = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  const forget = () => {
    typed = '';
    isAbsentAsked = false;
  };
  return (key, at) => {
    if (at - lastAt > forgetAfterMs) forget();
    lastAt = at;
    if (isDigit(key)) {
      isAbsentAsked = false;
      // More digits than a number has: the last ones are meant.
      typed = (typed + key).slice(-digitsAtMost);
      return { kind: 'typing', text: typed };
    }
    const action = (actions as Partial<Record<PadKey, PadAction>>)[key];
    if (action === undefined) return null;
    const digits = typed;
    const isConfirmed = isAbsentAsked;
    forget();
    if (action === 'clear') return { kind: 'cleared' };
    if (action === 'absent') {
      isAbsentAsked = true;
      return { kind: 'confirm' };
    }
    if (action === 'next' && isConfirmed) return { kind: 'action', action: 'absent' };
    if (action === 'next' && digits !== '') return { kind: 'call-number', digits };
    return { kind: 'action', action };
  };
}
