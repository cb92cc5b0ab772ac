// Issue a ticket: the next number of the service's series, while intake is open and no limit is reached.
import type { ServiceSetup } from '../../../protocol/setup-schema.ts';
import type { BranchState } from '../branch-state.ts';
import { accept, type Decide, type DecideContext, refuse } from '../decision.ts';
import { nextOrdinal, numberText } from '../number-series.ts';
import { aheadOfNew } from '../people-ahead.ts';
import { waitingCount } from '../queue.ts';

export const issueTicket: Decide<'issue-ticket'> = (state, command, context) => {
  const { rules } = context;
  const service = rules.services.get(command.serviceId);
  if (service === undefined) return refuse('unknown-service', { serviceId: command.serviceId });
  const journey = command.journey ?? [];
  const unknown = journey.find((id) => !rules.services.has(id));
  if (unknown !== undefined) return refuse('unknown-service', { serviceId: unknown });
  const priorityClass = command.priorityClass ?? null;
  if (priorityClass !== null && !rules.priorityClasses.has(priorityClass))
    return refuse('unknown-priority-class', { priorityClass });
  const refused = refusedNow(state, service, context);
  if (refused !== null) return refused;
  const series = rules.series.get(service.seriesId);
  const ordinal = series === undefined ? null : nextOrdinal(series, state.lastOrdinals.get(series.id));
  if (series === undefined || ordinal === null) return refuse('series-exhausted', { serviceId: service.id });
  const number = numberText(series, ordinal);
  const estimate = context.estimateFor(service.id, priorityClass);
  const issued = { ticketId: context.newTicketId, number, serviceId: service.id, priorityClass };
  return accept(
    [
      {
        type: 'ticket-issued',
        ...issued,
        visitId: context.newVisitId,
        seriesId: series.id,
        ordinal,
        departmentId: service.departmentId,
        language: command.language ?? rules.setup.languages[0] ?? 'vi',
        journey,
        ...(command.appointmentAt === undefined ? {} : { appointmentAt: command.appointmentAt }),
        ...(command.dossierCode === undefined ? {} : { dossierCode: command.dossierCode }),
        ...(estimate === null ? {} : { estimate }),
      },
    ],
    { ...issued, issuedAt: context.at, ahead: aheadOfNew(state, rules, service.id, context.at) },
  );
};

/** Why this service gives no number at this moment, or null. Kiosks show the same answer before anybody asks. */
export function refusedNow(
  state: BranchState,
  service: ServiceSetup,
  context: Pick<DecideContext, 'rules' | 'intakeOpen' | 'actor'>,
) {
  const { limits } = context.rules.setup;
  if (!context.intakeOpen) return refuse('intake-closed');
  if (state.intakeStopped.has('all') || state.intakeStopped.has(service.id))
    return refuse('intake-stopped', { serviceId: service.id });
  if (!service.offeredAtKiosk && context.actor.kind !== 'staff')
    return refuse('service-not-offered', { serviceId: service.id });
  if (service.dailyLimit !== null && (state.issuedByService.get(service.id) ?? 0) >= service.dailyLimit) {
    return refuse('daily-limit-reached', { limit: service.dailyLimit });
  }
  if (waitingCount(state) >= limits.waitingAtMost)
    return refuse('too-many-waiting', { limit: limits.waitingAtMost });
  return null;
}
