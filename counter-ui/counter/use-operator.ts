// Carries out what the officer presses: one thing at a time, with an answer in words where it is refused, or the dialog that
// asks for what is missing.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Command } from '../../protocol/commands.ts';
import type { CommandAnswer } from '../../protocol/socket-names.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { type Dialog, isAllowed, type Moment, type OperatorAction } from '../actions/operator-actions.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import { commandOfScan } from './scanned-command.ts';

const messageForMs = 6_000;

export type DeskDialog = Dialog | 'keys' | 'settings';
export type Operator = {
  /** What is under way: the type of its command; null where nothing is. */
  readonly busy: Command['type'] | null;
  readonly message: string | null;
  readonly dialog: DeskDialog | null;
  /** What was typed before the dialog opened: the first digit of a chosen number. */
  readonly typed: string;
  readonly moment: Moment;
  send(...commands: readonly Command[]): Promise<void>;
  take(action: OperatorAction): void;
  open(dialog: DeskDialog, typed?: string): void;
  closeDialog(): void;
  say(message: string): void;
  /** A ticket's code was scanned: it is called, gone on with, or begun. */
  scanned(code: string, view: CounterView): void;
};

export function useOperator(
  view: CounterView | null,
  command: (command: Command) => Promise<CommandAnswer>,
  moment: Moment,
): Operator {
  const [busy, setBusy] = useState<Command['type'] | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [dialog, setDialog] = useState<{ kind: DeskDialog; typed: string; ticketId: string | null } | null>(
    null,
  );
  const underWay = useRef(false);
  const latest = useRef({ view, command, moment });
  latest.current = { view, command, moment };

  const send = useCallback(async (...wanted: readonly Command[]) => {
    if (underWay.current) return;
    underWay.current = true;
    setMessage(null);
    setDialog(null);
    try {
      for (const each of wanted) {
        setBusy(each.type);
        const answer = await latest.current.command(each);
        if (answer.ok) continue;
        setMessage(answer.problem.title || counterText(language, 'notReached'));
        break;
      }
    } finally {
      underWay.current = false;
      setBusy(null);
    }
  }, []);
  const take = useCallback(
    (action: OperatorAction) => {
      const { view: now, moment: then } = latest.current;
      if (now === null || !isAllowed(action, now, then)) return;
      const does = action.does(now, then);
      if ('ask' in does) setDialog({ kind: does.ask, typed: '', ticketId: now.ticket?.id ?? null });
      else if ('steps' in does) void send(...does.steps);
      else void send(does);
    },
    [send],
  );
  useEffect(() => {
    if (message === null) return;
    const timer = setTimeout(() => setMessage(null), messageForMs);
    return () => clearTimeout(timer);
  }, [message]);
  const stands = view !== null && dialog !== null && standsOpen(dialog.kind, dialog.ticketId, view);
  useEffect(() => {
    if (dialog !== null && !stands) setDialog(null);
  }, [dialog, stands]);
  const scanned: Operator['scanned'] = (code, now) => {
    const found = commandOfScan(code, now);
    if (found === null) setMessage(counterText(language, 'scannedUnknown'));
    else void send(found);
  };
  const open = useCallback(
    (kind: DeskDialog, typed = '') =>
      setDialog({ kind, typed, ticketId: latest.current.view?.ticket?.id ?? null }),
    [],
  );
  return {
    ...{ busy, message, dialog: stands ? (dialog?.kind ?? null) : null, typed: dialog?.typed ?? '', moment },
    ...{ send, take, open, say: setMessage, scanned },
    closeDialog: useCallback(() => setDialog(null), []),
  };
}

const aboutTheTicket: readonly DeskDialog[] = ['transfer', 'park', 'continue', 'ending'];

/** A dialog about a ticket ends with it: a pad, a scanner or another person may have gone on meanwhile. */
function standsOpen(kind: DeskDialog, ticketId: string | null, { ticket, counter }: CounterView): boolean {
  if (kind === 'arrival') return ticket?.id === ticketId && ticket?.status === 'called';
  if (kind === 'pause' || kind === 'close') return counter.status !== 'closed' && ticket === null;
  return !aboutTheTicket.includes(kind) || ticket?.id === ticketId;
}
