// Trying other policies on a recorded day, and switching one on after its warning has been read. What a day would have been
// is reckoned by the server; which policy is better is left to whoever reads the figures.
import './policies.css';
import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { PoliciesInForce } from '../../protocol/endpoints/policy-endpoints.ts';
import type { Role } from '../../protocol/setup-schema.ts';
import { OfficeHeader } from '../office/office-header.tsx';
import { SignedIn } from '../session.tsx';
import type { Said } from './act.ts';
import { SaidLine } from './panel.tsx';
import { nameOf, tell } from './policies-text.ts';
import { PolicyCard } from './policy-card.tsx';
import { PolicySwitch } from './policy-switch.tsx';
import { TrialTable } from './policy-table.tsx';
import { Readers } from './readers.tsx';
import { TrialDay } from './trial-day.tsx';
import { useTitle } from './use-alarm-sound.ts';
import { useTrial } from './use-trial.ts';

const readers: readonly Role[] = ['supervisor', 'technician'];

export function PoliciesPage() {
  useTitle(tell('title'), 0);
  return (
    <SignedIn>
      {(session, signOut) => (
        <>
          <OfficeHeader {...{ name: session.name, roles: session.roles, signOut }} />
          <Readers roles={session.roles} may={readers}>
            <Policies />
          </Readers>
        </>
      )}
    </SignedIn>
  );
}

function Policies() {
  const [known, setKnown] = useState<PoliciesInForce | null>(null);
  const [ticked, setTicked] = useState<readonly PolicyName[]>([]);
  const [wanted, setWanted] = useState<PolicyName | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const trial = useTrial();
  const load = useCallback(async () => {
    const asked = await ask<PoliciesInForce>('/api/v1/dispatch-policy');
    if (!asked.ok) return setSaid({ words: asked.problem.title || tell('notReached'), isBad: true });
    setKnown(asked.body);
    // Another is compared with the one in force.
    setTicked((before) => (before.length === 0 ? [asked.body.inForce] : before));
  }, []);
  useEffect(() => void load(), [load]);
  const switched = async (policy: PolicyName) => {
    // Before the panel closes: its card has another button then, and the keyboard goes where it stays.
    await load();
    setSaid({ words: tell('switched', { policy: nameOf(policy) }), isBad: false });
    setWanted(null);
  };
  const asked = known?.policies.find(({ policy }) => policy === wanted);
  const inOrder = known?.policies.map(({ policy }) => policy).filter((each) => ticked.includes(each)) ?? [];
  return (
    <div className="policies">
      <h1>{tell('title')}</h1>
      <p className="policies-purpose">{tell('purpose')}</p>
      <SaidLine said={said} />
      <fieldset className="policy-cards">
        <legend>{tell('choose')}</legend>
        {known?.policies.map(({ policy, bound }) => (
          <PolicyCard
            key={policy}
            {...{ policy, bound, isInForce: policy === known.inForce, isTicked: ticked.includes(policy) }}
            tick={() =>
              setTicked((before) =>
                before.includes(policy) ? before.filter((each) => each !== policy) : [...before, policy],
              )
            }
            switchOn={() => setWanted(policy)}
          />
        ))}
      </fieldset>
      <TrialDay policies={inOrder} trial={trial} />
      {trial.tried !== null && <TrialTable tried={trial.tried} inForce={known?.inForce ?? null} />}
      {known !== null && asked !== undefined && (
        <PolicySwitch
          {...{ policy: asked.policy, bound: asked.bound, revision: known.revision }}
          done={() => void switched(asked.policy)}
          refused={() => void load()}
          close={() => setWanted(null)}
        />
      )}
    </div>
  );
}
