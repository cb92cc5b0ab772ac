// Third page: the number, as large as the screen allows, and how its paper fares. The number stands whatever the printer
// does; the page says what to do and closes by itself.
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { TicketAnswer } from '../../protocol/endpoints/floor-endpoints.ts';
import type { Language } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { Problem } from '../../protocol/refusals.ts';
import type { KioskView } from '../../protocol/views/kiosk-view.ts';
import type { PrintState } from '../../protocol/views/view-parts.ts';
import { kioskText } from './kiosk-text.ts';
import { takeTicket, type Wish } from './take-ticket.ts';
import { useIdle } from './use-idle.ts';

const closesAfterSeconds = 12;
const closesAfterTroubleSeconds = 30;

export function YourNumber({ view, wish, done }: { view: KioskView; wish: Wish; done: () => void }) {
  const [slow, setSlow] = useState(false);
  const [answer, setAnswer] = useState<TicketAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked] = useState(() => ({ once: false }));
  useEffect(() => {
    if (asked.once) return;
    asked.once = true;
    void takeTicket(wish, () => setSlow(true)).then((taken) =>
      taken.ok ? setAnswer(taken.body) : setProblem(taken.problem),
    );
  }, [wish, asked]);
  const print =
    answer === null
      ? null
      : (view.prints.find((each) => each.ticketId === answer.ticket.id)?.print ?? answer.print);
  const trouble = problem !== null || print?.state === 'failed' || print?.state === 'unconfirmed';
  const waiting = answer === null && problem === null;
  useIdle(waiting ? null : trouble ? closesAfterTroubleSeconds : closesAfterSeconds, done);
  const { language } = wish;
  if (waiting)
    return (
      <p className="kiosk-taking" role="status">
        {kioskText(language, slow ? 'takingLong' : 'taking')}
      </p>
    );
  if (answer === null) return <NotTaken {...{ problem, language, done }} />;
  return (
    <section className="kiosk-number" data-testid="your-number">
      <h1>{kioskText(language, 'yourNumber')}</h1>
      <p className="kiosk-number-figure" data-testid="number">
        {answer.ticket.number}
      </p>
      <p className="kiosk-number-service">{centreText(answer.serviceName, language)}</p>
      <p className="kiosk-number-ahead">
        {answer.ahead === 0
          ? kioskText(language, 'nobodyAhead')
          : kioskText(language, 'ahead', { count: answer.ahead })}
      </p>
      {answer.estimate !== null && (
        <p>
          {kioskText(language, 'estimate', {
            low: Math.floor(answer.estimate.lowSeconds / 60),
            high: Math.ceil(answer.estimate.highSeconds / 60),
          })}
        </p>
      )}
      <PrintSaid state={print?.state ?? 'none'} language={language} ticketId={answer.ticket.id} />
      <button type="button" className="button button-primary kiosk-done" onClick={done}>
        {kioskText(language, 'done')}
      </button>
    </section>
  );
}

const printWords: Record<PrintState, Parameters<typeof kioskText>[1]> = {
  none: 'printNone',
  queued: 'printQueued',
  sending: 'printQueued',
  printed: 'printPrinted',
  unconfirmed: 'printFailed',
  failed: 'printFailed',
};

function PrintSaid({
  state,
  language,
  ticketId,
}: {
  state: PrintState;
  language: Language;
  ticketId: string;
}) {
  const failed = state === 'failed' || state === 'unconfirmed';
  return (
    <div
      className={failed ? 'kiosk-print kiosk-print-failed' : 'kiosk-print'}
      role="status"
      data-testid="print-state"
      data-state={state}
    >
      <p>{kioskText(language, printWords[state])}</p>
      {failed && (
        <button
          type="button"
          className="button"
          onClick={() => void ask(`/api/v1/tickets/${ticketId}/print`, { method: 'POST', body: {} })}
        >
          {kioskText(language, 'printAgain')}
        </button>
      )}
    </div>
  );
}

function NotTaken({
  problem,
  language,
  done,
}: {
  problem: Problem | null;
  language: Language;
  done: () => void;
}) {
  return (
    <section className="kiosk-number" role="alert" data-testid="not-taken">
      <h1>{problem?.title || kioskText(language, 'notTaken')}</h1>
      {problem?.title && <p>{kioskText(language, 'notTaken')}</p>}
      <button type="button" className="button button-primary kiosk-done" onClick={done}>
        {kioskText(language, 'back')}
      </button>
    </section>
  );
}
