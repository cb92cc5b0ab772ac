// Two at one counter: another tab of this browser, or another person. Whoever came first steps back and is told; one key, or
// one question more where it is another person's, settles it.
import { useEffect, useRef, useState } from 'react';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { pressedCode } from '../actions/pressed-code.ts';
import { language } from '../language.tsx';
import { counterText, hourText } from './counter-text.ts';
import type { Operator } from './use-operator.ts';

/** Another tab has this counter now. */
export function OtherTab({ view, takeBack }: { view: CounterView; takeBack: () => void }) {
  useEnter(takeBack);
  return (
    <main className="stepped-back" data-testid="other-tab">
      <h1>{counterText(language, 'counter', { number: view.counter.number })}</h1>
      <p>{counterText(language, 'otherTab')}</p>
      <button type="button" className="button button-primary desk-primary" onClick={takeBack}>
        {counterText(language, 'useHere')} <kbd>Enter</kbd>
      </button>
    </main>
  );
}

type Props = {
  readonly view: CounterView;
  readonly operator: Operator;
  /** Whether this person held it a moment ago. */
  readonly wasMine: boolean;
  readonly leave: () => void;
};

/** Another person holds the counter. */
export function HeldByOther({ view, operator, wasMine, leave }: Props) {
  const { counter, operator: holder, ticket, timeZone } = view;
  const [sure, setSure] = useState(false);
  const takeOver = () => {
    if (sure) void operator.send({ type: 'take-over-counter', counterId: counter.id });
    else setSure(true);
  };
  useEnter(takeOver);
  const facts = {
    name: holder?.name ?? '',
    time: holder === null ? '' : hourText(holder.since, timeZone),
    number: counter.number,
  };
  return (
    <main className="stepped-back" data-testid="held-by-other">
      <h1>
        {counterText(language, 'counter', { number: counter.number })} · {centreText(counter.name, language)}
      </h1>
      <p role="status">{counterText(language, wasMine ? 'takenFromYou' : 'heldBy', facts)}</p>
      <p className="hand-detail">
        {ticket === null
          ? counterText(language, 'noTicket')
          : counterText(language, 'hasInHand', { ticket: ticket.number })}
      </p>
      {sure && <p className="stepped-sure">{counterText(language, 'takeOverSure', facts)}</p>}
      <div className="stepped-buttons">
        <button
          type="button"
          className="button button-primary desk-primary"
          data-action="take-over"
          disabled={operator.busy !== null}
          onClick={takeOver}
        >
          {counterText(language, sure ? 'takeOverYes' : 'takeOver')} <kbd>Enter</kbd>
        </button>
        <button type="button" className="button" onClick={sure ? () => setSure(false) : leave}>
          {counterText(language, sure ? 'cancel' : 'chooseCounter')}
        </button>
      </div>
      <p className="desk-message" role="status" data-testid="message">
        {operator.message}
      </p>
    </main>
  );
}

/** Enter, on either side of the keyboard, wherever the focus is but on a button. */
function useEnter(done: () => void): void {
  const latest = useRef(done);
  latest.current = done;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const code = pressedCode(event);
      if (event.repeat || (code !== 'Enter' && code !== 'NumpadEnter')) return;
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
