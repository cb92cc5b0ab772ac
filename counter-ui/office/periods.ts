// The periods that centres report on, from a day: its month, the month before, and the 16th to the 15th.
export type Period = { readonly from: string; readonly to: string };

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

export const periods = {
  thisMonth: (today: Date): Period => month(today.getFullYear(), today.getMonth()),
  lastMonth: (today: Date): Period => month(today.getFullYear(), today.getMonth() - 1),
  /** The newest such period that has begun. */
  sixteenth: (today: Date): Period => {
    const begun = today.getDate() >= 16 ? today.getMonth() : today.getMonth() - 1;
    return { from: day(today.getFullYear(), begun, 16), to: day(today.getFullYear(), begun + 1, 15) };
  },
};

function month(year: number, index: number): Period {
  return { from: day(year, index, 1), to: day(year, index + 1, 0) };
}
