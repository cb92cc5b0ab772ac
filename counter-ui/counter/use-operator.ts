// Carries out what the officer presses: one command at a time, with an answer in words where it is refused, and the keys
// of the keyboard mapped to the same actions as the buttons.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Command } from '../../protocol/commands.ts';
import type { CommandAnswer } from '../../protocol/socket-names.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { actionOfKey, type Dialog, isAllowed, type OperatorAction } from '../actions/operator-actions.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import { commandOfScan } from './scanned-command.ts';

const messageForMs = 6_000;

export type Operator = {
  readonly busy: boolean;
  readonly message: string | null;
  readonly dialog: Dialog | null;
  send(command: Command): Promise<void>;
  take(action: OperatorAction): void;
  closeDialog(): void;
  /** A ticket's code was scanned: it is called, gone on with, or begun. */
  scanned(code: string, view: CounterView): void;
};

export function useOperator(
  view: CounterView | null,
  command: (command: Command) => Promise<CommandAnswer>,
): Operator {
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const underWay = useRef(false);
  const latest = useRef({ view, command, dialog });
  latest.current = { view, command, dialog };

  const send = useCallback(async (wanted: Command) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setMessage(null);
    setDialog(null);
    try {
      const answer = await latest.current.command(wanted);
      if (!answer.ok) setMessage(answer.problem.title || counterText(language, 'notReached'));
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }, []);
  const take = useCallback(
    (action: OperatorAction) => {
      const { view: now } = latest.current;
      if (now === null || !isAllowed(action, now)) return;
      const does = action.does(now);
      if ('ask' in does) setDialog(does.ask);
      else void send(does);
    },
    [send],
  );
  useEffect(() => {
    if (message === null) return;
    const timer = setTimeout(() => setMessage(null), messageForMs);
    return () => clearTimeout(timer);
  }, [message]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { view: now, dialog: open } = latest.current;
      if (open !== null) {
        if (event.code === 'Escape') setDialog(null);
        return;
      }
      if (
        now === null ||
        event.repeat ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey ||
        isTyping(event.target)
      )
        return;
      const action = actionOfKey(event.code, now);
      // Space and Enter must not press a focused button as well.
      if (action !== undefined || event.code === 'Space') event.preventDefault();
      if (action !== undefined) take(action);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [take]);
  const scanned: Operator['scanned'] = (code, now) => {
    const command = commandOfScan(code, now);
    if (command === null) setMessage(counterText(language, 'scannedUnknown'));
    else void send(command);
  };
  return { busy, message, dialog, send, take, scanned, closeDialog: () => setDialog(null) };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
