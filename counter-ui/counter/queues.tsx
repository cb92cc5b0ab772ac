// Who waits, in the order in which "next" would call them, who is parked, and who was absent and may come back.
import type { ReactNode } from 'react';
import type { Command } from '../../protocol/commands.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { language } from '../language.tsx';
import { counterText, hourText, reasonSentence } from './counter-text.ts';
import { PromiseBar } from './promise-bar.tsx';
import type { Operator } from './use-operator.ts';

type Props = { readonly view: CounterView; readonly operator: Operator };
type Listed = CounterView['waiting'][number];

export function Waiting({ view, operator }: Props) {
  const { waiting, waitingTotal, nextReason, counter, actions } = view;
  return (
    <section className="queue queue-waiting" aria-label={counterText(language, 'waitingWord')}>
      <h2>{counterText(language, 'waitingList', { count: waitingTotal })}</h2>
      {view.draws.some(({ lent }) => lent) && (
        <p className="queue-lent">
          {counterText(language, 'helpsOut', {
            services: view.draws
              .filter(({ lent }) => lent)
              .map(({ name }) => centreText(name, language))
              .join(', '),
          })}
        </p>
      )}
      {waiting.length === 0 && <p className="queue-empty">{counterText(language, 'nobodyWaiting')}</p>}
      <Rows testId="waiting">
        {waiting.map((ticket, index) => (
          <li key={ticket.id} className="row">
            <span className="row-place">{index + 1}</span>
            <strong>{ticket.number}</strong>
            <span className="row-what">
              <span className="row-service">{centreText(ticket.serviceName, language)}</span>
              <RowBadges ticket={ticket} timeZone={view.timeZone} />
              {index === 0 && nextReason !== null && (
                <span className="row-reason">{reasonSentence(nextReason)}</span>
              )}
            </span>
            <PromiseBar promise={ticket.promise} short />
            <RowButton
              words={counterText(language, 'callThis', { number: ticket.number })}
              command={{ type: 'call-ticket', counterId: counter.id, ticketId: ticket.id }}
              may={actions.includes('call')}
              operator={operator}
            >
              ▶
            </RowButton>
          </li>
        ))}
      </Rows>
      {waitingTotal > waiting.length && (
        <p className="queue-empty">
          {counterText(language, 'moreWaiting', { count: waitingTotal - waiting.length })}
        </p>
      )}
    </section>
  );
}

export function Parked({ view, operator }: Props) {
  const { parked, counter, actions, timeZone } = view;
  if (parked.length === 0) return null;
  return (
    <section className="queue" aria-label={counterText(language, 'park')}>
      <h2>{counterText(language, 'parkedList', { count: parked.length })}</h2>
      <Rows testId="parked">
        {parked.map((ticket) => (
          <SideRow
            key={ticket.id}
            number={ticket.number}
            what={ticket.reason}
            more={counterText(language, ticket.backAt === null ? 'parkedSince' : 'parkedUntil', {
              since: hourText(ticket.parkedAt, timeZone),
              until: hourText(ticket.backAt ?? ticket.parkedAt, timeZone),
            })}
          >
            <RowButton
              words={counterText(language, 'resumeThis', { number: ticket.number })}
              command={{ type: 'resume-ticket', counterId: counter.id, ticketId: ticket.id }}
              may={actions.includes('resume-ticket')}
              operator={operator}
            >
              ▶
            </RowButton>
          </SideRow>
        ))}
      </Rows>
    </section>
  );
}

export function Missed({ view, operator }: Props) {
  const { missed, counter, actions, timeZone } = view;
  if (missed.length === 0) return null;
  return (
    <section className="queue" aria-label={counterText(language, 'noShow')}>
      <h2>{counterText(language, 'missedList', { count: missed.length })}</h2>
      <Rows testId="missed">
        {missed.map((ticket) => (
          <SideRow
            key={ticket.id}
            number={ticket.number}
            what={centreText(ticket.serviceName, language)}
            more={counterText(language, ticket.mayReturn ? 'missedAt' : 'missedForGood', {
              time: hourText(ticket.missedAt, timeZone),
            })}
          >
            <RowButton
              words={counterText(language, 'takeBackThis', { number: ticket.number })}
              command={{ type: 'return-ticket', ticketId: ticket.id }}
              may={ticket.mayReturn && counter.status !== 'closed'}
              operator={operator}
            >
              {counterText(language, 'takeBackShort')}
            </RowButton>
            <RowButton
              words={counterText(language, 'callThis', { number: ticket.number })}
              command={{ type: 'call-ticket', counterId: counter.id, ticketId: ticket.id }}
              may={actions.includes('call')}
              operator={operator}
            >
              ▶
            </RowButton>
          </SideRow>
        ))}
      </Rows>
    </section>
  );
}

function SideRow(props: { number: string; what: string; more: string; children: ReactNode }) {
  return (
    <li className="row row-side">
      <strong>{props.number}</strong>
      <span className="row-what">
        <span className="row-service">{props.what}</span>
        <span className="row-reason">{props.more}</span>
      </span>
      {props.children}
    </li>
  );
}

/** The list scrolls, and must be reached by keys where none of its buttons can be. */
function Rows({ testId, children }: { testId: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <ol className="queue-list" data-testid={testId} tabIndex={0}>
      {children}
    </ol>
  );
}

function RowButton(props: {
  readonly words: string;
  readonly command: Command;
  readonly may: boolean;
  readonly operator: Operator;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="button row-button"
      disabled={!props.may || props.operator.busy !== null}
      aria-label={props.words}
      title={props.words}
      onClick={(event) => {
        if (event.detail > 0) event.currentTarget.blur();
        void props.operator.send(props.command);
      }}
    >
      {props.children}
    </button>
  );
}

function RowBadges({ ticket, timeZone }: { ticket: Listed; timeZone: string }) {
  return (
    <>
      {ticket.priorityClass !== null && (
        <span className="badge badge-priority">
          ★{' '}
          {ticket.priorityName === null
            ? counterText(language, 'priority')
            : centreText(ticket.priorityName, language)}
        </span>
      )}
      {ticket.appointmentAt !== null && (
        <span className="badge">
          {counterText(language, 'appointment', { time: hourText(ticket.appointmentAt, timeZone) })}
        </span>
      )}
      {ticket.transferred && <span className="badge">{counterText(language, 'transferred')}</span>}
      {ticket.returned && <span className="badge">{counterText(language, 'returned')}</span>}
      {ticket.reservedForThisCounter && <span className="badge">{counterText(language, 'reserved')}</span>}
      {ticket.turnsToWait !== null && ticket.turnsToWait > 0 && (
        <span className="badge">{counterText(language, 'turnsToWait', { count: ticket.turnsToWait })}</span>
      )}
      {ticket.note !== null && <span className="row-note">{ticket.note}</span>}
    </>
  );
}
