// The counter on a card: number, state, time, and the few buttons of the one-key flow. What must ask for something is done in
// the page itself.
import { useEffect } from 'react';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { operatorActions } from '../actions/action-table.ts';
import { mainActions } from '../actions/operator-actions.ts';
import { language } from '../language.tsx';
import { ActionButton } from './action-buttons.tsx';
import { counterText, runningText } from './counter-text.ts';
import type { DeskKeys } from './use-desk-keys.ts';
import type { Operator } from './use-operator.ts';

type Props = {
  readonly view: CounterView;
  readonly operator: Operator;
  readonly hallTime: number;
  readonly linkLost: boolean;
  /** The window that the card is in, and the keys that work there too. */
  readonly shownIn: Window;
  readonly keys: DeskKeys;
};

export function CompactCard({ view, operator, hallTime, linkLost, shownIn, keys }: Props) {
  const { ticket, counter, undo } = view;
  useEffect(() => {
    shownIn.addEventListener('keydown', keys);
    return () => shownIn.removeEventListener('keydown', keys);
  }, [shownIn, keys]);
  const main = mainActions(view, operator.moment);
  const few = [
    ...main,
    ...operatorActions.filter(({ id }) => ['recall', 'no-show'].includes(id) && ticket?.status === 'called'),
  ];
  return (
    <main className="compact" data-testid="compact">
      <div className="compact-state">
        <h1>{counterText(language, 'counter', { number: counter.number })}</h1>
        {ticket !== null && (
          <>
            <span className={`state state-${ticket.status}`}>
              {counterText(language, ticket.status === 'called' ? 'called' : 'serving')}
            </span>
            <span>{runningText(hallTime - (ticket.startedAt ?? ticket.calledAt))}</span>
          </>
        )}
        <span className="compact-waiting">
          {counterText(language, 'waitingTotal', { count: view.waitingTotal })}
        </span>
      </div>
      <p className="compact-number">
        {ticket?.number ??
          counterText(
            language,
            counter.status === 'closed'
              ? 'closedCounter'
              : counter.status === 'paused'
                ? 'pausedCounter'
                : 'noTicket',
          )}
      </p>
      {ticket !== null && <p className="compact-service">{centreText(ticket.serviceName, language)}</p>}
      <div className="compact-buttons">
        {few.map((action, index) => (
          <ActionButton
            key={action.id}
            action={action}
            look={index === 0 ? 'button-primary' : ''}
            view={view}
            operator={operator}
            linkLost={linkLost}
          />
        ))}
      </div>
      <p className="compact-said" role="status">
        {operator.dialog === null
          ? (operator.message ??
            (undo !== null && undo.until > operator.moment.at
              ? `${counterText(language, `undo-${undo.step}`, { number: undo.number })} (Z)`
              : ''))
          : counterText(language, 'askedInPage')}
      </p>
    </main>
  );
}
