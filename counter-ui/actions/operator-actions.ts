// One object per operator action: its words, its keys, when it is offered, and the command it gives. Button, key and keypad
// take this one road; whether it is allowed now is said by the view. The table itself is in action-table.ts.
import type { Command, CounterAction } from '../../protocol/commands.ts';
import type { counterVi } from '../../protocol/locales/vi/counter.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { operatorActions } from './action-table.ts';

export type CounterText = keyof typeof counterVi;
/** What an action asks before it can be done. */
export type Dialog = 'arrival' | 'number' | 'transfer' | 'park' | 'pause' | 'continue' | 'ending' | 'close';
/** `KeyboardEvent.code`, and how the hint writes it. */
export type Key = { readonly code: string; readonly hint: string };
/** What the screen knows beyond the view. */
export type Moment = {
  /** Whether the officer says that somebody has come before the service begins. */
  readonly confirmsArrival: boolean;
  /** The hall's time, epoch ms. */
  readonly at: number;
};
export type Deed =
  | Command
  | { readonly ask: Dialog }
  /** One after another, each only where the one before it was accepted. */
  | { readonly steps: readonly Command[] };
export type OperatorAction = {
  readonly id: string;
  /** What the view must allow: one of these. */
  readonly needs: readonly [CounterAction, ...CounterAction[]];
  /** Held back by this screen, though the floor would allow it. */
  readonly unless?: (view: CounterView, moment: Moment) => boolean;
  readonly label: (view: CounterView, moment: Moment) => CounterText;
  /** The first is written on the button; the others do the same. */
  readonly keys: readonly Key[];
  /** On a numeric keypad. */
  readonly pad: Key | null;
  readonly rank: 'work' | 'more' | 'counter';
  readonly does: (view: CounterView, moment: Moment) => Deed;
};

export function isAllowed(action: OperatorAction, view: CounterView, moment: Moment): boolean {
  return action.needs.some((need) => view.actions.includes(need)) && action.unless?.(view, moment) !== true;
}

/** The action of a key, if it is allowed now. */
export function actionOfKey(code: string, view: CounterView, moment: Moment): OperatorAction | undefined {
  return operatorActions.find(
    (action) =>
      (action.pad?.code === code || action.keys.some((key) => key.code === code)) &&
      isAllowed(action, view, moment),
  );
}

/** The one thing to be done now, which has the large button, and what stands beside it. */
export function mainActions({ ticket, counter }: CounterView, { confirmsArrival }: Moment): OperatorAction[] {
  const ids = (): readonly string[] => {
    if (counter.status === 'closed') return ['open'];
    if (counter.status === 'paused') return ['resume'];
    if (ticket === null) return ['next'];
    if (ticket.status === 'serving') return ['next', 'finish'];
    return confirmsArrival ? ['start', 'next'] : ['next', 'start'];
  };
  return ids().flatMap((id) => operatorActions.filter((action) => action.id === id));
}
