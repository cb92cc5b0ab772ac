// Who may send which command, over HTTP and over the socket alike. What the floor allows is decided by the domain; here
// only whether this asker may ask at all, and under which name the command is journalled.
import type { Actor, Command } from '../../protocol/commands.ts';
import type { CommandId } from '../../protocol/ids.ts';
import type { ProblemCode, Refusal } from '../../protocol/refusals.ts';
import type { Role, StaffSetup } from '../../protocol/setup-schema.ts';
import type { Executed, Floor } from '../application/floor-port.ts';
import { type Identity, isScreen } from './identity.ts';
import { ProblemError } from './problems.ts';

const issuers: readonly Role[] = ['guide', 'operator', 'supervisor'];
const atCounters: readonly Role[] = ['operator', 'supervisor'];

/** The actor under whom this asker may send the command; throws `ProblemError` where it may not. */
export function actorFor(command: Command, identity: Identity): Actor {
  switch (command.type) {
    case 'issue-ticket':
      if (hasRole(identity.staff, issuers)) return staffActor(identity.staff);
      if (isScreen(identity, ['kiosk'])) return { kind: 'device', id: identity.screen?.id ?? 'demo' };
      throw denied(identity, 'device-not-paired');
    case 'cancel-ticket':
      // Whoever knows the ticket's unguessable id holds the ticket or its link.
      return hasRole(identity.staff, issuers)
        ? staffActor(identity.staff)
        : { kind: 'citizen', id: 'ticket-link' };
    case 'submit-rating': {
      const { screen } = identity;
      const ownTablet =
        screen?.kind === 'rating' && (screen.counterId === null || screen.counterId === command.counterId);
      if (ownTablet || identity.demoScreen) return { kind: 'device', id: screen?.id ?? 'demo' };
      if (command.ticketId !== undefined && identity.staff === null)
        return { kind: 'citizen', id: 'ticket-link' };
      throw new ProblemError('device-not-paired');
    }
    case 'return-ticket':
      if (hasRole(identity.staff, issuers)) return staffActor(identity.staff);
      if (isScreen(identity, ['kiosk'])) return { kind: 'device', id: identity.screen?.id ?? 'demo' };
      throw denied(identity, 'device-not-paired');
    case 'set-priority':
    case 'move-ticket':
    case 'end-help':
      if (hasRole(identity.staff, issuers)) return staffActor(identity.staff);
      throw denied(identity, 'not-signed-in');
    case 'set-work-profile':
    case 'lend-counter':
    case 'end-lending':
    case 'set-intake':
      if (hasRole(identity.staff, ['supervisor'])) return staffActor(identity.staff);
      throw denied(identity, 'not-signed-in');
    case 'start-business-day':
    case 'resume-due-ticket':
      throw new ProblemError('not-allowed');
    default:
      if (hasRole(identity.staff, atCounters)) return staffActor(identity.staff);
      throw denied(identity, 'not-signed-in');
  }
}

/** Executes and throws a `ProblemError` for a refusal; gives the result of an accepted command. */
export function carryOut(
  floor: Floor,
  id: CommandId,
  command: Command,
  actor: Actor,
): Extract<Executed, { ok: true }> {
  const executed = floor.execute(id, command, actor);
  if (executed.ok) return executed;
  if ('reused' in executed) throw new ProblemError('command-id-reused');
  throw refused(executed.refusal);
}

function refused({ code, params }: Refusal): ProblemError {
  return new ProblemError(code, { params });
}

/** Not identified at all is 401; identified but without the right is 403. */
export function denied(identity: Identity, unidentified: ProblemCode): ProblemError {
  if (identity.staff !== null || identity.screen !== null) return new ProblemError('not-allowed');
  return new ProblemError(identity.expired ? 'session-expired' : unidentified);
}

export function hasRole(staff: StaffSetup | null, roles: readonly Role[]): staff is StaffSetup {
  return staff?.roles.some((role) => roles.includes(role)) === true;
}

/** Who edits the set-up. */
export function editor(identity: Identity): Actor {
  if (identity.staff === null) throw denied(identity, 'not-signed-in');
  return staffActor(identity.staff);
}

function staffActor(staff: StaffSetup): Actor {
  return { kind: 'staff', id: staff.username, mayActAnywhere: staff.roles.includes('supervisor') };
}
