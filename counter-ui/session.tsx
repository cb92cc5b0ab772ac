// Who is signed in at this browser, and the form to sign in where nobody is. Shared by every page of the staff.

import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { ask } from '../protocol/client/ask.ts';
import type { SessionAnswer } from '../protocol/endpoints/office-endpoints.ts';
import { counterText } from './counter/counter-text.ts';
import { LanguageSwitch, language } from './language.tsx';

type State = { readonly session: SessionAnswer | null; readonly asked: boolean };

/** Shows `children` to a signed-in member of staff, the form to everybody else. */
export function SignedIn({
  children,
}: {
  children: (session: SessionAnswer, signOut: () => void) => ReactNode;
}) {
  const [state, setState] = useState<State>({ session: null, asked: false });
  useEffect(() => {
    void ask<SessionAnswer>('/api/v1/session').then((asked) =>
      setState({ session: asked.ok ? asked.body : null, asked: true }),
    );
  }, []);
  const signOut = () =>
    void ask('/api/v1/session', { method: 'DELETE' }).then(() => setState({ session: null, asked: true }));
  if (!state.asked) return null;
  return state.session === null ? (
    <SignInForm signedIn={(session) => setState({ session, asked: true })} />
  ) : (
    children(state.session, signOut)
  );
}

function SignInForm({ signedIn }: { signedIn: (session: SessionAnswer) => void }) {
  const [wrong, setWrong] = useState<string | null>(null);
  const [isDemo, setDemo] = useState(false);
  useEffect(() => {
    void ask<{ demo: boolean }>('/api/v1/centre').then((asked) => setDemo(asked.ok && asked.body.demo));
  }, []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { username: String(form.get('username')), password: String(form.get('password')) };
    const asked = await ask<SessionAnswer>('/api/v1/session', { method: 'POST', body });
    if (asked.ok) signedIn(asked.body);
    else setWrong(asked.problem.title || counterText(language, 'notReached'));
  };
  return (
    <main className="sign-in">
      <form onSubmit={(event) => void submit(event)}>
        <h1>{counterText(language, 'signInTitle')}</h1>
        <label>
          {counterText(language, 'username')}
          <input name="username" autoComplete="username" autoCapitalize="none" required />
        </label>
        <label>
          {counterText(language, 'password')}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {wrong !== null && (
          <p className="sign-in-wrong" role="alert">
            {wrong}
          </p>
        )}
        <button type="submit" className="button button-primary">
          {counterText(language, 'signIn')}
        </button>
        {isDemo && <p className="sign-in-hint">{counterText(language, 'demoHint')}</p>}
        <LanguageSwitch />
      </form>
    </main>
  );
}
