// What reports are made from: tickets, visits, service stints and ratings, brought up to date in the same transaction as
// the events. A table over all event types: a forgotten event does not compile. Everything here can be made anew from
// the events.
import type { BusinessDay } from '../../protocol/ids.ts';
import type { DomainEvent, EventOf, EventType } from '../domain/events.ts';
import type { Database } from './sqlite.ts';

export const readModelTables = ['tickets', 'visits', 'stints', 'ratings', 'estimates'] as const;

type Row = { readonly seq: number; readonly at: number; readonly businessDay: BusinessDay };
type Project<T extends EventType> = (event: EventOf<T>, row: Row) => void;
type Projections = { readonly [T in EventType]: Project<T> };

/** Prepares the statements on an open journal; the returned function projects one event. */
export function projector(db: Database): (event: DomainEvent, row: Row) => void {
  const projections: Projections = { ...unreported, ...ticketProjections(db), ...ratingProjection(db) };
  return (event, row) => (projections[event.type] as Project<typeof event.type>)(event as never, row);
}

const nothing = () => {};
/** Facts that no table of the reports holds. */
const unreported = {
  'business-day-started': nothing,
  'setup-changed': nothing,
  'device-changed': nothing,
  'notices-changed': nothing,
  'counter-opened': nothing,
  'counter-closed': nothing,
  'counter-paused': nothing,
  'counter-resumed': nothing,
  'counter-taken-over': nothing,
  'ticket-recalled': nothing,
  'help-called': nothing,
  'help-ended': nothing,
  'work-profile-set': nothing,
  'counter-lent': nothing,
  'lending-ended': nothing,
  'intake-changed': nothing,
} satisfies Partial<Projections>;

function ticketProjections(db: Database) {
  const tickets = ticketTables(db);
  const stints = stintTable(db);
  const estimates = estimateTable(db);
  return {
    'ticket-issued': (e, row) => {
      tickets.issue(e, row);
      estimates.give(e, row);
    },
    'ticket-cancelled': (e, { at }) => tickets.setStatus(e.ticketId, 'cancelled', at),
    'ticket-called': (e, row) => {
      stints.begin(e, row);
      tickets.setStatus(e.ticketId, 'called', null);
      estimates.called(e.ticketId, row.at);
    },
    'service-started': (e, { at }) => {
      stints.start(e.ticketId, at);
      tickets.setStatus(e.ticketId, 'serving', null);
    },
    'service-finished': (e, { at }) => {
      stints.finish(e, at);
      if (e.ends) tickets.setStatus(e.ticketId, 'finished', at);
    },
    'service-continued': (e, row) => stints.continue(e, row),
    'step-undone': (e) => {
      if (e.step !== 'no-show') stints.undo(e.ticketId, e.step, e.status);
      tickets.putBack(e);
    },
    'ticket-no-show': (e, { at }) => tickets.setStatus(e.ticketId, 'no-show', at),
    'ticket-returned': (e) => tickets.setStatus(e.ticketId, 'waiting', null),
    'ticket-moved': (e) => tickets.move(e),
    'priority-changed': (e) => tickets.setPriority(e.ticketId, e.priorityClass),
    'ticket-parked': (e) => tickets.setStatus(e.ticketId, 'parked', null),
    'ticket-resumed': (e) => tickets.setStatus(e.ticketId, 'waiting', null),
    'ticket-transferred': (e) => tickets.move(e),
  } satisfies Partial<Projections>;
}

function ticketTables(db: Database) {
  const issue = db.prepare("INSERT INTO tickets VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, NULL)");
  const begin = db.prepare('INSERT INTO visits VALUES (?, ?, ?, NULL) ON CONFLICT DO NOTHING');
  const setStatus = db.prepare('UPDATE tickets SET status = ?, ended_at = ? WHERE ticket_id = ?');
  const endVisit = db.prepare(
    'UPDATE visits SET ended_at = ? WHERE visit_id = (SELECT visit_id FROM tickets WHERE ticket_id = ?)',
  );
  const move = db.prepare(
    "UPDATE tickets SET status = 'waiting', service_id = ?, department_id = ? WHERE ticket_id = ?",
  );
  const setPriority = db.prepare('UPDATE tickets SET priority_class = ? WHERE ticket_id = ?');
  const putBack = db.prepare(
    'UPDATE tickets SET status = ?, ended_at = NULL, service_id = ?, department_id = ? WHERE ticket_id = ?',
  );
  return {
    setPriority: (ticketId: string, priorityClass: string | null) =>
      void setPriority.run(priorityClass, ticketId),
    /** As it was before a step that was taken back. */
    putBack({ ticketId, status, serviceId, departmentId }: EventOf<'step-undone'>) {
      putBack.run(status, serviceId, departmentId, ticketId);
      endVisit.run(null, ticketId);
    },
    issue(e: EventOf<'ticket-issued'>, { at, businessDay }: Row) {
      const { ticketId, visitId, number, seriesId, serviceId, departmentId, priorityClass } = e;
      begin.run(visitId, businessDay, at);
      issue.run(ticketId, visitId, businessDay, number, seriesId, serviceId, departmentId, priorityClass, at);
    },
    /** The visit ends with its ticket, and goes on where a ticket that had ended is called again. */
    setStatus(ticketId: string, status: string, endedAt: number | null) {
      setStatus.run(status, endedAt, ticketId);
      endVisit.run(endedAt, ticketId);
    },
    move({ serviceId, departmentId, ticketId }: EventOf<'ticket-transferred' | 'ticket-moved'>) {
      move.run(serviceId, departmentId, ticketId);
    },
  };
}

/** A stint begins with each call or each further service; starting and finishing are those of the ticket's latest one. */
function stintTable(db: Database) {
  const latest = 'seq = (SELECT max(seq) FROM stints WHERE ticket_id = ?)';
  const begin = db.prepare(
    'INSERT INTO stints (seq, ticket_id, business_day, counter_id, operator_id, called_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const start = db.prepare(`UPDATE stints SET started_at = ? WHERE ${latest}`);
  const finish = db.prepare(
    `UPDATE stints SET started_at = coalesce(started_at, called_at), finished_at = ?, cause = ?, ends = ?, service_id = ?, department_id = ? WHERE ${latest}`,
  );
  const reopen = db.prepare(
    `UPDATE stints SET finished_at = NULL, cause = NULL, ends = NULL, service_id = NULL, department_id = NULL WHERE ${latest}`,
  );
  const unstart = db.prepare(`UPDATE stints SET started_at = NULL WHERE ${latest}`);
  return {
    begin({ ticketId, counterId, operatorId }: EventOf<'ticket-called'>, { seq, at, businessDay }: Row) {
      begin.run(seq, ticketId, businessDay, counterId, operatorId, at);
    },
    start: (ticketId: string, at: number) => void start.run(at, ticketId),
    continue(
      { ticketId, counterId, operatorId }: EventOf<'service-continued'>,
      { seq, at, businessDay }: Row,
    ) {
      begin.run(seq, ticketId, businessDay, counterId, operatorId, at);
      start.run(at, ticketId);
    },
    undo(ticketId: string, step: EventOf<'step-undone'>['step'], status: 'called' | 'serving') {
      if (step !== 'start') reopen.run(ticketId);
      if (status === 'called') unstart.run(ticketId);
    },
    finish({ cause, ends, serviceId, departmentId, ticketId }: EventOf<'service-finished'>, at: number) {
      finish.run(at, cause, ends ? 1 : 0, serviceId, departmentId, ticketId);
    },
  };
}

/** What was estimated when a number was given, and when it was called first. */
function estimateTable(db: Database) {
  const give = db.prepare('INSERT INTO estimates VALUES (?, ?, ?, ?, ?, ?, ?, NULL)');
  const called = db.prepare('UPDATE estimates SET called_at = ? WHERE ticket_id = ? AND called_at IS NULL');
  return {
    give({ ticketId, serviceId, estimate }: EventOf<'ticket-issued'>, { at, businessDay }: Row) {
      if (estimate === undefined) return;
      const [low, median, high] = [estimate.lowMs, estimate.medianMs, estimate.highMs].map(Math.round);
      give.run(ticketId, businessDay, serviceId, at, low, median, high);
    },
    called: (ticketId: string, at: number) => void called.run(at, ticketId),
  };
}

function ratingProjection(db: Database) {
  const rate = db.prepare('INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    'rating-submitted': (e, { at, businessDay }) => {
      const { ticketId, departmentId, serviceId, counterId, operatorId, formId, comment } = e;
      const answers = JSON.stringify(e.answers);
      rate.run(
        ...[ticketId, businessDay, departmentId, serviceId, counterId],
        ...[operatorId, formId, answers, comment, at],
      );
    },
  } satisfies Partial<Projections>;
}
