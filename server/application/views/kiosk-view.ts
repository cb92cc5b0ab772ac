// The kiosk: departments and services with their queues, and whether a number may be taken now.
import type { KioskView } from '../../../protocol/views/kiosk-view.ts';
import { refusedNow } from '../../domain/commands/issue-ticket.ts';
import { mayServe } from '../../domain/draws.ts';
import { waitingByService } from '../../domain/queue.ts';
import { estimateView } from '../estimates/wait-estimates.ts';
import { counterStatus, type ViewInput } from './view-input.ts';

export function kioskView(input: ViewInput, kioskId: string | null): KioskView {
  const { state, rules, intake, at } = input;
  const { setup } = rules;
  const waiting = waitingByService(state);
  const context = { rules, intakeOpen: intake.open, actor: { kind: 'device', id: 'kiosk' } } as const;
  const services = setup.services.filter((service) => service.offeredAtKiosk);
  const offering = new Set(services.map((service) => service.departmentId));
  return {
    centre: { name: setup.centre.name, address: setup.centre.address },
    timeZone: setup.centre.timeZone,
    languages: setup.languages,
    departments: setup.departments.filter((department) => offering.has(department.id)),
    services: services.map((service) => ({
      id: service.id,
      departmentId: service.departmentId,
      name: service.name,
      waiting: waiting.get(service.id)?.length ?? 0,
      openCounters: setup.counters.filter(
        ({ id }) =>
          counterStatus(input, id) === 'open' && mayServe(state, rules, id, at).includes(service.id),
      ).length,
      estimate: estimateView(input.estimates.ofNewcomer(service.id, null)),
      closedBecause: refusedNow(state, service, context)?.refusal.code ?? null,
      procedures: service.procedures.map((procedure) => procedure.name),
    })),
    priorityClasses: setup.priorityClasses
      .filter((each) => each.askedAtKiosk)
      .map(({ id, name }) => ({ id, name })),
    intake,
    printer: input.devices.printerOf(kioskId),
    prints: input.devices.printsOf(kioskId),
    scanned: input.devices.scanOf(kioskId),
  };
}
