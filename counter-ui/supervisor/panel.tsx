// A panel over the page: the keyboard stays in it until it is closed with Esc or its button, and goes back to where it was.
import './panel.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Said } from './act.ts';
import { say } from './supervisor-text.ts';

export function Panel({
  title,
  opener,
  said,
  close,
  children,
}: {
  title: string;
  /** What stands for the panel on the page, as a selector: it has the keyboard again where what had it is gone. */
  opener: string;
  said: Said | null;
  close: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (shown?.open === false) shown.showModal();
    return () => {
      shown?.close();
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      const home = isThere ? before : document.querySelector<HTMLElement>(opener);
      home?.focus();
    };
  }, [opener]);
  return (
    <dialog
      ref={dialog}
      className="floor-panel"
      aria-labelledby={heading}
      onCancel={close}
      data-testid="panel"
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" className="button button-small" aria-label={say('closePanel')} onClick={close}>
          ✕
        </button>
      </header>
      <SaidLine said={said} />
      {children}
    </dialog>
  );
}

export function SaidLine({ said }: { said: Said | null }) {
  return (
    <p
      className={said?.isBad === true ? 'floor-said floor-said-bad' : 'floor-said'}
      role={said?.isBad === true ? 'alert' : 'status'}
      data-testid="said"
    >
      {said === null ? '' : `${said.isBad ? '⚠' : '✓'} ${said.words}`}
    </p>
  );
}
