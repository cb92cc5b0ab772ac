// Who waits, whoever has used up the largest share of its promise first; one may look for a number or a service.
import { useState } from 'react';
import { useFloor } from './act.ts';
import { type WaitingTicket, waitingLike } from './floor-looks.ts';
import { ShareBar } from './share-bar.tsx';
import { minutesText, own, say, timeText } from './supervisor-text.ts';

const shownAtMost = 25;

export function WaitingList() {
  const { view, show } = useFloor();
  const [wanted, setWanted] = useState({ number: '', serviceId: '' });
  const found = waitingLike(view.waiting, wanted);
  const shown = found.slice(0, shownAtMost);
  const busy = view.queues.filter(({ waiting, serviceId }) => waiting > 0 || serviceId === wanted.serviceId);
  return (
    <section className="floor-waiting" aria-labelledby="floor-waiting" data-testid="waiting">
      <header>
        <h2 id="floor-waiting" className="floor-title">
          {say('waitingList', { count: view.today.waiting })}
        </h2>
        {show !== null && (
          <div className="waiting-filter">
            <label>
              {say('filterNumber')}
              <input
                type="search"
                value={wanted.number}
                size={8}
                onChange={(event) => setWanted({ ...wanted, number: event.target.value })}
              />
            </label>
            <label>
              {say('filterQueue')}
              <select
                value={wanted.serviceId}
                onChange={(event) => setWanted({ ...wanted, serviceId: event.target.value })}
              >
                <option value="">{say('everyQueue')}</option>
                {busy.map(({ serviceId, name, waiting }) => (
                  <option key={serviceId} value={serviceId}>
                    {own(name)} ({waiting})
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
      </header>
      {shown.length === 0 ? (
        <p className="floor-quiet">{say(view.waiting.length === 0 ? 'nobodyWaits' : 'noneFound')}</p>
      ) : (
        <Rows tickets={shown} />
      )}
      {(found.length > shown.length || view.today.waiting > view.waiting.length) && (
        <p className="floor-note">{say('shownFirst', { count: shown.length })}</p>
      )}
    </section>
  );
}

function Rows({ tickets }: { tickets: readonly WaitingTicket[] }) {
  const { show } = useFloor();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('number')}</th>
          <th scope="col">{say('filterQueue')}</th>
          <th scope="col">{say('waited')}</th>
          <th scope="col">{say('promise')}</th>
          {show !== null && (
            <th scope="col">
              <span className="visually-hidden">{say('manage')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <Row key={ticket.id} ticket={ticket} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ ticket }: { ticket: WaitingTicket }) {
  const { view, now, may, show } = useFloor();
  const { id, number, serviceName, joinedAt, promise, priorityClass, transferred, appointmentAt } = ticket;
  const named = view.priorityClasses.find((each) => each.id === priorityClass);
  const marks = [
    ...(named === undefined ? [] : [own(named.name)]),
    ...(transferred ? [say('returnedOrSent')] : []),
    ...(appointmentAt === null ? [] : [say('appointment', { time: timeText(appointmentAt, view.timeZone) })]),
  ];
  return (
    <tr data-number={number}>
      <th scope="row">{number}</th>
      <td>
        {own(serviceName)}
        {marks.length > 0 && <strong className="waiting-marks">{marks.join(', ')}</strong>}
      </td>
      <td>{minutesText(now - joinedAt)}</td>
      <td>
        <ShareBar percent={promise.percent} />
      </td>
      {show !== null && (
        <td>
          {(may('set-priority') || may('move-ticket')) && (
            <button
              type="button"
              className="button button-small"
              aria-label={say('manageNumber', { number })}
              onClick={() => show({ ticketId: id })}
            >
              {say('manage')}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
