// Figures for Prometheus, in its text format (version 0.0.4): the floor today, the server, and how each device is.
import { deviceGradeSchema } from '../../protocol/device-status.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import type { WebParts } from './doors.ts';

type Sample = readonly [name: string, labels: Readonly<Record<string, string>>, value: number];
const counters = ['denluot_journal_seq'];

export function prometheusText(
  { floor, devices }: Pick<WebParts, 'floor' | 'devices'>,
  screens: number,
  loopDelayMs: number,
): string {
  const today = floor.view<'supervisor'>({ view: 'supervisor' })?.today;
  const samples: Sample[] = [
    ['denluot_tickets_today', { state: 'issued' }, today?.issued ?? 0],
    ['denluot_tickets_today', { state: 'waiting' }, today?.waiting ?? 0],
    ['denluot_tickets_today', { state: 'finished' }, today?.finished ?? 0],
    ['denluot_ratings_today', {}, today?.rated ?? 0],
    ['denluot_journal_seq', {}, floor.state.seq],
    ['denluot_journal_writable', {}, floor.trouble() === null ? 1 : 0],
    ['denluot_screens_connected', {}, screens],
    ['denluot_event_loop_delay_p99_ms', {}, loopDelayMs],
    ['denluot_resident_bytes', {}, process.memoryUsage.rss()],
    ...deviceSamples(devices.list()),
  ];
  const typed = new Set<string>();
  const lines = samples.flatMap(([name, labels, value]) => {
    const head = typed.has(name) ? [] : [`# TYPE ${name} ${counters.includes(name) ? 'counter' : 'gauge'}`];
    typed.add(name);
    return [...head, `${name}${labelsText(labels)} ${value}`];
  });
  return `${lines.join('\n')}\n`;
}

/** Whether each is good, how many are of each grade, and the paper left; samples of one name stand together. */
function deviceSamples(devices: readonly DeviceView[]): Sample[] {
  const good = devices.map(
    ({ id, kind, status: { grade, reason } }): Sample => [
      'denluot_device_good',
      { device: id, kind, reason },
      grade === 'good' ? 1 : 0,
    ],
  );
  const grades = deviceGradeSchema.options.map(
    (grade): Sample => [
      'denluot_devices',
      { grade },
      devices.filter(({ status }) => status.grade === grade).length,
    ],
  );
  const paper = devices.flatMap(({ id, ticketsLeft }): Sample[] =>
    ticketsLeft === null ? [] : [['denluot_printer_tickets_left', { device: id }, ticketsLeft]],
  );
  return [...good, ...grades, ...paper];
}

/** Ids and words of this program hold no sign that would have to be escaped. */
function labelsText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
