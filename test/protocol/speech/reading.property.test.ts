// Every ticket number and every counter that there can be, against a second reading of numbers that was made another way:
// all places are written out first, zeros too, and the sentence is then mended as a teacher would mend it.
import { describe, expect, it } from 'vitest';
import { callUtterance, languageRules } from '../../../protocol/speech/call-speech.ts';
import type { SpeechStyle, SpokenCall } from '../../../protocol/speech/speech-rules.ts';
import type { Piece, SpeechLanguage } from '../../../protocol/speech/utterance.ts';

type Region = SpeechStyle['region'];
type Way = { readonly language: SpeechLanguage; readonly style: SpeechStyle };

const oneByOne: Readonly<Record<SpeechLanguage, readonly string[]>> = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};
const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const vietnameseAlphabet =
  'A,bê,xê,dê,e,ép,giê,hát,i,gi,ca,e-lờ,em-mờ,en-nờ,o,pê,quy,e-rờ,ét-sì,tê,u,vê,vê kép,ích-xì,i dài,dét'.split(
    ',',
  );
const nameOf: Readonly<Record<SpeechLanguage, (letter: string) => string>> = {
  vi: (letter) => vietnameseAlphabet[alphabet.indexOf(letter)] ?? '?',
  en: (letter) => letter,
};

type Mending = readonly [wrong: RegExp, right: string];
const mended = (sentence: string, mendings: readonly Mending[]) =>
  mendings.reduce((said, [wrong, right]) => said.replace(wrong, right), sentence).trim();
/** Each place of a number of four digits, with a space around every word: " một nghìn không trăm không mươi năm ". */
const places = (language: SpeechLanguage, number: string, ...after: readonly string[]) =>
  ` ${[...number.padStart(4, '0')].map((sign, place) => `${oneByOne[language][Number(sign)]}${after[place]}`).join('')} `;

const vietnameseMendings: readonly Mending[] = [
  [/^ không nghìn không trăm không mươi không $/, ' không '],
  [/^ không nghìn không trăm không mươi /, ' '],
  [/^ không nghìn không trăm /, ' '],
  [/^ không nghìn /, ' '],
  [/ không mươi không $/, ' '],
  [/ không mươi /, ' linh '],
  [/ nghìn không trăm $/, ' nghìn '],
  [/ mươi không $/, ' mươi '],
  [/ một mươi /, ' mười '],
  [/ mươi một $/, ' mươi mốt '],
  [/ mươi bốn $/, ' mươi tư '],
  [/( mươi| mười) năm $/, '$1 lăm '],
];
const southern: readonly Mending[] = [
  [/ linh /, ' lẻ '],
  [/ nghìn /, ' ngàn '],
];
const englishMendings: readonly Mending[] = [
  [/^ zero thousand /, ' '],
  [/ zero hundred and /, ' and '],
  [/ zero-ty /, ' '],
  [/(-ty) zero $/, '$1 '],
  [/^( and)+ /, ' '],
  [/(.) and zero $/, '$1 '],
  ...[
    ...['zero ten', 'one eleven', 'two twelve', 'three thirteen', 'four fourteen', 'five fifteen'],
    ...['six sixteen', 'seven seventeen', 'eight eighteen', 'nine nineteen'],
  ].map((pair): Mending => {
    const [one = '', teen = ''] = pair.split(' ');
    return [new RegExp(` one-ty ${one} $`), ` ${teen} `];
  }),
  [/ one-ty $/, ' ten '],
  [/ two-ty/, ' twenty'],
  [/ three-ty/, ' thirty'],
  [/ four-ty/, ' forty'],
  [/ five-ty/, ' fifty'],
  [/ eight-ty/, ' eighty'],
  [/-ty/, 'ty'],
];

const secondValue: Readonly<Record<SpeechLanguage, (number: string, region: Region) => string>> = {
  vi(number, region) {
    const written = places('vi', number, ' nghìn ', ' trăm ', ' mươi ', '');
    return mended(
      mended(written, vietnameseMendings).replace(/^|$/g, ' '),
      region === 'south' ? southern : [],
    );
  },
  en: (number) => mended(places('en', number, ' thousand ', ' hundred and ', '-ty ', ''), englishMendings),
};

const ways: Way[] = (['vi', 'en'] as const).flatMap((language) =>
  (['digits', 'value'] as const).flatMap((numbers) =>
    (['north', 'south'] as const).map((region) => ({ language, style: { numbers, region } })),
  ),
);
const nameOfWay = ({ language, style }: Way) => `${language}, ${style.numbers}, ${style.region}`;

/** 0 to `last`, each with at least so many digits. */
const counted = (last: number, width: number) =>
  Array.from({ length: last + 1 }, (_, number) => String(number).padStart(width, '0'));
const ordinals = counted(999, 3);
const bare = [counted(9_999, 1), counted(99, 2), ordinals, counted(9_999, 4)];
/** Numbers of one series: they must not be confused with one another. */
const series: readonly (readonly [prefix: string, numbers: readonly string[]])[] = [
  ...alphabet.map((letter) => [letter, ordinals] as const),
  ...bare.map((numbers) => ['', numbers] as const),
];
const words = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join(' ');

/** The second reading of a number without its letter, kept: it is the same under every letter. */
function secondReading({ language, style }: Way): (number: string) => string {
  const kept = new Map<string, string>();
  return (number) => {
    const known = kept.get(number);
    if (known !== undefined) return known;
    const made =
      style.numbers === 'digits' || /^0*[1-9]\d{4}/.test(number)
        ? [...number].map((sign) => oneByOne[language][Number(sign)]).join(' ')
        : secondValue[language](number.replace(/^0+(?=\d)/, ''), style.region);
    kept.set(number, made);
    return made;
  };
}

class Differences {
  readonly #found: string[] = [];
  note(what: string) {
    if (this.#found.length < 10) this.#found.push(what);
  }
  get first(): readonly string[] {
    return this.#found;
  }
}

describe('the second reading itself', () => {
  it.each([
    ['1005', 'một nghìn không trăm linh năm', 'one thousand and five'],
    ['1014', 'một nghìn không trăm mười bốn', 'one thousand and fourteen'],
    ['24', 'hai mươi tư', 'twenty four'],
    ['1000', 'một nghìn', 'one thousand'],
    ['100', 'một trăm', 'one hundred'],
    ['3110', 'ba nghìn một trăm mười', 'three thousand one hundred and ten'],
    ['0', 'không', 'zero'],
  ])('reads %s', (number, vi, en) => {
    expect([secondValue.vi(number, 'north'), secondValue.en(number, 'north')]).toEqual([vi, en]);
  });
});

describe.each(ways.map((way) => [nameOfWay(way), way] as const))('every number: %s', (_, way) => {
  const { language, style } = way;
  const rules = languageRules[language];
  it('of a ticket reads as the second reading has it, and unlike every other of its series', () => {
    const second = secondReading(way);
    const differences = new Differences();
    for (const [prefix, numbers] of series) {
      const head = prefix === '' ? '' : `${nameOf[language](prefix)} `;
      const heard = new Set<string>();
      for (const number of numbers) {
        const said = words(rules.ticketNumber(prefix + number, style));
        const wanted = head + second(number);
        if (said !== wanted) differences.note(`${prefix}${number}: "${said}", not "${wanted}"`);
        if (said === '' || /\d/.test(said)) differences.note(`${prefix}${number}: "${said}"`);
        if (heard.has(said)) differences.note(`${prefix}${number} is not the only "${said}"`);
        heard.add(said);
      }
    }
    expect(differences.first).toEqual([]);
  });
  it('of a counter reads by value', () => {
    const second = secondReading({ language, style: { ...style, numbers: 'value' } });
    const differences = new Differences();
    for (const number of [1, 2, 3].flatMap((width) => counted(width === 1 ? 999 : 99, width))) {
      for (const suffix of ['', ...(number.length < 3 ? alphabet : [])]) {
        const said = words(rules.counterNumber(number + suffix, style));
        const wanted = `${second(number)}${suffix === '' ? '' : ` ${nameOf[language](suffix)}`}`;
        if (said !== wanted) differences.note(`${number}${suffix}: "${said}", not "${wanted}"`);
      }
    }
    expect(differences.first).toEqual([]);
  });
});

describe('the series of one centre', () => {
  it.each(['vi', 'en'] as const)('sound unlike one another, digit by digit: %s', (language) => {
    const heard = new Map<string, string>();
    const differences = new Differences();
    const letters = [...alphabet, ...alphabet.flatMap((one) => alphabet.map((two) => one + two))];
    const style = { numbers: 'digits', region: 'north' } as const;
    const numbers = [...letters.map((prefix) => `${prefix}012`), ...counted(9_999, 4), ...ordinals];
    for (const number of numbers) {
      const said = words(languageRules[language].ticketNumber(number, style));
      if (heard.has(said)) differences.note(`${number} and ${heard.get(said)}: "${said}"`);
      heard.set(said, number);
    }
    expect(differences.first).toEqual([]);
  });
});

describe('the clips', () => {
  const plain: SpokenCall = {
    ...{ number: 'A012', counterNumber: '5', recall: false, priority: false, floor: null, zone: null },
  };
  const flags = [false, true];
  const forms: SpokenCall[] = [plain.number, { from: 'A012', to: 'A020' }].flatMap((number) =>
    flags.flatMap((recall) =>
      flags.map((priority) => ({
        ...{ ...plain, number, recall, priority, floor: 'G2' },
        zone: { id: 'khu-a', name: 'Khu A' },
      })),
    ),
  );
  /** Every piece for which a voice can be asked, taken into `clips`, with its faults noted. */
  function takeClips({ language, style }: Way, clips: Map<string, Piece>, differences: Differences) {
    const rules = languageRules[language];
    const take = (pieces: readonly Piece[]) => {
      for (const piece of pieces) {
        const known = clips.get(piece.clip);
        if (known === undefined) {
          clips.set(piece.clip, piece);
          if (!/^[a-z0-9-]+$/.test(piece.clip)) differences.note(`clip "${piece.clip}"`);
        } else if (known.text !== piece.text || known.say !== piece.say)
          differences.note(`${piece.clip}: "${known.text}" and "${piece.text}"`);
      }
    };
    for (const [prefix, numbers] of series)
      for (const number of numbers) take(rules.ticketNumber(prefix + number, style));
    for (const number of counted(999, 1)) take(rules.counterNumber(number, style));
    for (const sign of 'ĂÂĐÊÔƠƯăâđêôơưaz-/. ') take(rules.ticketNumber(sign, style));
    for (const form of forms) for (const phrase of callUtterance(language, form, style).phrases) take(phrase);
  }
  // A voice has one pack for a language, so this holds across regions and styles.
  it.each(['vi', 'en'] as const)('have one text each, and no text has two: %s', (language) => {
    const differences = new Differences();
    const clips = new Map<string, Piece>();
    for (const way of ways) if (way.language === language) takeClips(way, clips, differences);
    expect(differences.first).toEqual([]);
    const texts = [...clips.values()].map(({ text }) => text);
    expect(texts.filter((text, place) => texts.indexOf(text) !== place)).toEqual([]);
  });
});
