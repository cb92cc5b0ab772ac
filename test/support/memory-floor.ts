// The floor of the commune sample over the journal in memory, with a clock that a test moves.
import { readFileSync } from 'node:fs';
import type { Actor, Command } from '../../protocol/commands.ts';
import type { CommandId } from '../../protocol/ids.ts';
import { type Notices, noNotices } from '../../protocol/notices.ts';
import { type Setup, setupSchema } from '../../protocol/setup-schema.ts';
import { type DeviceFacts, noDevices } from '../../server/application/device-facts.ts';
import { type Foresight, noEstimates } from '../../server/application/estimates/wait-estimates.ts';
import { createFloor } from '../../server/application/floor.ts';
import { createMemoryJournal, type MemoryJournal } from '../../server/journal/memory-journal.ts';
import type { ManualClock } from './manual-clock.ts';

export const commune: Setup = setupSchema.parse(
  JSON.parse(readFileSync(new URL('../../server/setup/samples/commune.json', import.meta.url), 'utf8')),
);
/** Friday 20 November 2026, 09:00 in Viet Nam. */
export const morning = Date.parse('2026-11-20T02:00:00Z');
export const kiosk: Actor = { kind: 'device', id: 'kiosk' };
export const officer = { kind: 'staff', id: 'canbo01', mayActAnywhere: false } as Actor;

export function openFloor(
  clock: ManualClock,
  journal: MemoryJournal = createMemoryJournal(),
  options: {
    alwaysOpen?: boolean;
    setup?: Setup;
    devices?: DeviceFacts;
    notices?: () => Notices;
    estimates?: Foresight;
  } = {},
) {
  let ids = 0;
  const said: string[] = [];
  const floor = createFloor({
    ...{ journal, clock, setup: options.setup ?? commune, devices: options.devices ?? noDevices },
    notices: options.notices ?? (() => noNotices),
    estimates: options.estimates ?? noEstimates,
    newId: () => {
      ids += 1;
      return `id${ids}-${journal.head().seq}`;
    },
    alwaysOpen: options.alwaysOpen ?? false,
    log: (_level, message) => said.push(message),
  });
  let commands = 0;
  const act = (command: unknown, actor: Actor = officer) => {
    commands += 1;
    return floor.execute(`c${commands}-${journal.head().seq}` as CommandId, command as Command, actor);
  };
  const take = (more: object = {}) => act({ type: 'issue-ticket', serviceId: 'chung-thuc', ...more }, kiosk);
  return { floor, journal, act, take, said };
}
