// How one ticket stands: its number, who is before it, where to go. Asked again from time to time; shown to whoever holds
// the ticket, at the kiosk's scanner or on the own phone.
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { TicketAnswer } from '../../protocol/endpoints/floor-endpoints.ts';
import type { Language } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { TicketStatus } from '../../protocol/views/view-parts.ts';
import { kioskText } from './kiosk-text.ts';

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

export type TicketInHand = {
  readonly answer: TicketAnswer | null;
  readonly isMissing: boolean;
  /** Takes an answer that another request has given. */
  readonly take: (answer: TicketAnswer) => void;
};

export function useTicket(ticketId: string): TicketInHand {
  const [answer, setAnswer] = useState<TicketAnswer | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const look = async () => {
      const asked = await ask<TicketAnswer>(`/api/v1/tickets/${encodeURIComponent(ticketId)}`);
      if (asked.ok) setAnswer(asked.body);
      setMissing(!asked.ok && asked.problem.status === 404);
    };
    void look();
    const timer = setInterval(() => void look(), askEveryMs);
    return () => clearInterval(timer);
  }, [ticketId]);
  return { answer, isMissing, take: setAnswer };
}

export function TicketStand({ answer, language }: { answer: TicketAnswer; language: Language }) {
  const { ticket, ahead, estimate, counterNumber } = answer;
  return (
    <>
      <p className="track-number" data-testid="track-number">
        {ticket.number}
      </p>
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
              {estimate.longer && <strong> {kioskText(language, 'estimateLonger')}</strong>}
            </p>
          )}
        </>
      )}
    </>
  );
}
