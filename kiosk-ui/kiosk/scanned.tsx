// A ticket that was held before the kiosk's scanner: how it stands, large, for a while or until it is touched. Whoever is
// taking a number is not disturbed: they see a line, and their page stays.
import '../track/track.css';
import { useEffect, useState } from 'react';
import { useWedgeScanner } from '../../protocol/client/use-wedge-scanner.ts';
import type { Language } from '../../protocol/ids.ts';
import { ticketOfScan } from '../../protocol/scanned-ticket.ts';
import type { KioskView } from '../../protocol/views/kiosk-view.ts';
import { kioskText } from './kiosk-text.ts';
import { TicketStand, useTicket } from './ticket-stand.tsx';
import { useIdle } from './use-idle.ts';

const shownSeconds = 15;

/** The ticket scanned last, at the kiosk's own scanner or one that types; null once it has been seen. */
export function useScanned(view: KioskView | null): { ticketId: string | null; close: () => void } {
  const [ticketId, setTicketId] = useState<string | null>(null);
  const scanned = view?.scanned ?? null;
  const at = scanned?.at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scan is new by its time alone
  useEffect(() => {
    if (scanned !== null) setTicketId(scanned.ticketId);
  }, [at]);
  useWedgeScanner((code) => {
    const found = ticketOfScan(code);
    if (found !== null && 'ticketId' in found) setTicketId(found.ticketId);
  });
  return { ticketId, close: () => setTicketId(null) };
}

type Props = {
  readonly ticketId: string;
  readonly language: Language;
  readonly isBusy: boolean;
  readonly close: () => void;
};

export function Scanned({ ticketId, language, isBusy, close }: Props) {
  const { answer, isMissing } = useTicket(ticketId);
  const left = useIdle(shownSeconds, close);
  if (isBusy)
    return (
      <p className="kiosk-notice" role="status" data-testid="scanned-line">
        {answer === null
          ? '…'
          : `${answer.ticket.number} – ${kioskText(language, 'ahead', { count: answer.ahead })}`}
      </p>
    );
  return (
    <div
      className="kiosk-scanned"
      role="dialog"
      aria-modal="true"
      aria-label={kioskText(language, 'trackTitle')}
    >
      <div className="track">
        <h1>{kioskText(language, 'trackTitle')}</h1>
        {isMissing && <p>{kioskText(language, 'notFound')}</p>}
        {answer !== null && <TicketStand answer={answer} language={language} />}
        <button type="button" className="button button-primary kiosk-done" onClick={close}>
          {kioskText(language, 'done')} ({left ?? 0})
        </button>
      </div>
    </div>
  );
}
