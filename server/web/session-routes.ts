// Staff sign in and out. Failed attempts are bounded per name and per address; an unknown name takes as long as a known.
import type { CookieOptions } from 'express';
import type { SessionAnswer } from '../../protocol/endpoints/office-endpoints.ts';
import type { StaffSetup } from '../../protocol/setup-schema.ts';
import { createAttempts } from './attempts.ts';
import type { WebParts } from './doors.ts';
import { type Identities, sessionCookie, sessionSeconds } from './identity.ts';
import { ProblemError } from './problems.ts';
import type { RouteMaker } from './route.ts';

const cookie: CookieOptions = { httpOnly: true, sameSite: 'strict', path: '/' };

export function sessionRoutes(
  route: RouteMaker,
  { floor, setup, clock }: WebParts,
  identities: Identities,
): void {
  const now = () => clock.now();
  const byName = createAttempts({ atMost: 8, spanMs: 60_000, now });
  const byAddress = createAttempts({ atMost: 60, spanMs: 60_000, now });
  const answer = (staff: StaffSetup): SessionAnswer => {
    const { username, name, roles } = staff;
    const open = [...floor.state.counters.values()].find(
      (counter) => counter.status !== 'closed' && counter.operatorId === username,
    );
    return { username, name, roles, counterId: open?.id ?? null };
  };
  route('session', ({ identity }) => {
    if (identity.staff === null) throw new ProblemError('not-signed-in');
    return answer(identity.staff);
  });
  route('sign-in', async ({ body: { username, password }, request, response }) => {
    const address = request.socket.remoteAddress ?? '';
    const wait = Math.max(byName.waitSeconds(username), byAddress.waitSeconds(address));
    if (wait > 0) throw new ProblemError('too-many-requests', { retryAfterSeconds: wait });
    const staff = await setup.checkPassword(username, password);
    if (staff === null) {
      byName.failed(username);
      byAddress.failed(address);
      throw new ProblemError('wrong-credentials');
    }
    byName.forget(username);
    response.cookie(sessionCookie, identities.signIn(staff.username), {
      ...cookie,
      maxAge: sessionSeconds * 1_000,
    });
    return answer(staff);
  });
  route('sign-out', ({ request, response }) => {
    identities.signOut(request.headers);
    response.clearCookie(sessionCookie, cookie);
    return undefined;
  });
}
