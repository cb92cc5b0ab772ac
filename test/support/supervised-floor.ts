// The commune's floor under a supervisor's eye: officers at work, people waiting, and the supervisor's view of it.
import type { Actor } from '../../protocol/commands.ts';
import type { TicketId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { SupervisorView, WatchedCounter } from '../../protocol/views/supervisor-view.ts';
import { createMemoryJournal, type MemoryJournal } from '../../server/journal/memory-journal.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { kiosk, morning, openFloor } from './memory-floor.ts';

export const boss = { kind: 'staff', id: 'giamsat', mayActAnywhere: true } as Actor;

export function supervisedFloor(options: { setup?: Setup } = {}) {
  const clock: ManualClock = manualClock(morning);
  const journal: MemoryJournal = createMemoryJournal();
  const opened = openFloor(clock, journal, options);
  const view = (): SupervisorView => {
    const shown = opened.floor.view<'supervisor'>({ view: 'supervisor' });
    if (shown === null) throw new Error('no view');
    return shown;
  };
  const sent = (command: object, actor: Actor = boss) => {
    const executed = opened.act(command, actor);
    if (!executed.ok) throw new Error(JSON.stringify(executed));
    return executed.result;
  };
  return {
    ...opened,
    ...{ clock, journal, view, sent },
    /** The officer of the counter does something there: `at('c02', 'open-counter')`. */
    at: (counterId: string, type: string, more: object = {}) =>
      sent({ type, counterId, ...more }, {
        ...{ kind: 'staff', id: `canbo${counterId.slice(1)}`, mayActAnywhere: false },
      } as Actor),
    take: (serviceId: string, more: object = {}) =>
      sent({ type: 'issue-ticket', serviceId, ...more }, kiosk).ticketId as TicketId,
    counter: (id: string): WatchedCounter => {
      const found = view().counters.find((each) => each.id === id);
      if (found === undefined) throw new Error(`there is no ${id}`);
      return found;
    },
  };
}
