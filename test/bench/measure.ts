// Times of repeated acts, and how they are said.
export type Times = { readonly median: number; readonly p99: number };

/**
 * Runs `act` `count` times one after another after a warm-up; milliseconds. `between` follows each with what it gave and is
 * not counted.
 */
export async function timesOf<T>(
  count: number,
  act: (index: number) => Promise<T>,
  between: (given: T) => Promise<void> = () => Promise.resolve(),
): Promise<Times> {
  const warmUp = Math.min(50, Math.ceil(count / 5));
  const times: number[] = [];
  for (let index = 0; index < warmUp + count; index += 1) {
    const before = performance.now();
    const given = await act(index);
    if (index >= warmUp) times.push(performance.now() - before);
    await between(given);
  }
  return timesFrom(times);
}

export function timesFrom(times: number[]): Times {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

export function say(what: string, ours: Times, bare: Times): void {
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  console.log(`${what}`);
  console.log(`  ours  median ${ours.median.toFixed(2)} ms  p99 ${ours.p99.toFixed(2)} ms`);
  console.log(`  bare  median ${bare.median.toFixed(2)} ms  p99 ${bare.p99.toFixed(2)} ms`);
  console.log(`  ratio median ${ratio(ours.median, bare.median)} ×     p99 ${ratio(ours.p99, bare.p99)} ×`);
}
