// One policy: what it is for, what it promises, what one must know before, whether it is in force.
import { useId } from 'react';
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { WaitBoundView } from '../../protocol/views/policy-trial.ts';
import { boundText, nameOf, tell, useOf, warningsOf } from './policies-text.ts';

type Props = {
  policy: PolicyName;
  bound: WaitBoundView;
  isInForce: boolean;
  isTicked: boolean;
  tick: () => void;
  switchOn: () => void;
};

export function PolicyCard({ policy, bound, isInForce, isTicked, tick, switchOn }: Props) {
  const name = useId();
  return (
    <article
      className={isInForce ? 'policy-card policy-card-in-force' : 'policy-card'}
      aria-labelledby={name}
      data-policy={policy}
    >
      <h2 id={name}>{nameOf(policy)}</h2>
      <dl>
        <dt>{tell('for')}</dt>
        <dd>{useOf(policy)}</dd>
        <dt>{tell('bound')}</dt>
        <dd>{boundText(bound)}</dd>
        <dt>{tell('warning')}</dt>
        <dd>
          <Warnings policy={policy} />
        </dd>
      </dl>
      <footer>
        <label>
          <input type="checkbox" name={policy} checked={isTicked} onChange={tick} aria-describedby={name} />
          {tell('compare')}
        </label>
        {isInForce ? (
          <strong className="policy-in-force">✓ {tell('inForce')}</strong>
        ) : (
          <button type="button" className="button button-small" aria-describedby={name} onClick={switchOn}>
            {tell('switchOn')}
          </button>
        )}
      </footer>
    </article>
  );
}

export function Warnings({ policy }: { policy: PolicyName }) {
  const warnings = warningsOf(policy);
  if (warnings.length === 0) return <p>{tell('noWarning')}</p>;
  return (
    <ul className="policy-warnings">
      {warnings.map((warning) => (
        <li key={warning}>⚠ {warning}</li>
      ))}
    </ul>
  );
}
