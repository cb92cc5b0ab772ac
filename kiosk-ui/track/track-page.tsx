// The page behind the ticket's QR code, on the citizen's own phone: how it stands, and a way to give the number back.
import './track.css';
import { useEffect, useState } from 'react';
import { ask, askCommand } from '../../protocol/client/ask.ts';
import type { TicketAnswer } from '../../protocol/endpoints/floor-endpoints.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { TicketStatus } from '../../protocol/views/view-parts.ts';
import { kioskText } from '../kiosk/kiosk-text.ts';

const askEveryMs = 5_000;
const statusWords: Record<TicketStatus, Parameters<typeof kioskText>[1]> = {
  waiting: 'statusWaiting',
  called: 'statusCalled',
  serving: 'statusServing',
  parked: 'statusParked',
  finished: 'statusFinished',
  'no-show': 'statusNoShow',
  cancelled: 'statusCancelled',
};

export function TrackPage() {
  const path = `/api/v1/tickets/${window.location.pathname.split('/').at(-1)}`;
  const [answer, setAnswer] = useState<TicketAnswer | null>(null);
  const [missing, setMissing] = useState(false);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    const look = async () => {
      const asked = await ask<TicketAnswer>(path);
      if (asked.ok) setAnswer(asked.body);
      setMissing(!asked.ok && asked.problem.status === 404);
    };
    void look();
    const timer = setInterval(() => void look(), askEveryMs);
    return () => clearInterval(timer);
  }, [path]);
  const cancel = async () => {
    if (!sure) return setSure(true);
    const asked = await askCommand<TicketAnswer>(`${path}/cancel`, {});
    if (asked.ok) setAnswer(asked.body);
  };
  if (missing) return <main className="waiting-page">{kioskText('vi', 'notFound')}</main>;
  if (answer === null) return <main className="waiting-page">…</main>;
  const { ticket, ahead, estimate, language, counterNumber } = answer;
  document.documentElement.lang = language;
  return (
    <main className="track">
      <h1>{kioskText(language, 'trackTitle')}</h1>
      <p className="track-number">{ticket.number}</p>
      <p className="track-service">{centreText(answer.serviceName, language)}</p>
      <p className={`track-status track-${ticket.status}`} role="status">
        {kioskText(language, statusWords[ticket.status])}
        {counterNumber !== null && (
          <strong className="track-counter">
            {kioskText(language, 'atCounter', { number: counterNumber })}
          </strong>
        )}
      </p>
      {ticket.status === 'waiting' && (
        <>
          <p>
            {ahead === 0
              ? kioskText(language, 'nobodyAhead')
              : kioskText(language, 'ahead', { count: ahead })}
          </p>
          {estimate !== null && (
            <p>
              {kioskText(language, 'estimate', {
                low: Math.floor(estimate.lowSeconds / 60),
                high: Math.ceil(estimate.highSeconds / 60),
              })}
            </p>
          )}
          <button type="button" className="button" onClick={() => void cancel()}>
            {kioskText(language, sure ? 'cancelSure' : 'cancel')}
          </button>
        </>
      )}
    </main>
  );
}
