// "Next" while somebody is only called: asks whether they have come, because nobody may be lost by pressing twice. The one key
// itself answers nothing here.
import { useState } from 'react';
import type { Command } from '../../protocol/commands.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { besideChosen, ChoiceList, stepOf } from './choice-list.tsx';
import { counterText } from './counter-text.ts';
import { DialogFrame, digitOf } from './dialog-frame.tsx';
import type { Operator } from './use-operator.ts';

const letters: Readonly<Record<string, string>> = { KeyS: 'start', KeyR: 'recall', KeyA: 'no-show' };

export function ArrivalDialog({ view, operator }: { view: CounterView; operator: Operator }) {
  const { ticket, actions, counter } = view;
  const number = ticket?.number ?? '';
  const all = [
    { id: 'start', words: counterText(language, 'arrivalCame') },
    { id: 'recall', words: counterText(language, 'arrivalRecall') },
    { id: 'no-show', words: counterText(language, 'arrivalAbsent') },
  ] as const;
  const choices = all.filter(({ id }) => actions.includes(id));
  const [chosen, setChosen] = useState<string | null>(ticket?.suggestNoShow ? 'no-show' : 'start');
  const take = (id: string | null) => {
    const choice = choices.find((each) => each.id === id);
    if (choice === undefined || ticket === null) return;
    const of = { counterId: counter.id, ticketId: ticket.id };
    const commands: Record<(typeof all)[number]['id'], Command[]> = {
      start: [{ type: 'start-service', ...of }],
      recall: [{ type: 'recall-ticket', ...of }],
      'no-show': [
        { type: 'mark-no-show', ...of },
        ...(view.waitingTotal === 0 ? [] : [{ type: 'call-next', counterId: counter.id } as const]),
      ],
    };
    void operator.send(...commands[choice.id]);
  };
  const onKey = (code: string): boolean => {
    const digit = digitOf(code);
    const step = stepOf(code);
    if (digit !== null) take(choices[digit - 1]?.id ?? null);
    else if (letters[code] !== undefined) take(letters[code]);
    else if (step !== null) setChosen(besideChosen(choices, chosen, step));
    else return code === 'Space';
    return true;
  };
  return (
    <DialogFrame
      title={counterText(language, 'arrivalTitle', { number })}
      close={operator.closeDialog}
      onKey={onKey}
      onEnter={() => take(chosen)}
    >
      <p>
        {counterText(language, 'arrivalHelp', { number })}{' '}
        {ticket !== null && ticket.recalls > 0 && counterText(language, 'recalls', { count: ticket.recalls })}
      </p>
      <ChoiceList
        label={counterText(language, 'arrivalTitle', { number })}
        choices={choices}
        chosen={chosen}
        choose={setChosen}
        take={take}
        numbered
        first
      />
    </DialogFrame>
  );
}
