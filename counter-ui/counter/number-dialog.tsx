// A chosen number: typed with or without its letter, found among those who wait, are parked, or were absent. Enter calls;
// whoever was absent may also be taken back into the queue.
import { useState } from 'react';
import type { Command } from '../../protocol/commands.ts';
import type { CounterId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { besideChosen, type Choice, ChoiceList, stepOf } from './choice-list.tsx';
import { counterText } from './counter-text.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { isNumber } from './found-words.ts';
import type { Operator } from './use-operator.ts';

type Found = Choice & { readonly number: string; readonly command: Command };

/** Everybody who may be called or taken back here now, in the order of the lists. Pure. */
export function choosable(view: CounterView): Found[] {
  const { actions, waiting, parked, missed } = view;
  const counterId: CounterId = view.counter.id;
  const found: Found[] = [];
  const add = (each: CounterView['waiting'][number], beside: string, command: Command) =>
    found.push({
      ...{ id: `${command.type}-${each.id}`, number: each.number, command, beside },
      words: (
        <>
          <strong>{each.number}</strong> {centreText(each.serviceName, language)}
        </>
      ),
    });
  if (actions.includes('call'))
    for (const each of waiting)
      add(each, counterText(language, 'callNow'), {
        ...{ type: 'call-ticket', counterId, ticketId: each.id },
      });
  if (actions.includes('resume-ticket'))
    for (const each of parked)
      add(each, counterText(language, 'resumeNow'), {
        ...{ type: 'resume-ticket', counterId, ticketId: each.id },
      });
  for (const each of missed) {
    if (actions.includes('call'))
      add(each, counterText(language, 'callMissed'), {
        ...{ type: 'call-ticket', counterId, ticketId: each.id },
      });
    if (each.mayReturn)
      add(each, counterText(language, 'takeBack'), { type: 'return-ticket', ticketId: each.id });
  }
  return found;
}

export function NumberDialog({ view, operator }: { view: CounterView; operator: Operator }) {
  const [typed, setTyped] = useState(operator.typed);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = choosable(view).filter(({ number }) => isNumber(typed, number));
  const now = found.find(({ id }) => id === chosen) ?? found[0];
  const onKey = (code: string): boolean => {
    const step = stepOf(code);
    if (step === null) return false;
    setChosen(besideChosen(found, now?.id ?? null, step));
    return true;
  };
  const take = (id: string | undefined) => {
    const one = found.find((each) => each.id === id);
    if (one !== undefined) void operator.send(one.command);
  };
  return (
    <DialogFrame
      title={counterText(language, 'numberTitle')}
      close={operator.closeDialog}
      onKey={onKey}
      onEnter={() => take(now?.id)}
    >
      <label className="dialog-field dialog-number">
        {counterText(language, 'numberField')}
        <input
          data-first
          autoComplete="off"
          inputMode="numeric"
          value={typed}
          maxLength={8}
          onChange={(event) => {
            setTyped(event.target.value.replaceAll(/[^0-9a-z]/gi, ''));
            setChosen(null);
          }}
        />
      </label>
      {found.length === 0 ? (
        <p className="dialog-none" role="status">
          {counterText(language, 'numberNone')}
        </p>
      ) : (
        <ChoiceList
          label={counterText(language, 'numberTitle')}
          choices={found.slice(0, 40)}
          chosen={now?.id ?? null}
          choose={setChosen}
          take={take}
        />
      )}
      <p className="dialog-keys">
        <kbd>↑ ↓</kbd> <kbd className="pad-key">+ −</kbd> {counterText(language, 'keysChoose')} ·{' '}
        <kbd>Enter</kbd> {counterText(language, 'keysCall')}
      </p>
    </DialogFrame>
  );
}
