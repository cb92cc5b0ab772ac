// What anybody may read: health, readiness, figures for Prometheus, the contract, the centre and its floor.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { WebParts } from './doors.ts';
import type { LiveScreens } from './live.ts';
import { openApiDocument } from './openapi.ts';
import { ProblemError } from './problems.ts';
import { type RouteMaker, sent } from './route.ts';

export function publicRoutes(route: RouteMaker, parts: WebParts, live: Pick<LiveScreens, 'connected'>): void {
  const { floor, setup, devices } = parts;
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  route('health', () => ({ status: 'ok' }));
  route('ready', ({ response }) => {
    const trouble = floor.trouble();
    const warnings = devices
      .list()
      .filter(({ status }) => status.grade === 'bad' || status.grade === 'absent')
      .map(({ id, status }) => `${id}: ${status.reason}`);
    response.status(trouble === null ? 200 : 503).json({
      status: trouble === null ? 'ready' : 'not-ready',
      problems: trouble === null ? [] : [trouble],
      warnings,
    });
    return sent;
  });
  route('metrics', ({ response }) => {
    response
      .type('text/plain; version=0.0.4')
      .send(metrics(parts, live.connected(), delay.percentile(99) / 1e6));
    return sent;
  });
  route('openapi', () => openApiDocument(parts.version));
  route('centre', () => {
    const { centre, languages, hours, departments, services, counters, zones } = setup.current();
    const { id, name, address, timeZone } = centre;
    return {
      ...{ id, name, address, timeZone, languages, hours, departments, zones, demo: parts.demo },
      services: services.map((each) => ({
        id: each.id,
        departmentId: each.departmentId,
        name: each.name,
        offeredAtKiosk: each.offeredAtKiosk,
      })),
      counters: counters.map((each) => ({
        ...{ id: each.id, number: each.number, name: each.name, zoneId: each.zoneId },
        serviceIds: [...(floor.rules.servicesOf.get(each.id) ?? [])],
      })),
    };
  });
  route('floor', () => {
    const view = floor.view<'supervisor'>({ view: 'supervisor' });
    if (view === null) throw new ProblemError('internal-error');
    return view.floor;
  });
}

function metrics({ floor, devices }: WebParts, screens: number, loopDelayMs: number): string {
  const today = floor.view<'supervisor'>({ view: 'supervisor' })?.today;
  const lines: [string, string, string, number][] = [
    ['denluot_tickets_today', 'gauge', '{state="issued"}', today?.issued ?? 0],
    ['denluot_tickets_today', 'gauge', '{state="waiting"}', today?.waiting ?? 0],
    ['denluot_tickets_today', 'gauge', '{state="finished"}', today?.finished ?? 0],
    ['denluot_ratings_today', 'gauge', '', today?.rated ?? 0],
    ['denluot_journal_seq', 'counter', '', floor.state.seq],
    ['denluot_journal_writable', 'gauge', '', floor.trouble() === null ? 1 : 0],
    ['denluot_screens_connected', 'gauge', '', screens],
    ['denluot_event_loop_delay_p99_ms', 'gauge', '', loopDelayMs],
    ['denluot_resident_bytes', 'gauge', '', process.memoryUsage.rss()],
    ...devices
      .list()
      .map(
        ({ id, status }) =>
          ['denluot_device_good', 'gauge', `{device="${id}"}`, status.grade === 'good' ? 1 : 0] as [
            string,
            string,
            string,
            number,
          ],
      ),
  ];
  const typed = new Set<string>();
  const text = lines.flatMap(([name, type, labels, value]) => {
    const head = typed.has(name) ? [] : [`# TYPE ${name} ${type}`];
    typed.add(name);
    return [...head, `${name}${labels} ${value}`];
  });
  return `${text.join('\n')}\n`;
}
