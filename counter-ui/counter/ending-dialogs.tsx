// The end of a service with what came of it; a second service for the same person; the end of the session with what becomes
// of those who wait.
import { useState } from 'react';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { besideChosen, ChoiceList, stepOf } from './choice-list.tsx';
import { counterText } from './counter-text.ts';
import { DialogFrame, digitOf } from './dialog-frame.tsx';
import { GoalPicker } from './goal-picker.tsx';
import { foundGoals } from './transfer-goals.ts';
import type { Operator } from './use-operator.ts';

type Props = { readonly view: CounterView; readonly operator: Operator };
const noOutcome = 'no-outcome';

export function EndingDialog({ view, operator }: Props) {
  const { ticket, outcomes, counter } = view;
  const [outcome, setOutcome] = useState<string>(noOutcome);
  const [note, setNote] = useState('');
  const choices = [
    ...outcomes.map(({ id, name }) => ({ id, words: centreText(name, language) })),
    { id: noOutcome, words: counterText(language, 'outcomeNone') },
  ];
  const onKey = (code: string): boolean => {
    const digit = digitOf(code);
    const step = stepOf(code);
    if (digit !== null) setOutcome(choices[digit - 1]?.id ?? outcome);
    else if (step !== null) setOutcome(besideChosen(choices, outcome, step) ?? noOutcome);
    else return false;
    return true;
  };
  const finish = () => {
    if (ticket === null) return;
    void operator.send({
      ...{ type: 'finish-service', counterId: counter.id, ticketId: ticket.id },
      ...(outcome === noOutcome ? {} : { outcome }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  return (
    <DialogFrame
      title={counterText(language, 'endingTitle', { number: ticket?.number ?? '' })}
      close={operator.closeDialog}
      onKey={onKey}
      onEnter={finish}
    >
      {outcomes.length > 0 && (
        <ChoiceList
          label={counterText(language, 'outcome')}
          choices={choices}
          chosen={outcome}
          choose={setOutcome}
          numbered
          first
        />
      )}
      <label className="dialog-field">
        {counterText(language, 'note')}
        <textarea
          {...(outcomes.length === 0 ? { 'data-first': true } : {})}
          rows={3}
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="button" className="button button-primary dialog-do" onClick={finish}>
        {counterText(language, 'finish')} <kbd>Enter</kbd>
      </button>
    </DialogFrame>
  );
}

export function ContinueDialog({ view, operator }: Props) {
  const { ticket, counter } = view;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const draws = new Set<string>(view.draws.map(({ serviceId }) => serviceId));
  // What this counter does comes first: that is the usual second service.
  const found = foundGoals('service', typed, view).sort(
    (a, b) => Number(draws.has(b.id)) - Number(draws.has(a.id)),
  );
  const goal = found.find(({ id }) => id === chosen) ?? found[0];
  const take = (id: string | undefined) => {
    const service = view.transferTargets.services.find((each) => each.id === id);
    if (service !== undefined && ticket !== null)
      void operator.send({
        ...{ type: 'continue-service', counterId: counter.id, ticketId: ticket.id, serviceId: service.id },
      });
  };
  return (
    <DialogFrame
      title={counterText(language, 'continueTitle', { number: ticket?.number ?? '' })}
      close={operator.closeDialog}
      onKey={(code) => {
        const step = stepOf(code);
        if (step === null) return false;
        setChosen(besideChosen(found, goal?.id ?? null, step));
        return true;
      }}
      onEnter={() => take(goal?.id)}
      wide
    >
      <p>{counterText(language, 'continueHelp')}</p>
      <GoalPicker
        label={counterText(language, 'toService')}
        {...{ typed, found, take, type: setTyped }}
        chosen={goal?.id ?? null}
        choose={setChosen}
      />
    </DialogFrame>
  );
}

export function CloseDialog({ view, operator }: Props) {
  const { servedOnlyHere, counter } = view;
  const choices = [
    { id: 'wait', words: counterText(language, 'closeWait') },
    { id: 'send-home', words: counterText(language, 'closeSendHome') },
  ];
  const [chosen, setChosen] = useState<string | null>('wait');
  const close = () =>
    void operator.send({
      ...{ type: 'close-counter', counterId: counter.id },
      ...(servedOnlyHere === 0 ? {} : { remaining: chosen === 'send-home' ? 'send-home' : 'wait' }),
    });
  return (
    <DialogFrame
      title={counterText(language, 'closeTitle', { number: counter.number })}
      close={operator.closeDialog}
      onKey={(code) => {
        const digit = digitOf(code);
        const step = stepOf(code);
        if (digit !== null) setChosen(choices[digit - 1]?.id ?? chosen);
        else if (step !== null) setChosen(besideChosen(choices, chosen, step));
        else return false;
        return true;
      }}
      onEnter={close}
    >
      <p data-testid="close-waiting" {...(servedOnlyHere === 0 ? { 'data-first': true, tabIndex: -1 } : {})}>
        {servedOnlyHere === 0
          ? counterText(language, 'closeNobody')
          : counterText(language, 'closeSomebody', { count: servedOnlyHere })}
      </p>
      {servedOnlyHere > 0 && (
        <ChoiceList
          label={counterText(language, 'closeRemaining')}
          choices={choices}
          chosen={chosen}
          choose={setChosen}
          numbered
          first
        />
      )}
      <button type="button" className="button button-primary dialog-do" onClick={close}>
        {counterText(language, 'close')} <kbd>Enter</kbd>
      </button>
    </DialogFrame>
  );
}
