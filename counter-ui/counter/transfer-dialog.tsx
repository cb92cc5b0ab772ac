// Sends the ticket in hand on: to a service, a counter or a person, keeping its place or not, with a note and the rest of its
// journey.
import { useState } from 'react';
import type { ServiceId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { besideChosen, stepOf } from './choice-list.tsx';
import { counterText } from './counter-text.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { GoalPicker } from './goal-picker.tsx';
import { foundGoals, type Goal, type GoalKind, goalKinds, toggled } from './transfer-goals.ts';
import type { Operator } from './use-operator.ts';

const tabWords = { service: 'toService', counter: 'toCounter', person: 'toPerson' } as const;

export function TransferDialog({ view, operator }: { view: CounterView; operator: Operator }) {
  const { ticket } = view;
  const [kind, setKind] = useState<GoalKind>('service');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [keepPlace, setKeepPlace] = useState(true);
  const [note, setNote] = useState('');
  const [journey, setJourney] = useState<readonly ServiceId[]>(ticket?.journey ?? []);
  const found = foundGoals(kind, typed, view);
  const goal = found.find(({ id }) => id === chosen) ?? found[0];
  const turnTo = (to: GoalKind) => {
    setKind(to);
    setTyped('');
    setChosen(null);
  };
  const onKey = (code: string): boolean => {
    const step = stepOf(code);
    if (step !== null) setChosen(besideChosen(found, goal?.id ?? null, step));
    else if (code === 'NumpadMultiply')
      turnTo(goalKinds[(goalKinds.indexOf(kind) + 1) % goalKinds.length] ?? 'service');
    else if (code === 'NumpadDivide') setKeepPlace(!keepPlace);
    else return false;
    return true;
  };
  const send = (to: Goal | undefined) => {
    if (to === undefined || ticket === null) return;
    const ownJourney = journey.join() === ticket.journey.join();
    void operator.send({
      ...{ type: 'transfer-ticket', counterId: view.counter.id, ticketId: ticket.id, to: to.to, keepPlace },
      ...(ownJourney ? {} : { journey: [...journey] }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  return (
    <DialogFrame
      title={counterText(language, 'transferTitle', { number: ticket?.number ?? '' })}
      close={operator.closeDialog}
      onKey={onKey}
      onEnter={() => send(goal)}
      wide
    >
      <GoalTabs kind={kind} turnTo={turnTo} />
      <GoalPicker
        label={counterText(language, tabWords[kind])}
        {...{ typed, found, withMore: true, type: setTyped }}
        chosen={goal?.id ?? null}
        choose={setChosen}
      />
      <label className="dialog-check">
        <input type="checkbox" checked={keepPlace} onChange={(event) => setKeepPlace(event.target.checked)} />
        {counterText(language, 'keepPlace')} <kbd className="pad-key">/</kbd>
      </label>
      <label className="dialog-field">
        {counterText(language, 'note')}
        <input maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <Journey view={view} journey={journey} change={setJourney} />
      <button
        type="button"
        className="button button-primary dialog-do"
        disabled={goal === undefined}
        onClick={() => send(goal)}
      >
        {counterText(language, 'doTransfer')} <kbd>Enter</kbd>
      </button>
    </DialogFrame>
  );
}

function GoalTabs({ kind, turnTo }: { kind: GoalKind; turnTo: (kind: GoalKind) => void }) {
  return (
    <fieldset className="spans">
      <legend>
        {counterText(language, 'transferTo')} <kbd className="pad-key">*</kbd>
      </legend>
      {goalKinds.map((each) => (
        <button
          key={each}
          type="button"
          className="button span"
          aria-pressed={each === kind}
          onClick={() => turnTo(each)}
        >
          {counterText(language, tabWords[each])}
        </button>
      ))}
    </fieldset>
  );
}

type JourneyProps = {
  readonly view: CounterView;
  readonly journey: readonly ServiceId[];
  readonly change: (journey: readonly ServiceId[]) => void;
};

/** What is to be done after the next service, in order. */
function Journey({ view, journey, change }: JourneyProps) {
  const { services } = view.transferTargets;
  const nameOf = (id: ServiceId) => {
    const name = services.find((each) => each.id === id)?.name;
    return name === undefined ? id : centreText(name, language);
  };
  return (
    <details className="journey-choice" open={journey.length > 0}>
      <summary>{counterText(language, 'journeyRest', { count: journey.length })}</summary>
      <ol className="steps">
        {journey.map((id) => (
          <li key={id}>
            {nameOf(id)}{' '}
            <button
              type="button"
              className="button step-out"
              aria-label={counterText(language, 'journeyOut', { service: nameOf(id) })}
              onClick={() => change(toggled(journey, id))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <label className="dialog-field">
        {counterText(language, 'journeyAdd')}
        <select value="" onChange={(event) => change(toggled(journey, event.target.value as ServiceId))}>
          <option value="">…</option>
          {services
            .filter(({ id }) => !journey.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {centreText(name, language)}
              </option>
            ))}
        </select>
      </label>
    </details>
  );
}
