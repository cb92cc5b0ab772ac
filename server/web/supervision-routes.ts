// Supervision over HTTP: a counter moved to another zone, one officer's day for those who may see it, past days played again.
import { denied, editor, hasRole } from './command-access.ts';
import type { WebParts } from './doors.ts';
import type { Identity } from './identity.ts';
import { ProblemError } from './problems.ts';
import type { RouteMaker } from './route.ts';

export function supervisionRoutes(route: RouteMaker, parts: WebParts): void {
  const { setup, floor, operators } = parts;
  route('move-counter', ({ params: { counterId }, body: { zoneId, revision }, identity }) => {
    const { counters, zones } = setup.current();
    if (!counters.some(({ id }) => id === counterId))
      throw new ProblemError('unknown-counter', { params: { counterId } });
    if (!zones.some(({ id }) => id === zoneId))
      throw new ProblemError('unknown-zone', { params: { zoneId } });
    const kept = setup.moveCounter({ counterId, zoneId, revision }, editor(identity));
    if (!kept.ok) throw new ProblemError(kept.code, { errors: kept.errors });
    return { counterId, zoneId, revision: setup.current().revision };
  });
  route('operators', ({ identity }) => ({
    operators: setup
      .current()
      .staff.filter(({ roles, username }) => roles.includes('operator') && maySee(identity, username))
      .map(({ username: id, name, unit }) => ({ id, name, unit }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    today: floor.state.businessDay ?? dayMissing(),
  }));
  route('operator-day', ({ params: { operatorId }, query: { day }, identity }) => {
    if (!maySee(identity, operatorId)) throw denied(identity, 'not-signed-in');
    const seen = operators.day(operatorId, day ?? floor.state.businessDay ?? dayMissing());
    if (seen === null) throw new ProblemError('unknown-operator', { params: { operatorId } });
    return seen;
  });
  replayRoutes(route, parts);
}

function replayRoutes(route: RouteMaker, { replay }: WebParts): void {
  const found = <T>(answer: T | null | 'busy'): T => {
    if (answer === 'busy') throw new ProblemError('too-many-requests', { retryAfterSeconds: 5 });
    if (answer === null) throw new ProblemError('unknown-day');
    return answer;
  };
  route('replay-days', () => ({ days: replay.days() }));
  route('replay-day', async ({ params }) => found(await replay.day(params.day)));
  route('replay-frames', async ({ params, query }) => found(await replay.frames(params.day, query)));
}

/** A supervisor sees everybody's day, an officer the own. */
function maySee({ staff }: Identity, operatorId: string): boolean {
  return staff !== null && (staff.username === operatorId || hasRole(staff, ['supervisor']));
}

function dayMissing(): never {
  throw new ProblemError('unknown-day');
}
