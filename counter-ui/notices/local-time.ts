// Times as the fields of a form have them (`2026-11-23T09:30`), by the centre's own clock whatever the machine's.

/** The moment (epoch ms) of a field; null for an empty one. An hour that the clock passes twice is the earlier one. */
export function epochOf(field: string, timeZone: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(field)) return null;
  const utc = Date.parse(`${field}:00Z`);
  if (Number.isNaN(utc)) return null;
  const ahead = (at: number) => Date.parse(`${fieldOf(at, timeZone)}:00Z`) - at;
  const found = [-86_400_000, 86_400_000].map((near) => utc - ahead(utc + near)).sort((a, b) => a - b);
  return found.find((at) => fieldOf(at, timeZone) === field) ?? found[0] ?? null;
}

/** A moment (epoch ms) as a field has it. */
export function fieldOf(at: number, timeZone: string): string {
  const parts: Record<string, string> = {};
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  for (const { type, value } of format.formatToParts(Math.floor(at / 60_000) * 60_000)) parts[type] = value;
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}
