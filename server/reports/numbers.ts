// Numbers as Vietnamese reports write them: a dot for thousands, a comma for decimals, halves rounded up.

/** `part` of `whole` in percent with `decimals` places, as "25,61"; of nothing it is 0. Exact: reckoned in whole numbers. */
export function percentText(part: number, whole: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = whole === 0 ? 0n : (200n * scale * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole));
  const text = String(rounded).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)},${text.slice(-decimals)}`;
}

/** 7718 as "7.718". */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}
