// The officer's page: sign in, choose the counter, work.
import { LanguageSwitch, language } from '../language.tsx';
import './counter.css';
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { SessionAnswer } from '../../protocol/endpoints/office-endpoints.ts';
import type { CounterId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { FloorView } from '../../protocol/views/supervisor-view.ts';
import { SignedIn } from '../session.tsx';
import { counterText } from './counter-text.ts';
import { Desk } from './desk.tsx';

export function CounterPage() {
  return <SignedIn>{(session, signOut) => <ChosenCounter session={session} signOut={signOut} />}</SignedIn>;
}

type Props = { session: SessionAnswer; signOut: () => void };

function ChosenCounter({ session, signOut }: Props) {
  const wanted = new URLSearchParams(window.location.search).get('counter');
  const [counterId, setCounterId] = useState<string | null>(session.counterId ?? wanted);
  if (counterId !== null)
    return (
      <Desk
        counterId={counterId as CounterId}
        session={session}
        signOut={signOut}
        leave={() => setCounterId(null)}
      />
    );
  return <ChooseCounter session={session} signOut={signOut} choose={setCounterId} />;
}

function ChooseCounter({ session, signOut, choose }: Props & { choose: (id: string) => void }) {
  const [floor, setFloor] = useState<FloorView | null>(null);
  useEffect(() => {
    void ask<FloorView>('/api/v1/floor').then((asked) => asked.ok && setFloor(asked.body));
  }, []);
  const own = session.username.slice(-2);
  return (
    <main className="choose-counter">
      <header>
        <h1>{counterText(language, 'chooseCounter')}</h1>
        <p>
          {session.name} <LanguageSwitch />{' '}
          <button type="button" className="button" onClick={signOut}>
            {counterText(language, 'signOut')}
          </button>
        </p>
      </header>
      <ul>
        {floor?.counters.map((counter) => (
          <li key={counter.id}>
            <button
              type="button"
              className={counter.id.endsWith(own) ? 'button button-primary' : 'button'}
              onClick={() => choose(counter.id)}
            >
              <strong>{counterText(language, 'counter', { number: counter.number })}</strong>
              <span>{centreText(counter.name, language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
