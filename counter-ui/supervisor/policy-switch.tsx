// Switching a policy on: its promise and its warnings are said before the press that does it. Refused by the server where
// somebody else has edited the set-up since this page saw it.
import { useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { WaitBoundView } from '../../protocol/views/policy-trial.ts';
import type { Said } from './act.ts';
import { Panel } from './panel.tsx';
import { boundText, nameOf, tell } from './policies-text.ts';
import { Warnings } from './policy-card.tsx';

type Props = {
  policy: PolicyName;
  bound: WaitBoundView;
  revision: number;
  done: () => void;
  /** It was not done: what the page knows may be old. */
  refused: () => void;
  close: () => void;
};

export function PolicySwitch({ policy, bound, revision, done, refused, close }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const switchOn = async () => {
    setAsking(true);
    const body = { policy, revision };
    const asked = await ask<unknown>('/api/v1/dispatch-policy', { method: 'PUT', body });
    if (asked.ok) return done();
    setAsking(false);
    setSaid({ words: asked.problem.title || tell('notReached'), isBad: true });
    refused();
  };
  return (
    <Panel
      title={tell('switchTitle', { policy: nameOf(policy) })}
      opener={`[data-policy="${policy}"] input`}
      said={said}
      close={close}
    >
      <h3>{tell('bound')}</h3>
      <p>{boundText(bound)}</p>
      <h3>{tell('warning')}</h3>
      <Warnings policy={policy} />
      <p>{tell('switchHelp')}</p>
      <div className="panel-part">
        <button type="button" className="button" onClick={close}>
          {tell('cancel')}
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={isAsking}
          onClick={() => void switchOn()}
        >
          {tell('sure')}
        </button>
      </div>
    </Panel>
  );
}
