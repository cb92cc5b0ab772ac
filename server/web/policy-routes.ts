// The dispatch policy over HTTP: what is in force, a trial on a recorded day, and switching another on. What a trial finds is
// none of this file's business, nor which policy is wise.
import { policyNames } from '../../protocol/dispatch-setup.ts';
import { editor } from './command-access.ts';
import type { TriedPolicies, WebParts } from './doors.ts';
import { ProblemError } from './problems.ts';
import type { RouteMaker } from './route.ts';

export function policyRoutes(route: RouteMaker, { setup, policies }: WebParts): void {
  const inForce = () => ({ inForce: setup.current().dispatch.policy, revision: setup.current().revision });
  route('dispatch-policy', () => ({
    ...inForce(),
    policies: policyNames.map((policy) => ({ policy, bound: policies.bound(policy) })),
  }));
  route('switch-policy', ({ body, identity }) => {
    const kept = setup.switchPolicy(body, editor(identity));
    if (!kept.ok) throw new ProblemError(kept.code, { errors: kept.errors });
    return inForce();
  });
  route('try-policies', async ({ body: { day, policies: asked } }) => {
    const tried = await policies.try(day, asked);
    if (!tried.ok) throw problemOf(tried);
    const { visits, leftOut, trials } = tried;
    return { day, visits, leftOut, trials };
  });
}

function problemOf(tried: Extract<TriedPolicies, { ok: false }>): ProblemError {
  switch (tried.code) {
    case 'busy':
      return new ProblemError('too-many-requests', { retryAfterSeconds: 5 });
    case 'failed':
      return new ProblemError('internal-error');
    case 'unknown-day':
      return new ProblemError('unknown-day');
    default:
      return new ProblemError(tried.code, { params: tried.params });
  }
}
