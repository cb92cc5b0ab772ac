// The status television: dossiers as they were imported, who waits for which department, and how satisfied people were
// today, always with how many of those served have answered.
import type { DossierFigures } from '../../../protocol/notices.ts';
import { ratingForms } from '../../../protocol/rating-forms/rating-forms.ts';
import type { StatusView } from '../../../protocol/views/status-view.ts';
import { answerKey } from '../../domain/branch-state.ts';
import { isWaiting } from '../../domain/queue.ts';
import { announcementsFor } from './notices-shown.ts';
import { shownCentre, type ViewInput } from './view-input.ts';

export function statusView(input: ViewInput): StatusView {
  const { setup } = input.rules;
  const { dossiers } = input.notices;
  return {
    centre: shownCentre(input),
    timeZone: setup.centre.timeZone,
    languages: setup.languages,
    dossiers:
      dossiers === null
        ? null
        : { from: dossiers.from, to: dossiers.to, rows: dossiers.rows, total: totalOf(dossiers.rows) },
    waiting: waitingByDepartment(input),
    today: today(input),
    announcements: announcementsFor(input, null),
  };
}

type Total = NonNullable<StatusView['dossiers']>['total'];

export function totalOf(rows: DossierFigures['rows']): Total {
  const sum = (field: keyof Total) => rows.reduce((total, row) => total + row[field], 0);
  return {
    received: sum('received'),
    solvedInTime: sum('solvedInTime'),
    solvedLate: sum('solvedLate'),
    openInTime: sum('openInTime'),
    openLate: sum('openLate'),
  };
}

function waitingByDepartment({ state, rules, at }: ViewInput): StatusView['waiting'] {
  const queues = new Map<string, { waiting: number; longestMs: number }>();
  for (const ticket of state.tickets.values()) {
    if (!isWaiting(ticket)) continue;
    const queue = queues.get(ticket.departmentId) ?? { waiting: 0, longestMs: 0 };
    queue.waiting += 1;
    queue.longestMs = Math.max(queue.longestMs, at - ticket.joinedAt);
    queues.set(ticket.departmentId, queue);
  }
  return rules.setup.departments.flatMap(({ id, name }) => {
    const queue = queues.get(id);
    return queue === undefined
      ? []
      : [
          {
            departmentId: id,
            name,
            waiting: queue.waiting,
            longestWaitMinutes: Math.floor(queue.longestMs / 60_000),
          },
        ];
  });
}

function today({ state }: ViewInput): StatusView['today'] {
  let [finished, rated] = [0, 0];
  for (const ticket of state.tickets.values()) {
    if (ticket.status === 'finished') finished += 1;
    if (ticket.rated) rated += 1;
  }
  let satisfied = 0;
  // A form's first question is its verdict: one answer a person.
  for (const { id, questions } of ratingForms)
    for (const question of questions.slice(0, 1))
      for (const choice of question.choices)
        if (choice.sense === 'satisfied')
          satisfied += state.answersToday.get(answerKey(id, question.id, choice.id)) ?? 0;
  return { finished, rated, satisfied };
}
