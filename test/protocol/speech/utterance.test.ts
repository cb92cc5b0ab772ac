// An utterance as words to log and to synthesise, where it pauses, and what becomes of texts that a centre wrote itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callUtterance, languageRules } from '../../../protocol/speech/call-speech.ts';
import {
  clipName,
  runsOf,
  type SpeechStyle,
  type SpokenCall,
} from '../../../protocol/speech/speech-rules.ts';
import {
  speechLanguages,
  transcriptOf,
  type Utterance,
  wordsToRead,
} from '../../../protocol/speech/utterance.ts';

const digits: SpeechStyle = { numbers: 'digits', region: 'north' };
const value: SpeechStyle = { numbers: 'value', region: 'south' };
const plain: SpokenCall = {
  ...{ number: 'A012', counterNumber: '5', recall: false, priority: false, floor: null, zone: null },
};
const spoken = (language: 'vi' | 'en', given: Partial<SpokenCall>, style = digits) =>
  callUtterance(language, { ...plain, ...given }, style);
/** Each phrase as its pieces. */
const phrases = (said: Utterance) => said.phrases.map((phrase) => phrase.map(({ text }) => text).join(' | '));
const zoned = (name: string, id = 'khu-a') => ({ zone: { id, name } });
const zoneSaid = (name: string) => spoken('vi', zoned(name)).phrases.at(-1) ?? [];

describe('a transcript', () => {
  it('has a comma for each pause and ends as a sentence does', () => {
    const [one, two] = [
      { clip: 'one', text: 'one' },
      { clip: 'two', text: 'two' },
    ];
    expect(transcriptOf({ language: 'en', phrases: [[one, two], [two]] })).toBe('one two, two.');
    expect(transcriptOf({ language: 'en', phrases: [[one]] })).toBe('one.');
  });
  it('keeps the word where a synthesiser is written to otherwise', () => {
    const utterance = spoken('vi', { number: 'J012' });
    expect(transcriptOf(utterance)).toBe('Xin mời số thứ tự gi không một hai, đến quầy số năm.');
    expect(wordsToRead(utterance)).toBe('Xin mời số thứ tự di không một hai, đến quầy số năm.');
    expect(transcriptOf({ language: 'en', phrases: [[{ clip: 'a', text: 'A', say: 'ay' }]] })).toBe('A.');
    expect(wordsToRead({ language: 'en', phrases: [[{ clip: 'a', text: 'A', say: 'ay' }]] })).toBe('ay.');
  });
  it('is what is read for every other letter', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZĂÂĐÊÔƠƯ'];
    const differing = letters.filter((letter) => {
      const utterance = spoken('vi', { number: `${letter}012` });
      return transcriptOf(utterance) !== wordsToRead(utterance);
    });
    expect(differing).toEqual(['J']);
  });
});

describe('a call in Vietnamese', () => {
  it('pauses before the counter', () => {
    expect(phrases(spoken('vi', {}))).toEqual([
      ...['Xin mời số thứ tự | A | không | một | hai', 'đến quầy số | năm'],
    ]);
  });
  it('pauses after the reminder, within a range, before the floor and before the zone', () => {
    const given = { number: { from: 'A012', to: 'A013' }, recall: true, floor: '2', ...zoned('Sảnh') };
    expect(phrases(spoken('vi', given))).toEqual([
      ...['Xin nhắc lại', 'mời số thứ tự | từ | A | không | một | hai', 'đến | A | không | một | ba'],
      ...['đến quầy số | năm', 'tầng | hai', 'Sảnh'],
    ]);
  });
  it('is in its language', () => {
    expect(speechLanguages.map((language) => spoken(language, {}).language)).toEqual([...speechLanguages]);
  });
});

describe('a call in English', () => {
  it('pauses after the letters and before the counter', () => {
    expect(phrases(spoken('en', {}))).toEqual([
      ...['Number | A', 'zero | one | two', 'please go to counter | five'],
    ]);
    expect(phrases(spoken('en', { number: '1001' }))[0]).toBe('Number | one | zero | zero | one');
    expect(phrases(spoken('en', { number: 'AB1' })).slice(0, 2)).toEqual(['Number | A | B', 'one']);
    expect(phrases(spoken('en', { number: 'AB' }))[0]).toBe('Number | A | B');
  });
  it('pauses after the reminder, within a range, before the floor and before the zone', () => {
    const given = { number: { from: 'A012', to: 'A013' }, recall: true, floor: '2', ...zoned('Hall') };
    expect(phrases(spoken('en', given))).toEqual([
      ...['Calling again', 'numbers | A', 'zero | one | two', 'to | A', 'zero | one | three'],
      ...['please go to counter | five', 'floor | two', 'Hall'],
    ]);
  });
});

describe('a text that the centre wrote', () => {
  it('is one piece, named after its zone, whatever its words', () => {
    expect(zoneSaid('Khu tiếp nhận')).toEqual([{ clip: 'khu-vuc-khu-a', text: 'Khu tiếp nhận' }]);
    expect(spoken('en', zoned('Reception')).phrases.at(-1)).toEqual([
      { clip: 'zone-khu-a', text: 'Reception' },
    ]);
    const [head, name, ...others] = spoken('vi', { floor: 'trệt' }).phrases.at(-1) ?? [];
    expect([head, name?.text, others]).toEqual([{ clip: 'tang', text: 'tầng' }, 'trệt', []]);
    expect(name?.clip).toMatch(/^tang-tret/);
  });
  it.each([
    ['<b>Khu A</b> & "B"', '<b>Khu A<', 'b> & "B"'],
    ["<break time='1s'>Khu", "<break time='", 'một', "s'>Khu"],
    ['{Khu} [[x]] \\n $& $1 %s', '{Khu} [[x]] \\n $& $', '%s'],
  ])('is plain text, markup or not: %s', (name, ...parts) => {
    const [piece, ...others] = zoneSaid(name);
    expect(others).toEqual([]);
    for (const part of parts) expect(piece?.text).toContain(part);
    expect(piece).not.toHaveProperty('say');
  });
  it('is on one line', () => {
    expect(zoneSaid(' Khu\n A\r\n\tB\u2028C ')[0]?.text).toBe('Khu A B C');
  });
  it('loses its control characters, which are commands to a log’s reader and to a synthesiser', () => {
    expect(zoneSaid('Khu\u0000 A\u001b[2J\u0007\u0085')[0]?.text).not.toMatch(/\p{Cc}/u);
    expect(transcriptOf(spoken('vi', { floor: 'trệt\u0007 sau' }))).not.toMatch(/\p{Cc}/u);
  });
  it.each(['', ' ', '–', '(-)'])('is left out where it has no words: "%s"', (empty) => {
    const without = transcriptOf(spoken('vi', {}));
    expect(transcriptOf(spoken('vi', zoned(empty)))).toBe(without);
    expect(transcriptOf(spoken('vi', { floor: empty }))).toBe(without);
    expect(transcriptOf(spoken('en', { floor: empty }))).toBe(transcriptOf(spoken('en', {})));
  });
});

describe('a clip’s name', () => {
  it('is made of plain letters', () => {
    expect(clipName('Đến Quầy – số 5 ')).toBe('den-quay-so-5');
    expect(clipName('Ở trệt')).toBe('o-tret');
  });
  // All of these are ids that a set-up may have.
  it.each([
    ['khu-a', 'khu.a'],
    ['khu-a', 'khu_a'],
    ['khu-a', 'Khu-A'],
    ['khu-a', 'khu-a-'],
  ])('is not that of another zone: %s and %s', (one, other) => {
    for (const language of speechLanguages) {
      const clips = [one, other].map((id) => spoken(language, zoned(id, id)).phrases.at(-1)?.[0]?.clip);
      expect(clips[0]).not.toBe(clips[1]);
    }
  });
  it.each([
    ['trệt', 'trẹt'],
    ['lửng 1', 'lững 1'],
    ['2 (sau)', '2 sâu'],
  ])('is not that of another floor: %s and %s', (one, other) => {
    for (const language of speechLanguages) {
      const clips = [one, other].map((floor) => spoken(language, { floor }).phrases.at(-1)?.[1]?.clip);
      expect(clips[0]).not.toBe(clips[1]);
    }
  });
  it.each(['地下', 'ជាន់'])('is not that of the word "floor": %s', (floor) => {
    for (const language of speechLanguages) {
      const [head, name] = spoken(language, { floor }).phrases.at(-1) ?? [];
      expect(name?.clip).not.toBe(head?.clip);
      expect(name?.clip).toMatch(/^[a-z0-9-]+$/);
    }
  });
});

describe('whatever is written', () => {
  const units = fc.array(fc.nat(0xffff), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes));
  const text = fc.oneof(
    ...[fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 20 }), units],
    ...[fc.string({ maxLength: 20 }), fc.stringMatching(/^[A-Z0-9]{0,6}$/)],
  );
  const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
  const anyCall: fc.Arbitrary<SpokenCall> = fc.record({
    number: fc.oneof(text, fc.record({ from: text, to: text })),
    ...{ counterNumber: text, recall: fc.boolean(), priority: fc.boolean() },
    floor: fc.option(text),
    zone: fc.option(fc.record({ id, name: text })),
  });
  const style = fc.constantFrom(digits, value);
  it('is said, with every digit as a word and every clip rightly named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...speechLanguages), anyCall, style, (language, call, how) => {
        const utterance = callUtterance(language, call, how);
        expect(transcriptOf(utterance)).not.toMatch(/[0-9]/);
        expect(wordsToRead(utterance)).not.toMatch(/[0-9]/);
        for (const { clip } of utterance.phrases.flat()) expect(clip).toMatch(/^[a-z0-9-]+$/);
        expect(callUtterance(language, call, how)).toEqual(utterance);
      }),
      { numRuns: 1_000 },
    );
  });
  it('comes as runs that together are the text', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(runsOf(given).join('')).toBe(given);
      }),
    );
  });
  it('is said digit by digit by value too, where it is longer than four digits', () => {
    const long = fc.stringMatching(/^[1-9][0-9]{4,40}$/);
    fc.assert(
      fc.property(fc.constantFrom(...speechLanguages), long, (language, number) => {
        const rules = languageRules[language];
        const asDigits = rules.ticketNumber(number, { ...value, numbers: 'digits' });
        expect(rules.ticketNumber(number, value)).toEqual(asDigits);
      }),
      {
        examples: [
          ['vi', '1000000000000000000000'],
          ['en', `1${'0'.repeat(400)}`],
        ],
      },
    );
  });
  it('has no phrase without words where its numbers have some', () => {
    const call = fc.record({
      number: fc.stringMatching(/^[A-Z]{0,2}[0-9]{1,4}$/),
      counterNumber: fc.stringMatching(/^[0-9A-Z]{1,3}$/),
      ...{ recall: fc.boolean(), priority: fc.boolean(), floor: fc.option(text) },
      zone: fc.option(fc.record({ id, name: text })),
    });
    fc.assert(
      fc.property(fc.constantFrom(...speechLanguages), call, (language, given) => {
        for (const phrase of callUtterance(language, given, digits).phrases)
          for (const piece of phrase) expect(piece.text.trim()).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
