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
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  };
  const take = ({ release, scan }: Heard) => {
    if (release !== '') typed(release);
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

/** Signs that a person typed: into the field that has the cursor, or as presses for the page's own keys. */
function typed(signs: string): void {
  const target = document.activeElement ?? document.body;
  const isField =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio') ||
    (target instanceof HTMLElement && target.isContentEditable);
  // Deprecated, and the only way that a controlled field and its undo take for typing.
  if (isField) return void document.execCommand('insertText', false, signs);
  for (const key of signs) {
    const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : '';
    target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
  }
}
