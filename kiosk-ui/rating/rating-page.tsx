// The rating tablet: idle with the officer's name and unit; opens for the ticket just finished; one press, thanks, idle
// again. It closes by the hall's clock, so that nobody rates for somebody else later.
import './rating.css';
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useAwake } from '../../protocol/client/use-awake.ts';
import { useHallTime, useLiveView, useNewerVersion } from '../../protocol/client/use-live-view.ts';
import type { CounterId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { RatingView } from '../../protocol/views/rating-view.ts';
import { RatingForm } from './rating-form.tsx';
import { ratingText } from './rating-text.ts';

const saidForMs = 5_000;
type Open = NonNullable<RatingView['open']>;
type Said = { readonly ticketId: string; readonly problem: string | null; readonly until: number };

export function RatingPage() {
  const [counterId, setCounterId] = useState(() =>
    new URLSearchParams(window.location.search).get('counter'),
  );
  const [unassigned, setUnassigned] = useState(false);
  useEffect(() => {
    if (counterId !== null) return;
    void ask<{ counterId: string | null }>('/api/v1/devices/self').then((asked) => {
      if (asked.ok && asked.body.counterId !== null) setCounterId(asked.body.counterId);
      else setUnassigned(true);
    });
  }, [counterId]);
  if (counterId !== null) return <Tablet counterId={counterId as CounterId} />;
  return unassigned ? (
    <NoViewYet kind="rating" problem={{ type: '', title: '', status: 401, code: 'device-not-paired' }} />
  ) : (
    <NoViewYet kind="rating" problem={null} />
  );
}

function Tablet({ counterId }: { counterId: CounterId }) {
  const live = useLiveView<'rating'>({ view: 'rating', counterId });
  const hallTime = useHallTime(live.clockOffsetMs);
  const [said, setSaid] = useState<Said | null>(null);
  const [writing, setWriting] = useState<Open | null>(null);
  useAwake();
  useNewerVersion(live.newerVersion, writing === null && live.body?.open === null);
  const view = live.body;
  if (view === null) return <NoViewYet problem={live.problem} kind="rating" />;
  const shown = writing ?? (view.open !== null && view.open.closesAt > hallTime ? view.open : null);
  const open = shown !== null && shown.ticketId !== said?.ticketId ? shown : null;
  const submit = async ({ ticketId, formId }: Open, answers: Record<string, string>, comment: string) => {
    setWriting(null);
    setSaid({ ticketId, problem: null, until: Date.now() + saidForMs });
    const answer = await live.command({
      type: 'submit-rating',
      counterId,
      ticketId,
      formId,
      answers,
      ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
    });
    if (!answer.ok)
      setSaid({
        ticketId,
        problem: answer.problem.title || ratingText('vi', 'notKept'),
        until: Date.now() + saidForMs,
      });
  };
  const saying = said !== null && Date.now() < said.until ? said : null;
  return (
    <div className="rating">
      <header className="rating-header">
        <p>{centreText(view.centre.name, 'vi')}</p>
        <p className="rating-counter">{ratingText('vi', 'counter', { number: view.counter.number })}</p>
      </header>
      {saying !== null ? (
        <Answered problem={saying.problem} />
      ) : open !== null ? (
        <RatingForm
          key={open.ticketId}
          open={open}
          officer={view.operator}
          hallTime={hallTime}
          isWriting={(is) => setWriting(is ? open : null)}
          submit={(answers, comment) => void submit(open, answers, comment)}
        />
      ) : (
        <Idle view={view} />
      )}
      <OutOfDate when={live.outOfDate} />
    </div>
  );
}

/** Thanks, or why this rating was not kept. */
function Answered({ problem }: { problem: string | null }) {
  return problem !== null ? (
    <main className="rating-main" role="alert" data-testid="not-kept">
      <h1>{problem}</h1>
    </main>
  ) : (
    <main className="rating-main rating-thanks" role="status" data-testid="thanks">
      <p className="rating-heart" aria-hidden="true">
        ✓
      </p>
      <h1>{ratingText('vi', 'thanks')}</h1>
      <p lang="en">{ratingText('en', 'thanks')}</p>
    </main>
  );
}

function Idle({ view }: { view: RatingView }) {
  return (
    <main className="rating-main" data-testid="idle">
      {view.operator === null ? (
        <h1>{ratingText('vi', 'noOfficer')}</h1>
      ) : (
        <>
          <p className="rating-avatar" aria-hidden="true">
            {view.operator.name.split(' ').at(-1)?.slice(0, 1)}
          </p>
          <h1 data-testid="officer">{view.operator.name}</h1>
          <p className="rating-unit">{view.operator.unit}</p>
          <p className="rating-hint">{ratingText('vi', 'idle')}</p>
          <p className="rating-hint" lang="en">
            {ratingText('en', 'idle')}
          </p>
        </>
      )}
    </main>
  );
}
