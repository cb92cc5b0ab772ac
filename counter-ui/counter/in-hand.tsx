// The ticket in hand, large: number, service, class, how long, how often recalled, and why it was called.

import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { counterText, reasonSentence, runningText } from './counter-text.ts';

export function InHand({ view, hallTime }: { view: CounterView; hallTime: number }) {
  const { ticket, counter, reason, pauseReason } = view;
  if (ticket === null) {
    const words =
      counter.status === 'closed'
        ? 'closedCounter'
        : counter.status === 'paused'
          ? 'pausedCounter'
          : 'noTicket';
    const why = view.pauseReasons.find((each) => each.id === pauseReason);
    return (
      <div className="hand hand-empty" data-testid="no-ticket">
        <p>{counterText(language, words)}</p>
        {why !== undefined && <p className="hand-detail">{centreText(why.name, language)}</p>}
      </div>
    );
  }
  const since = ticket.startedAt ?? ticket.calledAt;
  return (
    <div className={`hand hand-${ticket.status}`} data-testid="in-hand" data-status={ticket.status}>
      <p className="hand-status">
        {counterText(language, ticket.status === 'called' ? 'called' : 'serving')}{' '}
        <span className="hand-time">{runningText(hallTime - since)}</span>
      </p>
      <p className="hand-number" data-testid="hand-number">
        {ticket.number}
      </p>
      <p className="hand-service">{centreText(ticket.serviceName, language)}</p>
      <p className="hand-detail">{centreText(ticket.departmentName, language)}</p>
      <p className="hand-badges">
        {ticket.priorityClass !== null && (
          <span className="badge badge-priority">★ {counterText(language, 'priority')}</span>
        )}
        {ticket.recalls > 0 && (
          <span className="badge">{counterText(language, 'recalls', { count: ticket.recalls })}</span>
        )}
        {ticket.journey.length > 0 && (
          <span className="badge">{counterText(language, 'journey', { count: ticket.journey.length })}</span>
        )}
      </p>
      {ticket.note !== null && <p className="hand-note">{ticket.note}</p>}
      {reason !== null && <p className="hand-reason">{reasonSentence(reason)}</p>}
    </div>
  );
}
