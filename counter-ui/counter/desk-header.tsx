// The bar above the desk: which counter, who sits there, how the day goes, and what concerns the counter itself.
import type { SessionAnswer } from '../../protocol/endpoints/office-endpoints.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { CounterButtons } from './action-buttons.tsx';
import { counterText, hourText } from './counter-text.ts';
import type { Operator } from './use-operator.ts';

type Props = {
  readonly view: CounterView;
  readonly operator: Operator;
  readonly session: SessionAnswer;
  readonly linkLost: boolean;
  readonly signOut: () => void;
  readonly leave: () => void;
  readonly openCompact: () => void;
};

const soonMs = 30 * 60_000;

export function DeskHeader(props: Props) {
  const { view, operator, session, linkLost } = props;
  const { counter } = view;
  return (
    <header className="desk-header">
      <div className="desk-who">
        <h1 data-testid="counter-name">{counterText(language, 'counter', { number: counter.number })}</h1>
        <p>
          <span>{centreText(counter.name, language)}</span>
          <span className="desk-officer">{view.operator?.name ?? session.name}</span>
        </p>
      </div>
      <p className="desk-figures">
        <span className="desk-waiting">
          {counterText(language, 'waitingTotal', { count: view.waitingTotal })}
        </span>
        <span>{counterText(language, 'servedToday', { count: view.servedToday })}</span>
      </p>
      <div className="desk-header-buttons">
        <CounterButtons view={view} operator={operator} linkLost={linkLost} />
        <button type="button" className="button button-plain" onClick={() => operator.open('keys')}>
          {counterText(language, 'keysShort')} <kbd>?</kbd>
        </button>
        <button type="button" className="button button-plain" onClick={() => operator.open('settings')}>
          {counterText(language, 'settings')} <kbd>I</kbd>
        </button>
        <button type="button" className="button button-plain" onClick={props.openCompact}>
          {counterText(language, 'compact')} <kbd>V</kbd>
        </button>
        {counter.status === 'closed' && (
          <button type="button" className="button button-plain" onClick={props.leave}>
            {counterText(language, 'chooseCounter')}
          </button>
        )}
        <button type="button" className="button button-plain" onClick={props.signOut}>
          {counterText(language, 'signOut')}
        </button>
      </div>
    </header>
  );
}

/** What must not be overlooked: help is called, the session ends. */
export function DeskNotices({ view, hallTime }: { view: CounterView; hallTime: number }) {
  const { helpSince, sessionEndsAt, counter, servedOnlyHere, timeZone, actions } = view;
  const endsSoon =
    counter.status !== 'closed' && sessionEndsAt !== null && sessionEndsAt - hallTime <= soonMs;
  return (
    <>
      {helpSince !== null && (
        <p className="desk-notice desk-notice-help" role="status" data-testid="help-called">
          {counterText(language, 'helpCalled', { time: hourText(helpSince, timeZone) })} <kbd>H</kbd>
        </p>
      )}
      {endsSoon && (
        <p className="desk-notice" role="status" data-testid="session-ends">
          {counterText(language, 'sessionEnds', {
            time: hourText(sessionEndsAt, timeZone),
            count: servedOnlyHere,
          })}
          {actions.includes('close') && (
            <>
              {' '}
              {counterText(language, 'close')}: <kbd>X</kbd>
            </>
          )}
        </p>
      )}
    </>
  );
}
