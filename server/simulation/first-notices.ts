// What the demonstration's televisions show besides calls: an announcement, and invented dossiers of the month before.
import type { CentreClient } from './centre-client.ts';
import type { Centre } from './invented-day.ts';
import { seededRandom } from './seeded-random.ts';

export async function firstNotices(supervisor: CentreClient | null, { departments }: Centre): Promise<void> {
  await supervisor?.post('/api/v1/announcements', {
    text: {
      vi: 'Quý khách vui lòng giữ số thứ tự và theo dõi bảng gọi số. Cảm ơn quý khách!',
      en: 'Please keep your number and watch the boards. Thank you!',
    },
    ...{ zoneId: null, from: null, to: null },
  });
  const header = 'unit,received,solved_in_time,solved_late,open_in_time,open_late';
  const rows = dossiersOf(departments.map(({ name }) => name.vi));
  await supervisor?.put('/api/v1/dossiers', {
    ...monthBefore(new Date()),
    csv: [header, ...rows].join('\n'),
  });
}

function dossiersOf(names: readonly string[]): string[] {
  const random = seededRandom('the month before');
  const upTo = (most: number) => Math.floor(random.next() * (most + 1));
  return names.map((name) => {
    const received = 60 + upTo(900);
    const open = upTo(Math.floor(received / 6));
    const late = upTo(3) === 0 ? 1 + upTo(4) : 0;
    return `"${name}",${received},${received - open - late},${late},${open},0`;
  });
}

function monthBefore(now: Date): { from: string; to: string } {
  const dayOf = (day: number, month: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, day)).toISOString().slice(0, 10);
  return { from: dayOf(1, -1), to: dayOf(0, 0) };
}
