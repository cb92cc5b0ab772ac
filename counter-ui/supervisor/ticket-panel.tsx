// Somebody who waits: a priority class given or taken back, and another queue.
import { type FormEvent, useState } from 'react';
import type { PriorityClassId, ServiceId, TicketId } from '../../protocol/ids.ts';
import { type Said, useFloor } from './act.ts';
import type { WaitingTicket } from './floor-looks.ts';
import { Panel } from './panel.tsx';
import { minutesText, own, say } from './supervisor-text.ts';

export function TicketPanel({
  ticketId,
  said,
  close,
}: {
  ticketId: TicketId;
  said: Said | null;
  close: () => void;
}) {
  const { view, now } = useFloor();
  const ticket = view.waiting.find(({ id }) => id === ticketId);
  const [number] = useState(ticket?.number ?? '');
  return (
    <Panel
      title={say('manageNumber', { number })}
      opener={`[data-number="${number}"] button`}
      {...{ said, close }}
    >
      {ticket === undefined ? (
        <p>{say('notWaitingNow')}</p>
      ) : (
        <>
          <p>
            {own(ticket.serviceName)} · {say('waited')}: {minutesText(now - ticket.joinedAt)}
          </p>
          <PriorityForm ticket={ticket} />
          <QueueForm ticket={ticket} />
        </>
      )}
    </Panel>
  );
}

function PriorityForm({ ticket: { id: ticketId, priorityClass } }: { ticket: WaitingTicket }) {
  const { view, act } = useFloor();
  const [chosen, setChosen] = useState<string | null>(null);
  const value = chosen ?? priorityClass ?? '';
  const set = (event: FormEvent) => {
    event.preventDefault();
    setChosen(null);
    void act({
      ...{ type: 'set-priority', ticketId },
      priorityClass: value === '' ? null : (value as PriorityClassId),
    });
  };
  return (
    <form className="panel-part" onSubmit={set}>
      <label>
        {say('priorityClass')}
        <select name="priority" value={value} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{say('noPriority')}</option>
          {view.priorityClasses.map(({ id, name }) => (
            <option key={id} value={id}>
              {own(name)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button" disabled={value === (priorityClass ?? '')}>
        {say('doPriority')}
      </button>
    </form>
  );
}

function QueueForm({ ticket: { id: ticketId, serviceId } }: { ticket: WaitingTicket }) {
  const { view, act } = useFloor();
  const [chosen, setChosen] = useState('');
  const [keepPlace, setKeepPlace] = useState(true);
  const move = (event: FormEvent) => {
    event.preventDefault();
    setChosen('');
    void act({ type: 'move-ticket', ticketId, serviceId: chosen as ServiceId, keepPlace });
  };
  return (
    <form className="panel-part" onSubmit={move}>
      <label>
        {say('moveTo')}
        <select name="service" value={chosen} required onChange={(event) => setChosen(event.target.value)}>
          <option value="">{say('chooseService')}</option>
          {view.queues
            .filter((each) => each.serviceId !== serviceId)
            .map(({ serviceId: id, name, departmentName, waiting }) => (
              <option key={id} value={id}>
                {own(name)} – {own(departmentName)} ({waiting})
              </option>
            ))}
        </select>
      </label>
      <label className="panel-choice">
        <input type="checkbox" checked={keepPlace} onChange={(event) => setKeepPlace(event.target.checked)} />
        {say('keepWait')}
      </label>
      <button type="submit" className="button" disabled={chosen === ''}>
        {say('doMoveTicket')}
      </button>
    </form>
  );
}
