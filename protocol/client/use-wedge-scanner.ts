// A scanner that types, at a page: its codes are handed over whole and never typed into a field; what a person types goes
// where it was meant to, at most some milliseconds later.
import { useEffect, useRef } from 'react';
import { gapAtMostMs, type Heard, silentAfterMs, wedgeReader } from './wedge-scanner.ts';

/** `scanned` is called with each code for as long as the component lives. */
export function useWedgeScanner(scanned: (code: string) => void): void {
  const latest = useRef(scanned);
  latest.current = scanned;
  useEffect(() => listenForScans((code) => latest.current(code)), []);
}

/** Listens to the whole page before anybody else; gives what ends it. */
export function listenForScans(scanned: (code: string) => void): () => void {
  const reader = wedgeReader();
  let timers: number[] = [];
  /** The presses of the held signs: released, they are these keys and no others (a keypad's digit is not the row's). */
  let held: Press[] = [];
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  const take = ({ release, scan }: Heard) => {
    const pressed = held.splice(0, [...release].length);
    if (scan !== null) held = [];
    for (const each of pressed) typed(each);
    if (scan !== null) scanned(scan);
  };
  const pressed = (event: KeyboardEvent) => {
    // A key held down repeats as fast as a scanner types; shortcuts and input methods are nobody's but the person's.
    const isPersons = event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
    if (!event.isTrusted || event.key === 'Shift') return;
    if (isPersons || event.key === 'Process' || event.key === 'Dead') {
      stop();
      return take(reader.silence(Number.POSITIVE_INFINITY));
    }
    const heard = reader.key(event.key, event.timeStamp);
    if (heard.isHeld) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    take(heard);
    // A key that ends a scan is held and is no sign of it.
    if (heard.isHeld && heard.scan === null) held.push({ key: event.key, code: event.code });
    stop();
    const look = () => take(reader.silence(performance.now()));
    timers = [gapAtMostMs + 1, silentAfterMs + 1].map((ms) => window.setTimeout(look, ms));
  };
  document.addEventListener('keydown', pressed, { capture: true });
  return () => {
    stop();
    take(reader.silence(Number.POSITIVE_INFINITY));
    document.removeEventListener('keydown', pressed, { capture: true });
  };
}

type Press = { readonly key: string; readonly code: string };

/** A key that a person pressed: a press for the page's own keys, and where none of them takes it, a sign in the field. */
function typed({ key, code }: Press): void {
  const target = document.activeElement ?? document.body;
  const isField =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio') ||
    (target instanceof HTMLElement && target.isContentEditable);
  const press = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true });
  // Deprecated, and the only way that a controlled field and its undo take for typing.
  if (target.dispatchEvent(press) && isField) document.execCommand('insertText', false, key);
}
