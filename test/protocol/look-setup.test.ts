// The colours that a centre may choose: written as #rrggbb, and never such that one cannot read what is written on them.
// Known contrasts are those of WCAG's own examples.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, defaultLook, type LookSetup, lookFaults, lookSchema } from '../../protocol/look-setup.ts';

const look = (change: Partial<LookSetup>): LookSetup => ({ ...defaultLook, ...change });
const colour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('a look', () => {
  it('is the usual one where nothing is written', () => {
    expect(lookSchema.parse({})).toEqual(defaultLook);
    expect(lookFaults(defaultLook)).toEqual([]);
  });
  it.each(['red', '#fff', '#FFFFFF', '#12345g', '#1234567', 'url(x)', '#123456;}', '#123456\n'])(
    'has no colour %j',
    (brand) => {
      expect(lookSchema.safeParse({ brand }).success).toBe(false);
    },
  );
  it('knows no other colours', () => {
    expect(lookSchema.safeParse({ brand: '#0b3d91', shadow: '#000000' }).success).toBe(false);
  });
});

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.478],
    ['#767676', '#ffffff', 4.542],
    ['#ff0000', '#ffffff', 3.998],
    ['#0000ff', '#ffffff', 8.592],
  ])('of %s and %s is %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
  });
  it('is the same both ways, between 1 and 21', () => {
    fc.assert(
      fc.property(colour, colour, (a, b) => {
        expect(contrast(a, b)).toBe(contrast(b, a));
        expect(contrast(a, b)).toBeGreaterThanOrEqual(1);
        expect(contrast(a, b)).toBeLessThanOrEqual(21);
      }),
    );
  });
});

describe('a colour on which one could not read', () => {
  it.each([
    ['brand', '#ffcc00', '#ffffff'],
    ['night', '#9aa7b5', '#f4f8fd'],
    ['accent', '#0b3d91', '#06223f'],
  ] as const)('%s %s is named, with what is written on it', (field, chosen, ink) => {
    expect(lookFaults(look({ [field]: chosen }))).toEqual([
      { field, message: expect.stringContaining(`${ink} on ${chosen} has a contrast of`) },
    ]);
  });
  it('each is named by itself', () => {
    const faults = lookFaults(look({ brand: '#eeeeee', night: '#dddddd', accent: '#111111' }));
    expect(faults.map(({ field }) => field)).toEqual(['brand', 'night']);
  });
  it('what is called now is written in the night’s own colour', () => {
    const yellow = '#ffcf33';
    expect(lookFaults(look({ accent: yellow }))).toEqual([]);
    expect(lookFaults(look({ accent: yellow, night: '#0a2a1a' }))).toEqual([]);
    expect(lookFaults(look({ accent: '#7a7a7a', night: '#333333' }))).toMatchObject([{ field: 'accent' }]);
  });
  it('the line is 4.5 to 1', () => {
    expect(lookFaults(look({ brand: '#767676' }))).toEqual([]);
    expect(lookFaults(look({ brand: '#777777' }))).toMatchObject([{ field: 'brand' }]);
  });
  it('is said with a number that is less than the bound it names', () => {
    fc.assert(
      fc.property(colour, (brand) => {
        for (const { message } of lookFaults(look({ brand }))) {
          const [, found, bound] = /contrast of ([\d.]+), less than ([\d.]+)$/.exec(message) ?? [];
          expect(Number(found)).toBeLessThan(Number(bound));
        }
      }),
      { examples: [['#777777']] },
    );
  });
});
