// What the supervisor's page makes of the view before it is drawn: queues under their department, alarms in their order, who
// may do what. Pure.
import type { Command } from '../../protocol/commands.ts';
import type { CentreText, DepartmentId } from '../../protocol/ids.ts';
import type { Role } from '../../protocol/setup-schema.ts';
import type {
  Alarm,
  FloorAlarm,
  SupervisorView,
  WatchedCounter,
  WatchedQueue,
} from '../../protocol/views/supervisor-view.ts';

export type DepartmentQueues = {
  readonly departmentId: DepartmentId;
  readonly name: CentreText;
  readonly waiting: number;
  readonly queues: readonly WatchedQueue[];
};
export type ShownAlarm =
  | { readonly key: string; readonly since: number; readonly floor: FloorAlarm }
  | { readonly key: string; readonly since: number; readonly device: Alarm };
export type WaitingTicket = SupervisorView['waiting'][number];

/** Queues by department in the set-up's order; `busy`: only those where somebody waits or intake was stopped. */
export function queuesByDepartment(view: SupervisorView, busy: boolean): DepartmentQueues[] {
  const isStopped =
    isOutOfHours(view) || view.intakeStopped ? () => false : (each: WatchedQueue) => !each.intakeOpen;
  const found = new Map<DepartmentId, WatchedQueue[]>();
  for (const queue of view.queues) {
    if (busy && queue.waiting === 0 && !isStopped(queue)) continue;
    const known = found.get(queue.departmentId);
    if (known === undefined) found.set(queue.departmentId, [queue]);
    else known.push(queue);
  }
  return [...found].map(([departmentId, queues]) => ({
    ...{ departmentId, queues, name: queues[0]?.departmentName ?? { vi: departmentId } },
    waiting: queues.reduce((sum, { waiting }) => sum + waiting, 0),
  }));
}

/** No numbers are given because of the hour, not because somebody stopped it. */
export function isOutOfHours({ queues, intakeStopped }: SupervisorView): boolean {
  return !intakeStopped && queues.every(({ intakeOpen }) => !intakeOpen);
}

/** Everything that is amiss: help calls first, then whatever has been amiss longest. */
export function alarmsInOrder({ floorAlarms, alarms }: SupervisorView): ShownAlarm[] {
  const all: ShownAlarm[] = [
    ...floorAlarms.map((floor) => ({
      ...{ key: `${floor.code} ${floor.counterId} ${floor.serviceId}`, since: floor.since, floor },
    })),
    ...alarms.map((device) => ({ key: `device ${device.deviceId}`, since: device.since, device })),
  ];
  const isHelp = (alarm: ShownAlarm) => 'floor' in alarm && alarm.floor.code === 'help';
  return all.sort((a, b) => Number(isHelp(b)) - Number(isHelp(a)) || a.since - b.since);
}

/** The waiting whose number holds the letters and whose service is the one asked for ('' is any). */
export function waitingLike(
  waiting: readonly WaitingTicket[],
  { number, serviceId }: { number: string; serviceId: string },
): WaitingTicket[] {
  const letters = number.trim().toUpperCase();
  return waiting.filter(
    (ticket) => ticket.number.includes(letters) && (serviceId === '' || ticket.serviceId === serviceId),
  );
}

/** Whether a service lasts so much longer than usual that one should look. */
export function isLong(ticket: NonNullable<WatchedCounter['ticket']>, now: number): boolean {
  const { usualMs, startedAt } = ticket;
  return usualMs !== null && startedAt !== null && now - startedAt > Math.max(2 * usualMs, usualMs + 300_000);
}

/** Whether somebody of these roles may send the command from this page; the server has the last word. */
export function mayDo(roles: readonly Role[], type: Command['type']): boolean {
  if (roles.includes('supervisor')) return true;
  return roles.includes('guide') && ['end-help', 'set-priority', 'move-ticket'].includes(type);
}
