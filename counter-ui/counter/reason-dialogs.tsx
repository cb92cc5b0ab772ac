// Why and for how long: to pause the counter, and to park the ticket in hand. A digit chooses the reason, the arrows to the
// sides (or * of a keypad) the minutes, Enter does it.
import { useState } from 'react';
import type { Command } from '../../protocol/commands.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { besideChosen, type Choice, ChoiceList, stepOf } from './choice-list.tsx';
import { counterText } from './counter-text.ts';
import { DialogFrame, digitOf } from './dialog-frame.tsx';
import type { Operator } from './use-operator.ts';

type Props = { readonly view: CounterView; readonly operator: Operator };
/** Minutes that are offered; null: nobody can say. */
type Spans = readonly (number | null)[];
type AskProps = {
  readonly title: string;
  readonly words: string;
  readonly spanWords: string;
  readonly reasons: readonly Choice[];
  readonly spans: Spans;
  readonly usualSpan: number | null;
  /** Whether a reason may be written by hand. */
  readonly ownWords?: boolean;
  readonly close: () => void;
  readonly done: (reason: string, minutes: number | null, ownWords: string) => void;
  readonly doWords: string;
};

const pauseSpans: Spans = [5, 10, 15, 30, 60, null];
const parkSpans: Spans = [5, 10, 15, 30, 60, null];
const parkReasons = ['parkPapers', 'parkCopies', 'parkFee', 'parkColleague'] as const;

export function PauseDialog({ view, operator }: Props) {
  return (
    <AskReason
      title={counterText(language, 'pauseTitle')}
      words={counterText(language, 'pauseReason')}
      spanWords={counterText(language, 'pauseSpan')}
      doWords={counterText(language, 'pause')}
      reasons={view.pauseReasons.map(({ id, name }) => ({ id, words: centreText(name, language) }))}
      spans={pauseSpans}
      usualSpan={15}
      close={operator.closeDialog}
      done={(reason, minutes) =>
        void operator.send({
          ...{ type: 'pause-counter', counterId: view.counter.id, reason },
          ...(minutes === null ? {} : { forMinutes: minutes }),
        })
      }
    />
  );
}

export function ParkDialog({ view, operator }: Props) {
  const { ticket, counter } = view;
  return (
    <AskReason
      title={counterText(language, 'parkTitle', { number: ticket?.number ?? '' })}
      words={counterText(language, 'parkReason')}
      spanWords={counterText(language, 'parkSpan')}
      doWords={counterText(language, 'park')}
      reasons={parkReasons.map((id) => ({ id, words: counterText(language, id) }))}
      spans={parkSpans}
      usualSpan={null}
      ownWords
      close={operator.closeDialog}
      done={(reason, minutes, ownWords) => {
        const known = parkReasons.find((id) => id === reason) ?? parkReasons[0];
        const command: Command = {
          ...{ type: 'park-ticket', counterId: counter.id },
          reason: ownWords === '' ? counterText(language, known) : ownWords,
          ...(ticket === null ? {} : { ticketId: ticket.id }),
          ...(minutes === null ? {} : { forMinutes: minutes }),
        };
        void operator.send(command);
      }}
    />
  );
}

function AskReason({ reasons, spans, close, done, ...props }: AskProps) {
  const [reason, setReason] = useState<string | null>(reasons[0]?.id ?? null);
  const [span, setSpan] = useState(Math.max(0, spans.indexOf(props.usualSpan)));
  const [ownWords, setOwnWords] = useState('');
  const finish = () => {
    if (reason !== null) done(reason, spans[span] ?? null, ownWords.trim());
  };
  const onKey = (code: string): boolean => {
    const digit = digitOf(code);
    const step = stepOf(code);
    if (digit !== null) setReason(reasons[digit - 1]?.id ?? reason);
    else if (step !== null) setReason(besideChosen(reasons, reason, step));
    else if (code === 'ArrowRight') setSpan(Math.min(spans.length - 1, span + 1));
    else if (code === 'ArrowLeft') setSpan(Math.max(0, span - 1));
    else if (code === 'NumpadMultiply') setSpan((span + 1) % spans.length);
    else return false;
    return true;
  };
  return (
    <DialogFrame title={props.title} close={close} onKey={onKey} onEnter={finish}>
      <ChoiceList
        label={props.words}
        choices={reasons}
        chosen={ownWords === '' ? reason : null}
        choose={setReason}
        numbered
        first
      />
      {props.ownWords === true && (
        <label className="dialog-field">
          {counterText(language, 'otherReason')}
          <input maxLength={300} value={ownWords} onChange={(event) => setOwnWords(event.target.value)} />
        </label>
      )}
      <SpanChoice words={props.spanWords} spans={spans} chosen={span} choose={setSpan} />
      <button type="button" className="button button-primary dialog-do" onClick={finish}>
        {props.doWords} <kbd>Enter</kbd>
      </button>
    </DialogFrame>
  );
}

function SpanChoice(props: {
  readonly words: string;
  readonly spans: Spans;
  readonly chosen: number;
  readonly choose: (index: number) => void;
}) {
  return (
    <fieldset className="spans">
      <legend>
        {props.words} <kbd>← →</kbd> <kbd className="pad-key">*</kbd>
      </legend>
      {props.spans.map((minutes, index) => (
        <button
          key={minutes ?? 'open'}
          type="button"
          className="button span"
          aria-pressed={index === props.chosen}
          onClick={() => props.choose(index)}
        >
          {minutes === null
            ? counterText(language, 'spanOpen')
            : counterText(language, 'minutes', { minutes })}
        </button>
      ))}
    </fieldset>
  );
}
