// What every dialog of the counter has: its title, Escape (or the point of a keypad) to leave it, and the focus back where it
// was. The browser's own dialog keeps the focus within.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { pressedCode } from '../actions/pressed-code.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';

export type DialogProps = {
  readonly title: string;
  readonly close: () => void;
  /** A key of this dialog, by its code; true where it was one. Not asked for what is typed into a field. */
  readonly onKey?: (code: string) => boolean;
  /** What Enter does, also in a field of one line; a button with the focus goes before it. */
  readonly onEnter?: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

export function DialogFrame({ title, close, onKey, onEnter, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const pressed = (event: KeyboardEvent) => {
    const { nativeEvent, target } = event;
    const code = pressedCode(nativeEvent);
    if (nativeEvent.isComposing || nativeEvent.ctrlKey || nativeEvent.altKey || nativeEvent.metaKey) return;
    const isField =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type));
    const isButton = target instanceof Element && target.matches('button, select, summary');
    const leaves = code === 'NumpadDecimal' && (!isField || target.matches('[data-first]'));
    const digit = isField ? hiddenDigit(nativeEvent) : null;
    if (code === 'Escape' || leaves) close();
    else if (digit !== null) document.execCommand('insertText', false, digit);
    else if ((code === 'Enter' || code === 'NumpadEnter') && onEnter !== undefined && !isButton) {
      if (nativeEvent.repeat) return;
      onEnter();
    } else if (isField && isWriting(code)) return;
    else if (onKey?.(code) !== true) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={pressed}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button dialog-leave" onClick={close}>
          {counterText(language, 'cancel')} <kbd>Esc</kbd>
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** The digit of a keypad whose Num Lock is off: it moves a cursor elsewhere, here it is the digit all the same. */
function hiddenDigit({ code, key }: { code: string; key: string }): string | null {
  const digit = /^Numpad(\d)$/.exec(code)?.[1];
  return digit === undefined || key.length === 1 ? null : digit;
}

/** Keys that belong to a field: all but those that no text is written with. */
function isWriting(code: string): boolean {
  return !['ArrowUp', 'ArrowDown', 'NumpadAdd', 'NumpadSubtract', 'NumpadMultiply', 'NumpadDivide'].includes(
    code,
  );
}

/** What the digits of keyboard and keypad choose: 1 is the first; null for other keys. */
export function digitOf(code: string): number | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}
