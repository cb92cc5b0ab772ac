// The office: reports, the set-up document, the journal's feed, and in a demonstration the invented day.
import { editor } from './command-access.ts';
import type { WebParts } from './doors.ts';
import { ProblemError } from './problems.ts';
import { type RouteMaker, sent } from './route.ts';

export function officeRoutes(route: RouteMaker, { reports, setup, rowsAfter, simulation }: WebParts): void {
  route('reports', () => ({ reports: reports.list() }));
  route('report', ({ params, query: { from, to, format }, response }) => {
    const report = reports.build(params.name, { from, to }, format);
    if (!report.ok)
      throw new ProblemError(
        report.code,
        report.code === 'invalid-request'
          ? { errors: [{ path: 'from', message: 'must not be after "to"' }] }
          : {},
      );
    response.type(report.contentType);
    if (format === 'csv') response.attachment(report.fileName).type(report.contentType);
    response.status(200).send(report.body);
    return sent;
  });
  const document = () => setup.publicDocument() as Record<string, unknown>;
  route('setup', () => document());
  route('put-setup', async ({ body, identity }) => {
    const kept = await setup.replace(body, editor(identity));
    if (!kept.ok) throw new ProblemError(kept.code, { errors: kept.errors });
    return document();
  });
  route('events', ({ query: { after, limit } }) => {
    const rows = rowsAfter(after, limit);
    const events = rows.map(
      ({ event: { type, ...payload }, seq, at, businessDay, schemaVersion, actor, commandId, hash }) => ({
        ...{ seq, at, businessDay, type, schemaVersion, payload, actor, commandId, hash },
      }),
    );
    return { events, next: rows.at(-1)?.seq ?? after };
  });
  route('simulate', ({ body }) => {
    if (simulation === null) throw new ProblemError('not-found');
    return simulation.run(body.speed);
  });
}
