// The counter at work: the ticket in hand, the actions allowed now, who waits and who is parked.
import { useEffect } from 'react';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useHallTime, useLiveView, useNewerVersion } from '../../protocol/client/use-live-view.ts';
import { useWedgeScanner } from '../../protocol/client/use-wedge-scanner.ts';
import type { SessionAnswer } from '../../protocol/endpoints/office-endpoints.ts';
import type { CounterId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { isAllowed, type OperatorAction, operatorActions } from '../actions/operator-actions.ts';
import { LanguageSwitch, language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import { DeskDialog } from './desk-dialogs.tsx';
import { InHand } from './in-hand.tsx';
import { Parked, Waiting } from './queues.tsx';
import { type Operator, useOperator } from './use-operator.ts';

type Props = { counterId: CounterId; session: SessionAnswer; signOut: () => void; leave: () => void };

export function Desk({ counterId, session, signOut, leave }: Props) {
  const live = useLiveView<'counter'>({ view: 'counter', counterId });
  const operator = useOperator(live.body, live.command);
  const hallTime = useHallTime(live.clockOffsetMs);
  useWedgeScanner((code) => live.body !== null && operator.scanned(code, live.body));
  useNewerVersion(live.newerVersion, live.body?.ticket === null);
  const view = live.body;
  const signedOut = live.problem?.status === 401;
  useEffect(() => {
    if (signedOut) signOut();
  }, [signedOut, signOut]);
  if (view === null)
    return live.problem === null ? (
      <NoViewYet problem={null} kind="hall" />
    ) : (
      <p className="desk-refused">{live.problem.title}</p>
    );
  return (
    <div className="desk">
      <header className="desk-header">
        <div>
          <strong data-testid="counter-name">
            {counterText(language, 'counter', { number: view.counter.number })}
          </strong>{' '}
          <span>{centreText(view.counter.name, language)}</span>
        </div>
        <p>
          {counterText(language, 'waitingTotal', { count: view.waitingTotal })} ·{' '}
          {counterText(language, 'servedToday', { count: view.servedToday })}
        </p>
        <div className="desk-header-buttons">
          <Buttons rank="counter" view={view} operator={operator} />
          <span>{view.operator?.name ?? session.name}</span>
          {view.counter.status === 'closed' && (
            <button type="button" className="button" onClick={leave}>
              {counterText(language, 'chooseCounter')}
            </button>
          )}
          <LanguageSwitch />
          <button type="button" className="button" onClick={signOut}>
            {counterText(language, 'signOut')}
          </button>
        </div>
      </header>
      <main className="desk-main">
        <section className="desk-hand">
          <InHand view={view} hallTime={hallTime} />
          <div className="desk-actions">
            <Buttons rank="primary" view={view} operator={operator} />
            <Buttons rank="normal" view={view} operator={operator} />
          </div>
          <p className="desk-message" role="status" data-testid="message">
            {operator.message}
          </p>
        </section>
        <aside className="desk-queues">
          <Waiting view={view} hallTime={hallTime} operator={operator} />
          <Parked view={view} operator={operator} />
        </aside>
      </main>
      {operator.dialog !== null && <DeskDialog kind={operator.dialog} view={view} operator={operator} />}
      <OutOfDate when={live.outOfDate} />
    </div>
  );
}

function Buttons({
  rank,
  view,
  operator,
}: {
  rank: OperatorAction['rank'];
  view: CounterView;
  operator: Operator;
}) {
  const actions = operatorActions.filter(
    (action) => action.rank === rank && (rank !== 'counter' || isAllowed(action, view)),
  );
  return actions.map((action) => (
    <button
      key={action.id}
      type="button"
      className={rank === 'primary' ? 'button button-primary desk-primary' : 'button'}
      disabled={operator.busy || !isAllowed(action, view)}
      data-action={action.id}
      onClick={() => operator.take(action)}
    >
      {counterText(language, action.label(view))} {action.key !== null && <kbd>{action.key.hint}</kbd>}
    </button>
  ));
}
