// One object per operator action: its words, its key, when it is offered, and the command it gives. Button and key take
// this one road; whether it is allowed now is said by the view.
import type { Command, CounterAction } from '../../protocol/commands.ts';
import type { counterVi } from '../../protocol/locales/vi/counter.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';

export type CounterText = keyof typeof counterVi;
export type Dialog = 'transfer' | 'park' | 'pause';
export type OperatorAction = {
  readonly id: string;
  /** What the view must allow. */
  readonly needs: CounterAction;
  readonly label: (view: CounterView) => CounterText;
  /** `KeyboardEvent.code`, and how the hint writes it. */
  readonly key: { readonly code: string; readonly hint: string } | null;
  readonly rank: 'primary' | 'normal' | 'counter';
  /** The command, or the dialog that asks for what the command needs. */
  readonly does: (view: CounterView) => Command | { readonly ask: Dialog };
};

const counterId = (view: CounterView) => view.counter.id;
/** The ticket that the officer saw when pressing: a press meant for another one is refused. */
const shown = (view: CounterView) => (view.ticket === null ? {} : { ticketId: view.ticket.id });

export const operatorActions: readonly OperatorAction[] = [
  {
    id: 'next',
    needs: 'call-next',
    label: (view) => (view.ticket?.status === 'serving' ? 'finishAndNext' : 'next'),
    key: { code: 'Space', hint: 'Space' },
    rank: 'primary',
    does: (view) => ({
      type: 'call-next',
      counterId: counterId(view),
      ...(view.ticket?.status === 'serving' ? { finishPresent: view.ticket.id } : {}),
    }),
  },
  {
    id: 'start',
    needs: 'start',
    label: () => 'start',
    key: { code: 'KeyS', hint: 'S' },
    rank: 'normal',
    does: (view) => ({ type: 'start-service', counterId: counterId(view), ...shown(view) }),
  },
  {
    id: 'finish',
    needs: 'finish',
    label: () => 'finish',
    key: { code: 'Enter', hint: 'Enter' },
    rank: 'primary',
    does: (view) => ({ type: 'finish-service', counterId: counterId(view), ...shown(view) }),
  },
  {
    id: 'recall',
    needs: 'recall',
    label: () => 'recall',
    key: { code: 'KeyR', hint: 'R' },
    rank: 'normal',
    does: (view) => ({ type: 'recall-ticket', counterId: counterId(view), ...shown(view) }),
  },
  {
    id: 'no-show',
    needs: 'no-show',
    label: () => 'noShow',
    key: { code: 'KeyA', hint: 'A' },
    rank: 'normal',
    does: (view) => ({ type: 'mark-no-show', counterId: counterId(view), ...shown(view) }),
  },
  {
    id: 'park',
    needs: 'park',
    label: () => 'park',
    key: { code: 'KeyP', hint: 'P' },
    rank: 'normal',
    does: () => ({ ask: 'park' }),
  },
  {
    id: 'transfer',
    needs: 'transfer',
    label: () => 'transfer',
    key: { code: 'KeyT', hint: 'T' },
    rank: 'normal',
    does: () => ({ ask: 'transfer' }),
  },
  {
    id: 'open',
    needs: 'open',
    label: () => 'open',
    key: { code: 'KeyO', hint: 'O' },
    rank: 'counter',
    does: (view) => ({ type: 'open-counter', counterId: counterId(view) }),
  },
  {
    id: 'pause',
    needs: 'pause',
    label: () => 'pause',
    key: { code: 'KeyB', hint: 'B' },
    rank: 'counter',
    does: () => ({ ask: 'pause' }),
  },
  {
    id: 'resume',
    needs: 'resume',
    label: () => 'resume',
    key: { code: 'KeyB', hint: 'B' },
    rank: 'counter',
    does: (view) => ({ type: 'resume-counter', counterId: counterId(view) }),
  },
  {
    id: 'close',
    needs: 'close',
    label: () => 'close',
    key: null,
    rank: 'counter',
    does: (view) => ({ type: 'close-counter', counterId: counterId(view) }),
  },
];

export function isAllowed(action: OperatorAction, view: CounterView): boolean {
  return view.actions.includes(action.needs);
}

/** The action of a key, if it is allowed now. */
export function actionOfKey(code: string, view: CounterView): OperatorAction | undefined {
  const key = code === 'NumpadEnter' ? 'Enter' : code;
  return operatorActions.find((action) => action.key?.code === key && isAllowed(action, view));
}
