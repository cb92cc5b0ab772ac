// The ticket in hand, large: number, state and time, and everything the officer should know of whoever stands there.
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { copyDossier } from './copy-text.ts';
import { counterText, hourText, reasonSentence, runningText } from './counter-text.ts';
import { PromiseBar } from './promise-bar.tsx';
import type { Operator } from './use-operator.ts';

type Props = { readonly view: CounterView; readonly hallTime: number; readonly operator: Operator };
type InHandTicket = NonNullable<CounterView['ticket']>;

export function InHand({ view, hallTime, operator }: Props) {
  const { ticket, reason } = view;
  if (ticket === null) return <NobodyInHand view={view} hallTime={hallTime} />;
  return (
    <div className={`hand hand-${ticket.status}`} data-testid="in-hand" data-status={ticket.status}>
      <HandTime ticket={ticket} hallTime={hallTime} />
      <p className="hand-number" data-testid="hand-number">
        {ticket.number}
      </p>
      <p className="hand-service">{centreText(ticket.serviceName, language)}</p>
      <p className="hand-detail">{centreText(ticket.departmentName, language)}</p>
      <Badges ticket={ticket} timeZone={view.timeZone} />
      <PromiseBar promise={ticket.promise} />
      {ticket.journeyNames.length > 0 && (
        <ol className="steps hand-steps" aria-label={counterText(language, 'journeyNext')}>
          <li aria-current="step">{centreText(ticket.serviceName, language)}</li>
          {ticket.journeyNames.map((name, index) => (
            <li key={ticket.journey[index]}>{centreText(name, language)}</li>
          ))}
        </ol>
      )}
      {ticket.note !== null && (
        <p className="hand-note">
          <b>{counterText(language, 'noteShort')}</b> {ticket.note}
        </p>
      )}
      {ticket.dossierCode !== null && (
        <p className="hand-dossier">
          {counterText(language, 'dossier')} <code data-testid="dossier">{ticket.dossierCode}</code>
          <button type="button" className="button hand-copy" onClick={() => copyDossier(view, operator)}>
            {counterText(language, 'copy')} <kbd>Y</kbd>
          </button>
        </p>
      )}
      {ticket.suggestNoShow && (
        <p className="hand-suggests" role="status" data-testid="suggests-absent">
          {counterText(language, 'suggestAbsent', { count: ticket.recalls })}
        </p>
      )}
      {reason !== null && <p className="hand-reason">{reasonSentence(reason)}</p>}
    </div>
  );
}

function HandTime({ ticket, hallTime }: { ticket: InHandTicket; hallTime: number }) {
  const usualMs = ticket.usualSeconds === null ? null : ticket.usualSeconds * 1_000;
  const spent = hallTime - (ticket.startedAt ?? ticket.calledAt);
  const isLong = ticket.status === 'serving' && usualMs !== null && spent > 1.5 * usualMs;
  return (
    <p className="hand-status">
      <span className={`state state-${ticket.status}`}>
        {counterText(language, ticket.status === 'called' ? 'called' : 'serving')}
      </span>
      <span className={isLong ? 'hand-time hand-time-long' : 'hand-time'} role="timer">
        {runningText(spent)}
      </span>
      {usualMs !== null && (
        <span className="hand-usual">
          {counterText(language, isLong ? 'usualLonger' : 'usual', { time: runningText(usualMs) })}
        </span>
      )}
    </p>
  );
}

function Badges({ ticket, timeZone }: { ticket: InHandTicket; timeZone: string }) {
  const { priorityName, appointmentAt, recalls, transferred, returned } = ticket;
  return (
    <p className="hand-badges">
      {ticket.priorityClass !== null && (
        <span className="badge badge-priority">
          ★ {priorityName === null ? counterText(language, 'priority') : centreText(priorityName, language)}
        </span>
      )}
      {appointmentAt !== null && (
        <span className="badge">
          {counterText(language, 'appointment', { time: hourText(appointmentAt, timeZone) })}
        </span>
      )}
      {transferred && <span className="badge">{counterText(language, 'transferred')}</span>}
      {returned && <span className="badge">{counterText(language, 'returned')}</span>}
      {recalls > 0 && (
        <span className="badge badge-recalls" data-testid="recalls">
          {counterText(language, 'recalls', { count: recalls })}
        </span>
      )}
    </p>
  );
}

function NobodyInHand({ view, hallTime }: Omit<Props, 'operator'>) {
  const { counter, pauseReason, timeZone, pausedAt, backAt, nextReason } = view;
  const first = view.waiting[0];
  const isPaused = counter.status === 'paused';
  const words = counter.status === 'closed' ? 'closedCounter' : isPaused ? 'pausedCounter' : 'noTicket';
  const why = view.pauseReasons.find((each) => each.id === pauseReason);
  return (
    <div className={`hand hand-empty hand-${counter.status}`} data-testid="no-ticket">
      <p className="hand-empty-words">{counterText(language, words)}</p>
      {isPaused && why !== undefined && <p className="hand-service">{centreText(why.name, language)}</p>}
      {isPaused && pausedAt !== null && (
        <p className="hand-detail">
          {counterText(language, 'pausedSince', {
            time: hourText(pausedAt, timeZone),
            running: runningText(hallTime - pausedAt),
          })}
        </p>
      )}
      {isPaused && backAt !== null && (
        <p className={hallTime > backAt ? 'hand-suggests' : 'hand-detail'}>
          {counterText(language, hallTime > backAt ? 'backLate' : 'backAt', {
            time: hourText(backAt, timeZone),
          })}
        </p>
      )}
      {counter.status === 'open' && first !== undefined && (
        <>
          <p className="hand-next">
            {counterText(language, 'nextIs')} <b>{first.number}</b>
          </p>
          <p className="hand-detail">{centreText(first.serviceName, language)}</p>
          {nextReason !== null && <p className="hand-reason">{reasonSentence(nextReason)}</p>}
        </>
      )}
    </div>
  );
}
