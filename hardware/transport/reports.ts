// Reports of a fixed size out of what a transport gives. Pure.

/**
 * Reads reports of `size` bytes. Where each piece is one report (over USB), the number before it is left out and reports
 * of another size are another part of the device; on a line (a simulator, a gateway) they are gathered.
 */
export function reportsOf<T>(
  size: number,
  isInPieces: boolean,
  read: (report: Uint8Array) => T[],
): (bytes: Uint8Array) => T[] {
  let pending: Uint8Array = new Uint8Array();
  return (bytes) => {
    if (isInPieces) {
      const report = bytes.length === size + 1 ? bytes.subarray(1) : bytes;
      return report.length === size ? read(report) : [];
    }
    const found: T[] = [];
    for (pending = Buffer.concat([pending, bytes]); pending.length >= size; pending = pending.subarray(size))
      found.push(...read(pending.subarray(0, size)));
    return found;
  };
}
