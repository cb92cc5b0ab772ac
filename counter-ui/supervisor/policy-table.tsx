// The policies side by side: a column each; waits by kind of visit, fairness, and by service on request.
import { useEffect, useRef } from 'react';
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { Tried } from '../../protocol/endpoints/policy-endpoints.ts';
import {
  type PolicyTrial,
  type TrialWaits,
  type VisitKind,
  visitKinds,
} from '../../protocol/views/policy-trial.ts';
import { dayText, kindText, minutesFigure, nameOf, shareFigure, tell } from './policies-text.ts';
import { own } from './supervisor-text.ts';

type Props = { tried: Tried; inForce: PolicyName | null };
const minutesOf = (read: (waits: TrialWaits) => number) => (waits: TrialWaits) =>
  waits.called === 0 ? '–' : minutesFigure(read(waits));
/** Who was never called has no wait: it must not look like a short one. */
function countText({ visitors, called }: TrialWaits): string {
  return called === visitors ? String(visitors) : tell('countCalled', { visitors, called });
}
const waitRows = [
  ['count', countText],
  ['mean', minutesOf(({ meanMs }) => meanMs)],
  ['median', minutesOf(({ medianMs }) => medianMs)],
  ['p95', minutesOf(({ p95Ms }) => p95Ms)],
  ['worst', minutesOf(({ worstMs }) => worstMs)],
  ['overPromise', ({ overPromiseShare }: TrialWaits) => shareFigure(overPromiseShare)],
] as const;
const dayRows = [
  ['passedMost', ({ passedMost }: PolicyTrial) => String(passedMost)],
  ['unserved', ({ unserved }: PolicyTrial) => String(unserved)],
  ['idle', ({ idleShare }: PolicyTrial) => shareFigure(idleShare)],
] as const;

export function TrialTable({ tried, inForce }: Props) {
  const { day, visits, leftOut, trials } = tried;
  const heading = useRef<HTMLHeadingElement>(null);
  // Results stand below the policies: whoever asked for them is taken there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each trial
  useEffect(() => heading.current?.focus(), [tried]);
  const title = tell('results', { day: dayText(day), visits });
  return (
    <section className="trial" aria-label={title} data-testid="trial">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p className="floor-note">{tell('reckoned')}</p>
      {leftOut > 0 && <p>⚠ {tell('leftOut', { count: leftOut })}</p>}
      <table>
        <Heads {...{ trials, inForce }} first={tell('measure')} />
        {visitKinds.map((kind) => (
          <KindRows key={kind} {...{ kind, trials }} />
        ))}
        <tbody>
          <GroupHead words={tell('fairness')} columns={trials.length} />
          {dayRows.map(([word, read]) => (
            <tr key={word} data-row={word}>
              <th scope="row">{tell(word)}</th>
              {trials.map((trial) => (
                <td key={trial.policy}>{read(trial)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{tell('byService')}</summary>
        <p className="floor-note">{tell('serviceHelp')}</p>
        <ServiceTable {...{ trials, inForce }} />
      </details>
    </section>
  );
}

function Heads({
  trials,
  inForce,
  first,
}: Pick<Tried, 'trials'> & Pick<Props, 'inForce'> & { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {trials.map(({ policy }) => (
          <th key={policy} scope="col">
            {nameOf(policy)}
            {policy === inForce && <em> ({tell('inForce')})</em>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function GroupHead({ words, columns }: { words: string; columns: number }) {
  return (
    <tr className="trial-group">
      <th scope="rowgroup" colSpan={columns + 1}>
        {words}
      </th>
    </tr>
  );
}

function KindRows({ kind, trials }: { kind: VisitKind; trials: readonly PolicyTrial[] }) {
  const isEmpty = trials.every(({ kinds }) => kinds[kind].visitors === 0);
  return (
    <tbody>
      <GroupHead
        words={isEmpty ? `${kindText(kind)}: ${tell('nobody')}` : kindText(kind)}
        columns={trials.length}
      />
      {!isEmpty &&
        waitRows.map(([word, read]) => (
          <tr key={word} data-row={`${kind}-${word}`}>
            <th scope="row">{tell(word)}</th>
            {trials.map(({ policy, kinds }) => (
              <td key={policy}>{read(kinds[kind])}</td>
            ))}
          </tr>
        ))}
    </tbody>
  );
}

function ServiceTable({ trials, inForce }: Pick<Tried, 'trials'> & Pick<Props, 'inForce'>) {
  const services = new Map(
    trials.flatMap((trial) => trial.services.map(({ serviceId, name }) => [serviceId, name] as const)),
  );
  const cell = ({ services: of }: PolicyTrial, serviceId: string) => {
    const waits = of.find((each) => each.serviceId === serviceId)?.waits;
    if (waits === undefined || waits.called === 0) return '–';
    const [mean, p95, worst] = [waits.meanMs, waits.p95Ms, waits.worstMs].map(minutesFigure);
    return tell('serviceCell', { mean: mean ?? '', p95: p95 ?? '', worst: worst ?? '' });
  };
  return (
    <table>
      <Heads {...{ trials, inForce }} first={tell('service')} />
      <tbody>
        {[...services].map(([serviceId, name]) => (
          <tr key={serviceId}>
            <th scope="row">{own(name)}</th>
            {trials.map((trial) => (
              <td key={trial.policy}>{cell(trial, serviceId)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
