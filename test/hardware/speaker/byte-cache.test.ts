// A cache that never holds more than its bytes, whatever is put into it, and lets go first of what was not asked for longest.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteCache } from '../../../hardware/speaker/byte-cache.ts';

const ofLength = (bytesAtMost: number) => byteCache<string>(bytesAtMost, (text) => text.length);

describe('a cache with a bound', () => {
  it('gives what was kept, the same thing, and nothing for what was not', () => {
    const cache = byteCache<{ size: number }>(10, ({ size }) => size);
    const thing = { size: 3 };
    cache.set('a', thing);
    expect(cache.get('a')).toBe(thing);
    expect(cache.get('b')).toBeUndefined();
  });
  it('is full at its bound and not before', () => {
    const cache = ofLength(6);
    cache.set('a', 'xxx');
    cache.set('b', 'xxx');
    expect([cache.get('a'), cache.get('b')]).toEqual(['xxx', 'xxx']);
    cache.set('c', 'x');
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([undefined, 'xxx', 'x']);
  });
  it('lets go of what was not asked for longest', () => {
    const cache = ofLength(3);
    for (const key of ['a', 'b', 'c']) cache.set(key, 'x');
    cache.get('a');
    cache.set('d', 'x');
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'c', 'd']);
  });
  it('makes room for a large thing by several small ones', () => {
    const cache = ofLength(5);
    for (const key of ['a', 'b', 'c', 'd', 'e']) cache.set(key, 'x');
    cache.set('large', 'xxxx');
    expect(['a', 'b', 'c', 'd', 'e', 'large'].filter((key) => cache.get(key) !== undefined)).toEqual([
      'e',
      'large',
    ]);
  });
  it('does not keep what is larger than the bound, and lets nothing else go for it', () => {
    const cache = ofLength(3);
    cache.set('a', 'xx');
    cache.set('large', 'xxxx');
    expect([cache.get('a'), cache.get('large')]).toEqual(['xx', undefined]);
    cache.set('a', 'xxxx');
    expect(cache.get('a')).toBeUndefined();
  });
  it('counts what takes another’s place once', () => {
    const cache = ofLength(4);
    for (let times = 0; times < 100; times += 1) cache.set('a', 'xx');
    cache.set('b', 'xx');
    expect([cache.get('a'), cache.get('b')]).toEqual(['xx', 'xx']);
  });
  it('does as a plain list that is searched from its end would', () => {
    const deeds = fc.array(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        size: fc.option(fc.integer({ max: 12, min: 0 })),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(deeds, (done) => {
        const cache = ofLength(10);
        let model: [string, string][] = [];
        const held = () => model.reduce((sum, [, text]) => sum + text.length, 0);
        for (const { key, size } of done) {
          const known = model.find(([each]) => each === key);
          const others = model.filter(([each]) => each !== key);
          if (size === null) {
            expect(cache.get(key)).toBe(known?.[1]);
            if (known !== undefined) model = [...others, known];
            continue;
          }
          cache.set(key, 'x'.repeat(size));
          model = size > 10 ? others : [...others, [key, 'x'.repeat(size)]];
          while (held() > 10) model.shift();
        }
        for (const key of ['a', 'b', 'c', 'd', 'e'])
          expect(cache.get(key)).toBe(model.find(([each]) => each === key)?.[1]);
      }),
    );
  });
});
