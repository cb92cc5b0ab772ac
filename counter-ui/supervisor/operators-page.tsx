// One officer's day, with care: no ranking, no list of persons by figures, nothing where there is too little to say.
import './operators.css';
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { OperatorDay } from '../../protocol/endpoints/supervision-endpoints.ts';
import type { BusinessDay } from '../../protocol/ids.ts';
import { operatorsEn } from '../../protocol/locales/en/operators.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { operatorsVi } from '../../protocol/locales/vi/operators.ts';
import type { Role } from '../../protocol/setup-schema.ts';
import { runningText } from '../counter/counter-text.ts';
import { language } from '../language.tsx';
import { OfficeHeader } from '../office/office-header.tsx';
import { SignedIn } from '../session.tsx';
import { Readers } from './readers.tsx';
import { own } from './supervisor-text.ts';
import { useTitle } from './use-alarm-sound.ts';

const page = textPage(operatorsVi, operatorsEn);
const text = (word: keyof typeof operatorsVi, params: Record<string, string | number> = {}) =>
  page(language, word, params);
const readers: readonly Role[] = ['supervisor', 'operator'];
type Operators = { readonly operators: readonly OperatorDay['operator'][]; readonly today: BusinessDay };

export function OperatorsPage() {
  useTitle(text('title'), 0);
  return (
    <SignedIn>
      {(session, signOut) => (
        <>
          <OfficeHeader {...{ name: session.name, roles: session.roles, signOut }} />
          <Readers roles={session.roles} may={readers}>
            <ChosenOperator />
          </Readers>
        </>
      )}
    </SignedIn>
  );
}

function ChosenOperator() {
  const [known, setKnown] = useState<Operators | null>(null);
  const [chosen, setChosen] = useState('');
  const [day, setDay] = useState('');
  const [seen, setSeen] = useState<OperatorDay | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    void ask<Operators>('/api/v1/operators').then((asked) => {
      if (!asked.ok) return setWrong(asked.problem.title);
      const { operators, today } = asked.body;
      setKnown(asked.body);
      setDay(today);
      // Who may see only the own day has nothing to choose.
      if (operators.length === 1) setChosen(operators[0]?.id ?? '');
    });
  }, []);
  useEffect(() => {
    if (chosen === '' || day === '') return;
    let isWanted = true;
    setSeen(null);
    void ask<OperatorDay>(`/api/v1/operators/${chosen}/day?day=${day}`).then((asked) => {
      if (!isWanted) return;
      setSeen(asked.ok ? asked.body : null);
      setWrong(asked.ok ? null : asked.problem.title);
    });
    return () => {
      isWanted = false;
    };
  }, [chosen, day]);
  return (
    <div className="operator-day">
      <h1>{text('title')}</h1>
      <p className="operator-purpose">
        {text('purpose')} {text('whoSees')}
      </p>
      <div className="operator-choice">
        <label>
          {text('operator')}
          <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{text('choose')}</option>
            {known?.operators.map(({ id, name, unit }) => (
              <option key={id} value={id}>
                {unit === '' ? name : `${name} – ${unit}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text('day')}
          <input
            type="date"
            value={day}
            max={known?.today}
            onChange={(event) => event.target.value !== '' && setDay(event.target.value)}
          />
        </label>
      </div>
      {wrong !== null && <p role="alert">{wrong}</p>}
      {seen !== null && <Day seen={seen} />}
    </div>
  );
}

function Day({ seen }: { seen: OperatorDay }) {
  const { operator, served, noShows, atCountersMs, services, pauses, outcomes } = seen;
  return (
    <section aria-label={operator.name} data-testid="operator-day">
      <h2>{operator.name}</h2>
      <dl className="operator-figures">
        {(
          [
            ['served', served],
            ['noShows', noShows],
            ['atCounters', spanText(atCountersMs)],
          ] as const
        ).map(([word, figure]) => (
          <div key={word}>
            <dt>{text(word)}</dt>
            <dd data-figure={word}>{figure}</dd>
          </div>
        ))}
      </dl>
      <h3>{text('services')}</h3>
      {services.length === 0 ? <p>{text('nothing')}</p> : <Services seen={seen} />}
      <h3>{text('pauses')}</h3>
      {pauses.length === 0 && <p>{text('noPauses')}</p>}
      <ul>
        {pauses.map(({ reason, times, totalMs }) => (
          <li key={reason.vi}>
            {own(reason)}: {text('pauseTimes', { times, time: spanText(totalMs) })}
          </li>
        ))}
      </ul>
      <h3>{text('outcomes')}</h3>
      <ul>
        {outcomes.map(({ outcome, times }) => (
          <li key={outcome?.vi ?? ''}>
            {outcome === null ? text('noOutcome') : own(outcome)}: {times}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Services({ seen: { services, enoughForFigure } }: { seen: OperatorDay }) {
  const tooFew = text('tooFew', { count: enoughForFigure });
  const minutes = (seconds: number) => runningText(seconds * 1_000);
  return (
    <table>
      <thead>
        <tr>
          {(['service', 'served', 'median', 'usual'] as const).map((word) => (
            <th key={word} scope="col">
              {text(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map(({ serviceId, name, served, medianSeconds, usualSeconds, usualOf }) => (
          <tr key={serviceId}>
            <th scope="row">{own(name)}</th>
            <td>{served}</td>
            <td>{medianSeconds === null ? tooFew : minutes(medianSeconds)}</td>
            <td>
              {usualSeconds === null
                ? tooFew
                : text('usualOf', { time: minutes(usualSeconds), count: usualOf })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spanText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 60
    ? text('minutes', { minutes })
    : text('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
