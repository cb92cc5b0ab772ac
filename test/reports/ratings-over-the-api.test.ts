// The province's own annex as the judge: 660 people take numbers, are called, served, finished and rate over the real
// API, on the days of the period; the report must give the printed table back, byte for byte.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { manualClock } from '../support/manual-clock.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const annex = readFileSync(new URL('../fixtures/ratings-soc-trang-2021-02.csv', import.meta.url), 'utf8');
const choices = ['sat_service', 'sat_attitude', 'dis_skill', 'dis_time', 'comment'];
const firstDay = Date.parse('2021-01-16T01:00:00Z');
const dayMs = 24 * 3_600_000;
const clock = manualClock(firstDay);
let centre: RunningCentre;

beforeAll(async () => {
  centre = await startCentre({ clock });
});
afterAll(() => centre.stop());

/** The annex as single ratings: department by name, and the choice pressed. */
function rawRatings(): { department: string; choice: string }[] {
  const units = annex.split('\n').slice(1, 18);
  return units.flatMap((line) => {
    const [, , department = '', counts = ''] = /^(\d+),"([^"]+)",(.*)$/.exec(line) ?? [];
    const numbers = counts.split(',').map(Number);
    return choices.flatMap((choice, index) =>
      Array.from({ length: numbers[index] ?? 0 }, () => ({ department, choice })),
    );
  });
}

test('660 ratings given at the tablets come back as the annex, cell for cell', {
  timeout: 120_000,
}, async () => {
  const raw = rawRatings();
  expect(raw).toHaveLength(660);
  const { setup } = centre.app.floor.rules;
  for (const [index, { department, choice }] of raw.entries()) {
    // Spread over the 31 days from the 16th to the 15th, in time order.
    clock.set(Math.max(clock.now() + 1_000, firstDay + Math.floor((index * 31) / raw.length) * dayMs));
    const departmentId = setup.departments.find((each) => each.name.vi === department)?.id;
    const service = setup.services.find((each) => each.departmentId === departmentId && each.offeredAtKiosk);
    const counter = setup.counters.find((each) =>
      centre.app.floor.rules.servicesOf.get(each.id)?.includes(service?.id as never),
    );
    const officer = await centre.officer(`canbo${counter?.id.slice(1)}`);
    const act = (action: string) =>
      officer.command<CounterView>(`/api/v1/counters/${counter?.id}/${action}`, {});
    expect((await centre.hall.command('/api/v1/tickets', { serviceId: service?.id })).ok).toBe(true);
    await act('open');
    expect((await act('call-next')).ok).toBe(true);
    expect((await act('finish')).ok).toBe(true);
    const rated = await centre.hall.command('/api/v1/ratings', {
      counterId: counter?.id,
      formId: 'five-buttons',
      answers: { opinion: choice },
    });
    expect(rated.ok).toBe(true);
  }
  const csv = await reportOf('2021-01-16', '2021-02-15', 'csv');
  expect(csv).toBe(annex);
});

test('the same table says how many answered, and that its sums agree', async () => {
  const table = JSON.parse(await reportOf('2021-01-16', '2021-02-15', 'json'));
  expect(table.basis).toEqual({ answered: 660, served: 660 });
  expect(table.checks).toEqual({ passed: 3, failures: [] });
});

test('a period of its first half leaves the rest out', async () => {
  const table = JSON.parse(await reportOf('2021-01-16', '2021-01-30', 'json'));
  expect(table.basis.answered).toBeGreaterThan(0);
  expect(table.basis.answered).toBeLessThan(660);
});

test('the printed page carries the officials’ captions and every department', async () => {
  const html = await reportOf('2021-01-16', '2021-02-15', 'html');
  expect(html).toContain('Không hài lòng về nghiệp vụ nhân viên');
  expect(html).toContain('Từ ngày 16/01/2021 đến ngày 15/02/2021');
  expect(html.match(/<tr class="unit">/g)).toHaveLength(17);
});

async function reportOf(from: string, to: string, format: string): Promise<string> {
  const signedIn = await fetch(`${centre.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'giamsat', password: 'denluot' }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await fetch(`${centre.url}/api/v1/reports/ratings?from=${from}&to=${to}&format=${format}`, {
    headers: { cookie },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}
