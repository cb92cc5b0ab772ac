// The open form: who is rated, one question with large buttons, room for words where a choice offers it, and the time
// left. Two touches at most.
import { useEffect, useState } from 'react';
import type { RatingView } from '../../protocol/views/rating-view.ts';
import { ratingText } from './rating-text.ts';

type Open = NonNullable<RatingView['open']>;
type Props = {
  open: Open;
  officer: RatingView['operator'];
  hallTime: number;
  isWriting: (is: boolean) => void;
  submit: (answers: Record<string, string>, comment: string) => void;
};
const marks = { satisfied: '☺', dissatisfied: '☹', comment: '✎' } as const;

export function RatingForm({ open, officer, hallTime, isWriting, submit }: Props) {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [asksWords, setAsksWords] = useState(false);
  const [words, setWords] = useState('');
  const question =
    open.form.questions.find((each) => answers[each.id] === undefined) ?? open.form.questions[0];
  const closesAt = asksWords && words.trim() !== '' ? open.writingUntil : open.closesAt;
  const seconds = Math.max(0, Math.ceil((closesAt - hallTime) / 1_000));
  const share = Math.max(0, Math.min(1, (closesAt - hallTime) / (closesAt - open.openedAt)));
  const isOver = asksWords && seconds === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written when the time is over is sent once
  useEffect(() => {
    if (isOver) submit(answers, words);
  }, [isOver]);
  const askWords = (asks: boolean) => {
    setAsksWords(asks);
    isWriting(asks);
  };
  if (question === undefined) return null;
  const choose = (choice: (typeof question.choices)[number]) => {
    const given = { ...answers, [question.id]: choice.id };
    setAnswers(given);
    if (choice.asksComment) askWords(true);
    else if (open.form.questions.every((each) => given[each.id] !== undefined)) submit(given, words);
  };
  return (
    <main className="rating-main rating-open" data-testid="rating-form">
      <p className="rating-who">
        {ratingText('vi', 'ticket', { number: open.number })}{' '}
        {officer !== null && <strong>· {officer.name}</strong>}
      </p>
      <h1>{question.text.vi}</h1>
      {question.text.en !== undefined && (
        <p className="rating-en" lang="en">
          {question.text.en}
        </p>
      )}
      {asksWords ? (
        <Words
          {...{ words, setWords }}
          send={() => submit(answers, words)}
          back={() => {
            setAnswers({});
            askWords(false);
          }}
        />
      ) : (
        <div className="rating-choices">
          {question.choices.map((choice) => (
            <button
              key={choice.id}
              type="button"
              className={`rating-choice rating-${choice.sense}`}
              onClick={() => choose(choice)}
            >
              <span className="rating-mark" aria-hidden="true">
                {marks[choice.sense]}
              </span>
              <span>
                {choice.label.vi}
                {choice.label.en !== undefined && <small lang="en">{choice.label.en}</small>}
              </span>
            </button>
          ))}
        </div>
      )}
      <p className="rating-confidential">{ratingText('vi', 'confidential')}</p>
      <div className="rating-time" aria-hidden="true">
        <span style={{ transform: `scaleX(${share})` }} />
      </div>
      <p className="rating-closes">{ratingText('vi', 'closes', { seconds })}</p>
    </main>
  );
}

function Words({
  words,
  setWords,
  send,
  back,
}: {
  words: string;
  setWords: (words: string) => void;
  send: () => void;
  back: () => void;
}) {
  return (
    <div className="rating-words">
      <label htmlFor="words">{ratingText('vi', 'words')}</label>
      <textarea
        id="words"
        rows={5}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div>
        <button type="button" className="button" onClick={back}>
          {ratingText('vi', 'back')}
        </button>
        <button type="button" className="button button-primary" onClick={send}>
          {ratingText('vi', 'send')}
        </button>
      </div>
    </div>
  );
}
