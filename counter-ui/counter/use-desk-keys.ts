// The keys of the counter: letters by the place of the key, so that an input method for Vietnamese does not matter; a
// numeric keypad; digits that begin a chosen number. A dialog has its own keys; so has a button reached with Tab.
import { useCallback, useEffect, useRef } from 'react';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { actionOfKey } from '../actions/operator-actions.ts';
import { ownBackspaceMs, pressedCode } from '../actions/pressed-code.ts';
import { language } from '../language.tsx';
import { copyDossier } from './copy-text.ts';
import { counterText } from './counter-text.ts';
import { choosable } from './number-dialog.tsx';
import type { Operator } from './use-operator.ts';

/** Keys that are no action of the floor. */
const screenKeys: Readonly<Record<string, 'keys' | 'settings' | 'compact' | 'copy'>> = {
  F1: 'keys',
  Slash: 'keys',
  Numpad8: 'keys',
  KeyI: 'settings',
  KeyV: 'compact',
  KeyY: 'copy',
};

export type DeskKeys = (event: KeyboardEvent) => void;

/** Listens to the page; gives the listener for further windows of it. `idle`: keys do nothing. */
export function useDeskKeys(
  view: CounterView | null,
  operator: Operator,
  { idle, compact }: { readonly idle: boolean; readonly compact: () => void },
): DeskKeys {
  const latest = useRef({ view, operator, idle, compact });
  latest.current = { view, operator, idle, compact };
  const backspace = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const act = useCallback((code: string): boolean => {
    const { view: now, operator: officer, compact: openCompact } = latest.current;
    if (now === null) return false;
    const screen = screenKeys[code];
    const action = actionOfKey(code, now, officer.moment);
    if (action !== undefined) officer.take(action);
    else if (screen === 'compact') openCompact();
    else if (screen === 'copy') copyDossier(now, officer);
    else if (screen !== undefined) officer.open(screen);
    else if (/^Digit\d$/.test(code) && choosable(now).length > 0) officer.open('number', code.slice(-1));
    else if (code === 'Space' || code === 'NumpadEnter') sayWhyNot(now, officer);
    else return false;
    return true;
  }, []);
  const pressed = useCallback(
    (event: KeyboardEvent) => {
      clearTimeout(backspace.current);
      const { idle: still, operator: officer } = latest.current;
      if (still || officer.dialog !== null || event.repeat) return;
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const code = pressedCode(event);
      if ((code === 'Enter' || code === 'NumpadEnter' || code === 'Space') && isPressed(event.target)) return;
      if (code === 'Backspace') {
        // An input method's own Backspace is followed by a letter at once: then it was that key, not this one.
        event.preventDefault();
        backspace.current = setTimeout(() => act(code), ownBackspaceMs);
        return;
      }
      if (act(code)) event.preventDefault();
    },
    [act],
  );
  useEffect(() => {
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
      clearTimeout(backspace.current);
    };
  }, [pressed]);
  return pressed;
}

/** The one key never does nothing in silence. */
function sayWhyNot({ counter, actions }: CounterView, officer: Operator): void {
  if (officer.busy !== null) return;
  if (counter.status === 'closed' && actions.includes('open'))
    officer.say(counterText(language, 'openFirst'));
  else if (counter.status === 'paused') officer.say(counterText(language, 'resumeFirst'));
  else officer.say(counterText(language, 'nobodyWaiting'));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** A button or link that has the focus takes Space and Enter itself. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && ['BUTTON', 'A', 'SUMMARY'].includes(target.tagName);
}
