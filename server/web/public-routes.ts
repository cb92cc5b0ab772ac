// What anybody may read: health, readiness, figures for Prometheus, the contract, the centre and its floor.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cannotWork } from '../../protocol/device-trouble.ts';
import type { WebParts } from './doors.ts';
import type { LiveScreens } from './live.ts';
import { prometheusText } from './metrics.ts';
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
      .filter(({ status }) => cannotWork(status.grade))
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
      .send(prometheusText(parts, live.connected(), delay.percentile(99) / 1e6));
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
