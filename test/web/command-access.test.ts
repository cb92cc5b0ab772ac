// Which role may send which command, over HTTP and the socket alike: every command, every role, and who they act as.
import { describe, expect, it } from 'vitest';
import { type Command, type CommandType, commandSchemas } from '../../protocol/commands.ts';
import type { ScreenKind } from '../../protocol/device-setup.ts';
import { type Role, roleSchema } from '../../protocol/setup-schema.ts';
import { actorFor } from '../../server/web/command-access.ts';
import type { Identity } from '../../server/web/identity.ts';
import { ProblemError } from '../../server/web/problems.ts';

const nobody: Identity = { staff: null, expired: false, screen: null, demoScreen: false };
const staff = (role: Role): Identity => ({
  ...nobody,
  staff: { username: `a-${role}`, name: role, roles: [role], password: 'x' } as never,
});
const screen = (kind: ScreenKind): Identity => ({
  ...nobody,
  screen: { id: `the-${kind}`, kind, counterId: null } as never,
});
const command = (type: CommandType) => ({ type, counterId: 'c01' }) as unknown as Command;

const issuers: Role[] = ['guide', 'operator', 'supervisor'];
const atCounters: Role[] = ['operator', 'supervisor'];
/** `citizens`: whoever else asks is taken for the holder of the ticket's link. */
const mayGive: Record<CommandType, readonly Role[] | 'citizens' | 'own rules'> = {
  'issue-ticket': issuers,
  'cancel-ticket': 'citizens',
  ...{ 'open-counter': atCounters, 'take-over-counter': atCounters, 'close-counter': atCounters },
  ...{ 'pause-counter': atCounters, 'resume-counter': atCounters },
  ...{ 'call-next': atCounters, 'call-ticket': atCounters, 'recall-ticket': atCounters },
  ...{ 'start-service': atCounters, 'finish-service': atCounters, 'continue-service': atCounters },
  ...{ 'undo-step': atCounters, 'call-help': atCounters, 'end-help': issuers },
  ...{ 'mark-no-show': atCounters, 'park-ticket': atCounters, 'resume-ticket': atCounters },
  'transfer-ticket': atCounters,
  ...{ 'return-ticket': issuers, 'set-priority': issuers, 'move-ticket': issuers },
  ...{ 'set-work-profile': ['supervisor'], 'lend-counter': ['supervisor'], 'end-lending': ['supervisor'] },
  'set-intake': ['supervisor'],
  ...{ 'resume-due-ticket': [], 'start-business-day': [] },
  'submit-rating': 'own rules',
};
const types = Object.keys(commandSchemas) as CommandType[];
const byRole = types.flatMap((type) => {
  const roles = mayGive[type];
  return typeof roles === 'string' ? [] : [[type, roles] as const];
});

function answer(type: CommandType, identity: Identity): string {
  try {
    const actor = actorFor(command(type), identity);
    return actor.kind === 'staff' && actor.mayActAnywhere ? 'staff anywhere' : actor.kind;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

describe('staff', () => {
  it.each(byRole)('%s is for %j', (type, roles) => {
    for (const role of roleSchema.options) {
      const may = role === 'supervisor' ? 'staff anywhere' : 'staff';
      expect(answer(type, staff(role)), role).toBe(roles.includes(role) ? may : 'not-allowed');
    }
  });
  it('gives a ticket back in its own name where it gives numbers, else as the holder of the link', () => {
    expect(answer('cancel-ticket', staff('guide'))).toBe('staff');
    expect(answer('cancel-ticket', staff('technician'))).toBe('citizen');
    expect(answer('cancel-ticket', nobody)).toBe('citizen');
  });
});

describe('screens', () => {
  const forKiosks: readonly CommandType[] = ['issue-ticket', 'return-ticket'];
  it.each(byRole.map(([type]) => type))('a kiosk and %s', (type) => {
    const may = forKiosks.includes(type);
    expect(answer(type, screen('kiosk'))).toBe(may ? 'device' : 'not-allowed');
    expect(answer(type, screen('hall'))).toBe('not-allowed');
  });
  it('a demonstration’s own screens are kiosks too', () => {
    for (const type of forKiosks) expect(answer(type, { ...nobody, demoScreen: true })).toBe('device');
    expect(answer('set-intake', { ...nobody, demoScreen: true })).toBe('not-signed-in');
  });
});

describe('nobody known', () => {
  it.each(byRole.map(([type]) => type))('%s asks who it is', (type) => {
    const clockOnly = type === 'start-business-day' || type === 'resume-due-ticket';
    const wanted = ['issue-ticket', 'return-ticket'].includes(type) ? 'device-not-paired' : 'not-signed-in';
    expect(answer(type, nobody)).toBe(clockOnly ? 'not-allowed' : wanted);
    expect(answer(type, { ...nobody, expired: true })).toBe(clockOnly ? 'not-allowed' : 'session-expired');
  });
});
