// What reports are made from: tickets, visits, service stints and ratings, brought up to date in the same transaction as
// the events. A table over all event types: a forgotten event does not compile.
import type { BusinessDay } from '../../protocol/ids.ts';
import type { DomainEvent, EventOf, EventType } from '../domain/events.ts';
import type { Database } from './sqlite.ts';

type Row = { readonly seq: number; readonly at: number; readonly businessDay: BusinessDay };
type Project<T extends EventType> = (event: EventOf<T>, row: Row) => void;

/** Prepares the statements on an open journal; the returned function projects one event. */
export function projector(db: Database): (event: DomainEvent, row: Row) => void {
  const issue = db.prepare('INSERT INTO tickets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)');
  const begin = db.prepare('INSERT INTO visits VALUES (?, ?, ?, NULL)');
  const setStatus = db.prepare('UPDATE tickets SET status = ?, ended_at = ? WHERE ticket_id = ?');
  const endVisit = db.prepare(
    'UPDATE visits SET ended_at = ? WHERE visit_id = (SELECT visit_id FROM tickets WHERE ticket_id = ?)',
  );
  const move = db.prepare(
    'UPDATE tickets SET status = ?, service_id = ?, department_id = ? WHERE ticket_id = ?',
  );
  const call = db.prepare(
    'INSERT INTO stints (seq, ticket_id, business_day, counter_id, operator_id, called_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const latest = 'seq = (SELECT max(seq) FROM stints WHERE ticket_id = ?)';
  const start = db.prepare(`UPDATE stints SET started_at = ? WHERE ${latest}`);
  const finish = db.prepare(
    `UPDATE stints SET started_at = coalesce(started_at, called_at), finished_at = ?, cause = ?, ends = ?, service_id = ?, department_id = ? WHERE ${latest}`,
  );
  const rate = db.prepare('INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const status = (ticketId: string, value: string, endedAt: number | null) => {
    setStatus.run(value, endedAt, ticketId);
    endVisit.run(endedAt, ticketId);
  };
  const nothing = () => {};
  const projections: { readonly [T in EventType]: Project<T> } = {
    'business-day-started': nothing,
    'setup-changed': nothing,
    'counter-opened': nothing,
    'counter-closed': nothing,
    'counter-paused': nothing,
    'counter-resumed': nothing,
    'ticket-recalled': nothing,
    'ticket-issued': (e, { at, businessDay }) => {
      begin.run(e.visitId, businessDay, at);
      issue.run(
        e.ticketId,
        e.visitId,
        businessDay,
        e.number,
        e.seriesId,
        e.serviceId,
        e.departmentId,
        e.priorityClass,
        'waiting',
        at,
      );
    },
    'ticket-cancelled': (e, { at }) => status(e.ticketId, 'cancelled', at),
    'ticket-called': (e, { seq, at, businessDay }) => {
      call.run(seq, e.ticketId, businessDay, e.counterId, e.operatorId, at);
      status(e.ticketId, 'called', null);
    },
    'service-started': (e, { at }) => {
      start.run(at, e.ticketId);
      status(e.ticketId, 'serving', null);
    },
    'service-finished': (e, { at }) => {
      finish.run(at, e.cause, e.ends ? 1 : 0, e.serviceId, e.departmentId, e.ticketId);
      if (e.ends) status(e.ticketId, 'finished', at);
    },
    'ticket-no-show': (e, { at }) => status(e.ticketId, 'no-show', at),
    'ticket-parked': (e) => status(e.ticketId, 'parked', null),
    'ticket-resumed': (e) => status(e.ticketId, 'waiting', null),
    'ticket-transferred': (e) => void move.run('waiting', e.serviceId, e.departmentId, e.ticketId),
    'rating-submitted': (e, { at, businessDay }) =>
      void rate.run(
        e.ticketId,
        businessDay,
        e.departmentId,
        e.serviceId,
        e.counterId,
        e.operatorId,
        e.formId,
        JSON.stringify(e.answers),
        e.comment,
        at,
      ),
  };
  return (event, row) => (projections[event.type] as Project<typeof event.type>)(event as never, row);
}
