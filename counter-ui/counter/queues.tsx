// Who waits, in the order in which "next" would call them, and who is parked.

import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { counterText } from './counter-text.ts';
import type { Operator } from './use-operator.ts';

export function Waiting({
  view,
  hallTime,
  operator,
}: {
  view: CounterView;
  hallTime: number;
  operator: Operator;
}) {
  const mayCall = view.actions.includes('call') && !operator.busy;
  return (
    <section className="queue">
      <h2>{counterText(language, 'waitingList', { count: view.waitingTotal })}</h2>
      {view.waiting.length === 0 && <p className="queue-empty">{counterText(language, 'nobodyWaiting')}</p>}
      <ol data-testid="waiting">
        {view.waiting.map((ticket) => (
          <li key={ticket.id}>
            <strong>{ticket.number}</strong>
            <span className="queue-service">
              {centreText(ticket.serviceName, language)}
              {ticket.priorityClass !== null && (
                <span className="badge badge-priority">★ {counterText(language, 'priority')}</span>
              )}
              {ticket.transferred && <span className="badge">{counterText(language, 'transferred')}</span>}
              {ticket.reservedForThisCounter && (
                <span className="badge">{counterText(language, 'reserved')}</span>
              )}
            </span>
            <span className="queue-wait">
              {counterText(language, 'minutes', {
                minutes: Math.max(0, Math.floor((hallTime - ticket.joinedAt) / 60_000)),
              })}
            </span>
            <button
              type="button"
              className="button"
              disabled={!mayCall}
              aria-label={counterText(language, 'callThis', { number: ticket.number })}
              onClick={() =>
                void operator.send({ type: 'call-ticket', counterId: view.counter.id, ticketId: ticket.id })
              }
            >
              ▶
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Parked({ view, operator }: { view: CounterView; operator: Operator }) {
  if (view.parked.length === 0) return null;
  const mayResume = view.actions.includes('resume-ticket') && !operator.busy;
  return (
    <section className="queue">
      <h2>{counterText(language, 'parkedList', { count: view.parked.length })}</h2>
      <ol data-testid="parked">
        {view.parked.map((ticket) => (
          <li key={ticket.id}>
            <strong>{ticket.number}</strong>
            <span className="queue-service">{ticket.reason}</span>
            <button
              type="button"
              className="button"
              disabled={!mayResume}
              aria-label={counterText(language, 'resumeThis', { number: ticket.number })}
              onClick={() =>
                void operator.send({ type: 'resume-ticket', counterId: view.counter.id, ticketId: ticket.id })
              }
            >
              ▶
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
