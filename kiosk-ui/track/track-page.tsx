// The page behind the ticket's QR code, on the citizen's own phone: how it stands, and a way to give the number back.
import './track.css';
import { useState } from 'react';
import { askCommand } from '../../protocol/client/ask.ts';
import type { TicketAnswer } from '../../protocol/endpoints/floor-endpoints.ts';
import { kioskText } from '../kiosk/kiosk-text.ts';
import { TicketStand, useTicket } from '../kiosk/ticket-stand.tsx';

export function TrackPage() {
  const ticketId = window.location.pathname.split('/').at(-1) ?? '';
  const { answer, isMissing, take } = useTicket(ticketId);
  const [sure, setSure] = useState(false);
  const cancel = async () => {
    if (!sure) return setSure(true);
    const asked = await askCommand<TicketAnswer>(`/api/v1/tickets/${ticketId}/cancel`, {});
    if (asked.ok) take(asked.body);
  };
  if (isMissing) return <main className="waiting-page">{kioskText('vi', 'notFound')}</main>;
  if (answer === null) return <main className="waiting-page">…</main>;
  const { ticket, language } = answer;
  document.documentElement.lang = language;
  return (
    <main className="track">
      <h1>{kioskText(language, 'trackTitle')}</h1>
      <TicketStand answer={answer} language={language} />
      {ticket.status === 'waiting' && (
        <button type="button" className="button" onClick={() => void cancel()}>
          {kioskText(language, sure ? 'cancelSure' : 'cancel')}
        </button>
      )}
    </main>
  );
}
