// A cache with a bound in bytes: what was not asked for longest goes first. A thing larger than the bound is not kept.
export type ByteCache<T> = { get(key: string): T | undefined; set(key: string, value: T): void };

export function byteCache<T>(bytesAtMost: number, bytesOf: (value: T) => number): ByteCache<T> {
  const kept = new Map<string, T>();
  let bytes = 0;
  return {
    get(key) {
      const value = kept.get(key);
      if (value !== undefined) {
        kept.delete(key);
        kept.set(key, value);
      }
      return value;
    },
    set(key, value) {
      const before = kept.get(key);
      if (before !== undefined) bytes -= bytesOf(before);
      kept.delete(key);
      if (bytesOf(value) > bytesAtMost) return;
      kept.set(key, value);
      bytes += bytesOf(value);
      for (const [oldest, old] of kept) {
        if (bytes <= bytesAtMost) break;
        kept.delete(oldest);
        bytes -= bytesOf(old);
      }
    },
  };
}
