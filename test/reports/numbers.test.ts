// Numbers in the Vietnamese style: a comma for decimals, a dot for thousands, halves up, exact at any size.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countText, percentText } from '../../server/reports/numbers.ts';

test.each([
  [169, 660, 2, '25,61'],
  [491, 660, 2, '74,39'],
  [660, 7718, 2, '8,55'],
  [0, 660, 2, '0,00'],
  [660, 660, 2, '100,00'],
  [1, 8, 1, '12,5'],
  [1, 8, 0, '13'],
  [1, 2000, 1, '0,1'],
  [1, 2001, 1, '0,0'],
  [1, 3, 3, '33,333'],
  [201, 20_000, 2, '1,01'],
  [5, 0, 2, '0,00'],
])('%i of %i with %i decimals is %s', (part, whole, decimals, text) => {
  expect(percentText(part, whole, decimals)).toBe(text);
});

test('a half is rounded up where binary fractions would round it down', () => {
  // 1.005 % is 1.00499999999999989… as a double.
  expect((1.005).toFixed(2)).toBe('1.00');
  expect(percentText(201, 20_000, 2)).toBe('1,01');
});

test('a percentage is never further than half a unit from the truth', () => {
  const wholes = fc.integer({ min: 1, max: 3_000_000 });
  fc.assert(
    fc.property(wholes, fc.nat(), fc.integer({ min: 0, max: 3 }), (whole, some, decimals) => {
      const part = some % (whole + 1);
      const units = BigInt(percentText(part, whole, decimals).replace(',', ''));
      const error2 = 2n * (units * BigInt(whole) - BigInt(part) * 100n * 10n ** BigInt(decimals));
      expect(error2 <= BigInt(whole) && error2 > -BigInt(whole)).toBe(true);
    }),
  );
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [7718, '7.718'],
  [1_234_567, '1.234.567'],
])('%i is written %s', (count, text) => {
  expect(countText(count)).toBe(text);
});
