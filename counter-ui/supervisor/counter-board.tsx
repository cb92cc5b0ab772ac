// The counters as a board by zone: who sits there, what each has in hand and for how long, why it is paused, whom it could
// call, and what was changed for today. A counter opens its panel.
import './counter-board.css';
import type { WatchedCounter } from '../../protocol/views/supervisor-view.ts';
import { runningText } from '../counter/counter-text.ts';
import { useFloor } from './act.ts';
import { isLong } from './floor-looks.ts';
import { minutesText, own, say, timeText } from './supervisor-text.ts';

const signs = { open: '●', paused: '❚❚', closed: '○' } as const;

export function CounterBoard() {
  const { view } = useFloor();
  return (
    <section className="floor-counters" aria-labelledby="floor-counters" data-testid="counters">
      <h2 id="floor-counters">{say('counters')}</h2>
      {view.zones.map(({ id, name }) => {
        const counters = view.counters.filter(({ zoneId }) => zoneId === id);
        if (counters.length === 0) return null;
        return (
          <section key={id} aria-label={own(name)} data-zone={id}>
            <h3>{own(name)}</h3>
            <ul>
              {counters.map((counter) => (
                <li key={counter.id}>
                  <CounterCard counter={counter} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function CounterCard({ counter }: { counter: WatchedCounter }) {
  const { show } = useFloor();
  const { id, status, helpSince } = counter;
  const look = `counter-card counter-${status}${helpSince === null ? '' : ' counter-help'}`;
  const told = { className: look, 'data-counter': id, 'data-status': status };
  if (show === null)
    return (
      <div {...told}>
        <CardFacts counter={counter} />
      </div>
    );
  return (
    <button type="button" {...told} onClick={() => show({ counterId: id })}>
      <CardFacts counter={counter} />
    </button>
  );
}

function CardFacts({ counter }: { counter: WatchedCounter }) {
  const { number, status, operator, waiting, helpSince, name, ticket, finishedToday } = counter;
  return (
    <>
      <span className="card-head">
        <strong className="card-number">{number}</strong>
        <span className={`card-state card-state-${status}`}>
          <span aria-hidden="true">{signs[status]}</span> {say(status)}
        </span>
      </span>
      <span className="card-who">{operator?.name ?? own(name)}</span>
      {helpSince !== null && (
        <strong className="is-bad">
          <span className="help-mark" aria-hidden="true">
            !
          </span>{' '}
          {say('help')}
        </strong>
      )}
      {ticket !== null && <HandLine ticket={ticket} />}
      {status === 'paused' && <PauseLine counter={counter} />}
      {status === 'open' && ticket === null && <span className="card-idle">{say('idle')}</span>}
      {status !== 'closed' && (
        <span className="card-soft">
          {say('waitHere', { count: waiting })} · {say('finishedHere', { count: finishedToday })}
        </span>
      )}
      <ChangesOfToday counter={counter} />
    </>
  );
}

function HandLine({ ticket }: { ticket: NonNullable<WatchedCounter['ticket']> }) {
  const { now } = useFloor();
  const { number, status, startedAt, calledAt, usualMs } = ticket;
  return (
    <span className="card-hand" data-testid="card-hand">
      <strong>{number}</strong> {say(status === 'serving' ? 'serving' : 'called')}{' '}
      <span className="card-time">{runningText(now - (startedAt ?? calledAt))}</span>
      {usualMs !== null && status === 'serving' && (
        <span className="card-soft"> {say('usual', { time: minutesText(usualMs) })}</span>
      )}
      {isLong(ticket, now) && <strong className="is-warn"> ⚠ {say('tooLong')}</strong>}
    </span>
  );
}

function PauseLine({ counter: { pauseReason, pausedAt, backAt } }: { counter: WatchedCounter }) {
  const { now, view } = useFloor();
  return (
    <span className="card-pause">
      {pauseReason === null ? '' : own(pauseReason)}
      {pausedAt !== null && ` · ${minutesText(now - pausedAt)}`}
      {backAt !== null && (
        <span className={now > backAt ? 'is-bad' : ''}>
          {' '}
          · {say('back', { time: timeText(backAt, view.timeZone) })}
        </span>
      )}
    </span>
  );
}

/** The profile where it is not the set-up's, and whom it helps. */
function ChangesOfToday({ counter: { ownProfile, profileId, lendings } }: { counter: WatchedCounter }) {
  const { view } = useFloor();
  const profile = view.profiles.find(({ id }) => id === profileId);
  const nameOf = (serviceId: string) =>
    own(view.queues.find((each) => each.serviceId === serviceId)?.name ?? { vi: serviceId });
  return (
    <>
      {!ownProfile && profile !== undefined && (
        <span className="card-change">⇄ {say('profileToday', { profile: own(profile.name) })}</span>
      )}
      {lendings.map(({ serviceId }) => (
        <span key={serviceId} className="card-change">
          + {say('lent', { service: nameOf(serviceId) })}
        </span>
      ))}
    </>
  );
}
