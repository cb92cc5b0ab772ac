// Vietnamese: letters by their names, digits one by one or by value, and what a call says. Pure.
// Numbers by value: mười + digit from 10 to 19 (15 mười lăm); x mươi + digit above, with 1 mốt, 4 tư, 5 lăm; "linh" (south:
// "lẻ") before a single digit that follows hundreds; hundreds are said even where they are none (không trăm) after thousands.
import type { LanguageRules, SpeechStyle, SpokenCall } from './speech-rules.ts';
import { hasWords, runsOf, writtenPiece } from './speech-rules.ts';
import type { Phrase, Piece } from './utterance.ts';

const digits: readonly Piece[] = [
  ...[
    { clip: 'khong', text: 'không' },
    { clip: 'mot', text: 'một' },
    { clip: 'hai', text: 'hai' },
    { clip: 'ba', text: 'ba' },
    { clip: 'bon', text: 'bốn' },
  ],
  ...[
    { clip: 'nam', text: 'năm' },
    { clip: 'sau', text: 'sáu' },
    { clip: 'bay', text: 'bảy' },
    { clip: 'tam', text: 'tám' },
    { clip: 'chin', text: 'chín' },
  ],
];
const muoi: Piece = { clip: 'muoi', text: 'mười' };
const tens: Piece = { clip: 'muoi-hang-chuc', text: 'mươi' };
const mot: Piece = { clip: 'mot-sau-muoi', text: 'mốt' };
const tu: Piece = { clip: 'tu-sau-muoi', text: 'tư' };
const lam: Piece = { clip: 'lam-sau-muoi', text: 'lăm' };
const hundred: Piece = { clip: 'tram', text: 'trăm' };
const regional = {
  north: { zero: { clip: 'linh', text: 'linh' }, thousand: { clip: 'nghin', text: 'nghìn' } },
  south: { zero: { clip: 'le', text: 'lẻ' }, thousand: { clip: 'ngan', text: 'ngàn' } },
} as const satisfies Record<SpeechStyle['region'], Record<string, Piece>>;

/** The names of the letters as they are taught at school; `say` where a synthesiser loses the vowel. */
const letterNames: Readonly<Record<string, string>> = {
  ...{
    A: 'a',
    Ă: 'á',
    Â: 'ớ',
    B: 'bê',
    C: 'xê',
    D: 'dê',
    Đ: 'đê',
    E: 'e',
    Ê: 'ê',
    F: 'ép',
    G: 'giê',
    H: 'hát',
  },
  ...{
    I: 'i',
    J: 'gi',
    K: 'ca',
    L: 'e-lờ',
    M: 'em-mờ',
    N: 'en-nờ',
    O: 'o',
    Ô: 'ô',
    Ơ: 'ơ',
    P: 'pê',
    Q: 'quy',
  },
  ...{
    R: 'e-rờ',
    S: 'ét-sì',
    T: 'tê',
    U: 'u',
    Ư: 'ư',
    V: 'vê',
    W: 'vê kép',
    X: 'ích-xì',
    Y: 'i dài',
    Z: 'dét',
  },
};
const letterReadAs: Readonly<Record<string, string>> = { J: 'di' };

function letter(sign: string): Piece {
  const upper = sign.toUpperCase();
  const text = letterNames[upper];
  if (text === undefined) return { clip: `ky-tu-${sign.codePointAt(0)?.toString(16)}`, text: sign };
  const say = letterReadAs[upper];
  return {
    clip: `chu-${letterClips[upper] ?? upper.toLowerCase()}`,
    text: upper === 'A' ? 'A' : text,
    ...(say === undefined ? {} : { say }),
  };
}
/** Letters that are no ASCII, as clip names. */
const letterClips: Readonly<Record<string, string>> = {
  ...{ Ă: 'a-trang', Â: 'a-mu', Đ: 'd-gach', Ê: 'e-mu', Ô: 'o-mu', Ơ: 'o-moc', Ư: 'u-moc' },
};

function digit(sign: string): Piece {
  return digits[Number(sign)] ?? letter(sign);
}

/** A run of digits by its value up to 9999; a longer one, such as a telephone number, digit by digit. */
function byValue(run: string, region: SpeechStyle['region']): readonly Piece[] {
  const { zero, thousand } = regional[region];
  const value = Number(run);
  if (value > 9_999) return [...run].map(digit);
  const below = (rest: number, after: boolean): Piece[] => {
    if (rest === 0) return [];
    const [hundreds, two] = [Math.floor(rest / 100), rest % 100];
    const head = hundreds > 0 || after ? [digit(String(hundreds)), hundred] : [];
    if (two === 0) return head;
    if (two < 10) return [...head, ...(head.length > 0 ? [zero] : []), digit(String(two))];
    return [...head, ...belowHundred(two)];
  };
  if (value === 0) return [digit('0')];
  const thousands = Math.floor(value / 1_000);
  const head = thousands > 0 ? [digit(String(thousands)), thousand] : [];
  return [...head, ...below(value % 1_000, thousands > 0)];
}

function belowHundred(value: number): Piece[] {
  const [ten, one] = [Math.floor(value / 10), value % 10];
  const head = ten === 1 ? [muoi] : [digit(String(ten)), tens];
  if (one === 0) return head;
  if (one === 5) return [...head, lam];
  if (ten > 1 && one === 1) return [...head, mot];
  if (ten > 1 && one === 4) return [...head, tu];
  return [...head, digit(String(one))];
}

function read(text: string, number: (run: string) => readonly Piece[]): Piece[] {
  return runsOf(text).flatMap((run) => (/^\d+$/.test(run) ? number(run) : [letter(run)]));
}

function floorOf(floor: string, style: SpeechStyle): Phrase {
  const head = { clip: 'tang', text: 'tầng' };
  const value = (run: string) => byValue(run, style.region);
  return /^[0-9A-Z]{1,3}$/.test(floor)
    ? [head, ...read(floor, value)]
    : [...(/^tầng\s/i.test(floor) ? [] : [head]), writtenPiece(`tang-${floor}`, floor, value)];
}

export const vietnamese: LanguageRules = {
  ticketNumber: (number, { numbers, region }) =>
    read(number, (run) => (numbers === 'digits' ? [...run].map(digit) : byValue(run, region))),
  counterNumber: (number, { region }) => read(number, (run) => byValue(run, region)),
  call(call: SpokenCall, style) {
    const number = (text: string) => vietnamese.ticketNumber(text, style);
    const { recall, priority, floor, zone } = call;
    const again: Phrase[] = recall ? [[{ clip: 'xin-nhac-lai', text: 'Xin nhắc lại' }]] : [];
    const kind = priority ? 'số ưu tiên' : 'số thứ tự';
    const clip = priority ? 'so-uu-tien' : 'so-thu-tu';
    const please: Piece = recall
      ? { clip: `moi-${clip}`, text: `mời ${kind}` }
      : { clip: `xin-moi-${clip}`, text: `Xin mời ${kind}` };
    const called: Phrase[] =
      typeof call.number === 'string'
        ? [[please, ...number(call.number)]]
        : [
            [please, { clip: 'tu', text: 'từ' }, ...number(call.number.from)],
            [{ clip: 'den', text: 'đến' }, ...number(call.number.to)],
          ];
    return [
      ...again,
      ...called,
      [{ clip: 'den-quay-so', text: 'đến quầy số' }, ...vietnamese.counterNumber(call.counterNumber, style)],
      ...(floor === null || !hasWords(floor) ? [] : [floorOf(floor, style)]),
      ...(zone === null || !hasWords(zone.name)
        ? []
        : [[writtenPiece(`khu-vuc-${zone.id}`, zone.name, (run) => byValue(run, style.region))]]),
    ];
  },
};
