// How a text is read: places are filled in by name and once, and a text of the centre falls back to Vietnamese.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreText, textPage } from '../../protocol/locales/text-page.ts';

const text = textPage(
  { greeting: 'Mời {number} đến quầy {counter}, {number}!', plain: 'Mời vào' },
  { greeting: 'To counter {counter}: {number}', plain: 'Come in' },
);

describe('a text', () => {
  it('is in the language asked for', () => {
    expect(text('vi', 'plain')).toBe('Mời vào');
    expect(text('en', 'plain')).toBe('Come in');
  });
  it('has its places filled in wherever they stand', () => {
    expect(text('vi', 'greeting', { number: 'A001', counter: 3 })).toBe('Mời A001 đến quầy 3, A001!');
    expect(text('en', 'greeting', { number: 'A001', counter: 0 })).toBe('To counter 0: A001');
  });
  it('shows a place that nobody filled in', () => {
    expect(text('en', 'greeting', { counter: 3 })).toBe('To counter 3: {number}');
    expect(text('en', 'greeting')).toBe('To counter {counter}: {number}');
  });
  it('takes what is filled in as it is, whatever it looks like', () => {
    fc.assert(
      fc.property(fc.string(), (number) => {
        expect(text('en', 'greeting', { counter: 1, number })).toBe(`To counter 1: ${number}`);
      }),
      { examples: [['{counter}'], ['$&'], ['$1']] },
    );
  });
});

describe('a text of the centre', () => {
  it('is read in English where the centre wrote it, else in Vietnamese', () => {
    expect(centreText({ vi: 'Đất đai', en: 'Land' }, 'en')).toBe('Land');
    expect(centreText({ vi: 'Đất đai', en: 'Land' }, 'vi')).toBe('Đất đai');
    expect(centreText({ vi: 'Đất đai' }, 'en')).toBe('Đất đai');
  });
});
