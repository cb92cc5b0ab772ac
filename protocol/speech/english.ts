// English: letters, digits one by one ("zero one two") or by value ("one hundred and five"), and what a call says. Pure.
import type { LanguageRules, SpeechStyle, SpokenCall } from './speech-rules.ts';
import { hasWords, runsOf, writtenPiece } from './speech-rules.ts';
import type { Phrase, Piece } from './utterance.ts';

const words = (list: string): Piece[] => list.split(' ').map((text) => ({ clip: text, text }));
const small = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const tens = words('zero ten twenty thirty forty fifty sixty seventy eighty ninety');
const [hundred, thousand, and] = words('hundred thousand and') as [Piece, Piece, Piece];

function letter(sign: string): Piece {
  const upper = sign.toUpperCase();
  return /^[A-Z]$/.test(upper)
    ? { clip: `letter-${upper.toLowerCase()}`, text: upper }
    : { clip: `sign-${sign.codePointAt(0)?.toString(16)}`, text: sign };
}

function digit(sign: string): Piece {
  return small[Number(sign)] ?? letter(sign);
}

/** 0 to 9999. */
function spoken(value: number): readonly Piece[] {
  if (value < 20) return [word(value)];
  if (value < 100) {
    const [ten, one] = [tens[Math.floor(value / 10)] ?? hundred, value % 10];
    return one === 0 ? [ten] : [ten, word(one)];
  }
  const [unit, size, rest] =
    value < 1_000
      ? ([Math.floor(value / 100), hundred, value % 100] as const)
      : ([Math.floor(value / 1_000), thousand, value % 1_000] as const);
  const joined = rest > 0 && rest < 100 ? [and] : [];
  return [word(unit), size, ...joined, ...(rest === 0 ? [] : spoken(rest))];
}

function word(value: number): Piece {
  return small[value] ?? hundred;
}

function read(text: string, number: (run: string) => readonly Piece[]): Piece[] {
  return runsOf(text).flatMap((run) => (/^\d+$/.test(run) ? number(run) : [letter(run)]));
}

/** A run of digits by its value up to 9999; a longer one, such as a telephone number, digit by digit. */
function byValue(run: string): readonly Piece[] {
  return Number(run) > 9_999 ? [...run].map(digit) : spoken(Number(run));
}

export const english: LanguageRules = {
  ticketNumber: (number, { numbers }: SpeechStyle) =>
    read(number, (run) => (numbers === 'digits' ? [...run].map(digit) : byValue(run))),
  counterNumber: (number) => read(number, byValue),
  call({ number, counterNumber, recall, priority, floor, zone }: SpokenCall, style) {
    const again: Phrase[] = recall ? [[{ clip: 'calling-again', text: 'Calling again' }]] : [];
    const head = (noun: string): Piece => {
      const text = priority ? `priority ${noun}` : noun;
      const clip = text.replaceAll(' ', '-');
      return recall
        ? { clip, text }
        : { clip: `${clip}-first`, text: text.charAt(0).toUpperCase() + text.slice(1) };
    };
    const called: Phrase[] =
      typeof number === 'string'
        ? withBreath(head('number'), english.ticketNumber(number, style))
        : [
            ...withBreath(head('numbers'), english.ticketNumber(number.from, style)),
            ...withBreath({ clip: 'to', text: 'to' }, english.ticketNumber(number.to, style)),
          ];
    return [
      ...again,
      ...called,
      ...withBreath(
        { clip: 'please-go-to-counter', text: 'please go to counter' },
        english.counterNumber(counterNumber, style),
      ),
      ...(floor === null || !hasWords(floor) ? [] : floorOf(floor)),
      ...(zone === null || !hasWords(zone.name)
        ? []
        : [[writtenPiece(`zone-${zone.id}`, zone.name, byValue)]]),
    ];
  },
};

/** A breath after letters: without it "A" is read as an article. */
function withBreath(head: Piece, number: readonly Piece[]): Phrase[] {
  const end = number.findLastIndex(({ clip }) => clip.startsWith('letter-')) + 1;
  if (end === 0 || end === number.length) return [[head, ...number]];
  return [[head, ...number.slice(0, end)], number.slice(end)];
}

function floorOf(floor: string): Phrase[] {
  const head = { clip: 'floor', text: 'floor' };
  return /^[0-9A-Z]{1,3}$/.test(floor)
    ? withBreath(head, read(floor, byValue))
    : [[...(/^floor\s/i.test(floor) ? [] : [head]), writtenPiece(`floor-${floor}`, floor, byValue)]];
}
