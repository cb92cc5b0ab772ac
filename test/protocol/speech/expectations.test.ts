// What is said, written out: letters, numbers digit by digit and by value, counters, and whole calls, in Vietnamese as it is
// spoken in the north and in the south, and in English.
import { describe, expect, it } from 'vitest';
import { callUtterance, languageRules } from '../../../protocol/speech/call-speech.ts';
import type { SpeechStyle, SpokenCall } from '../../../protocol/speech/speech-rules.ts';
import type { Piece, SpeechLanguage } from '../../../protocol/speech/utterance.ts';
import { transcriptOf, wordsToRead } from '../../../protocol/speech/utterance.ts';

type Row = readonly [given: string, said: string];
type CallRow = readonly [given: Partial<SpokenCall>, said: string];

const digits: SpeechStyle = { numbers: 'digits', region: 'north' };
const value: SpeechStyle = { numbers: 'value', region: 'north' };
const south: SpeechStyle = { numbers: 'value', region: 'south' };

const words = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join(' ');
const ticket = (language: SpeechLanguage, style: SpeechStyle) => (number: string) =>
  words(languageRules[language].ticketNumber(number, style));
const counter = (language: SpeechLanguage, style: SpeechStyle) => (number: string) =>
  words(languageRules[language].counterNumber(number, style));
const plain: SpokenCall = {
  ...{ number: 'A012', counterNumber: '5', recall: false, priority: false, floor: null, zone: null },
};
const call = (language: SpeechLanguage, style: SpeechStyle, given: Partial<SpokenCall>) =>
  callUtterance(language, { ...plain, ...given }, style);
const called = (language: SpeechLanguage, style: SpeechStyle) => (given: Partial<SpokenCall>) =>
  transcriptOf(call(language, style, given));

describe('a letter in Vietnamese', () => {
  it.each<Row>([
    ['A', 'A'],
    ['Ă', 'á'],
    ['Â', 'ớ'],
    ['B', 'bê'],
    ['C', 'xê'],
    ['D', 'dê'],
    ['Đ', 'đê'],
    ['E', 'e'],
    ['Ê', 'ê'],
    ['F', 'ép'],
    ['G', 'giê'],
    ['H', 'hát'],
    ['I', 'i'],
    ['J', 'gi'],
    ['K', 'ca'],
    ['L', 'e-lờ'],
    ['M', 'em-mờ'],
    ['N', 'en-nờ'],
    ['O', 'o'],
    ['Ô', 'ô'],
    ['Ơ', 'ơ'],
    ['P', 'pê'],
    ['Q', 'quy'],
    ['R', 'e-rờ'],
    ['S', 'ét-sì'],
    ['T', 'tê'],
    ['U', 'u'],
    ['Ư', 'ư'],
    ['V', 'vê'],
    ['W', 'vê kép'],
    ['X', 'ích-xì'],
    ['Y', 'i dài'],
    ['Z', 'dét'],
    ['b', 'bê'],
    ['đ', 'đê'],
    ['TT', 'tê tê'],
    ['DQ', 'dê quy'],
  ])('%s is "%s"', (given, said) => {
    expect(ticket('vi', digits)(given)).toBe(said);
    expect(ticket('vi', south)(given)).toBe(said);
  });
});

describe('a ticket number in Vietnamese, digit by digit', () => {
  it.each<Row>([
    ['A012', 'A không một hai'],
    ['A000', 'A không không không'],
    ['A105', 'A một không năm'],
    ['A115', 'A một một năm'],
    ['A141', 'A một bốn một'],
    ['B555', 'bê năm năm năm'],
    ['C444', 'xê bốn bốn bốn'],
    ['D999', 'dê chín chín chín'],
    ['Đ001', 'đê không không một'],
    ['W678', 'vê kép sáu bảy tám'],
    ['AB07', 'A bê không bảy'],
    ['A1023', 'A một không hai ba'],
    ['3024', 'ba không hai bốn'],
    ['0000', 'không không không không'],
    ['0007', 'không không không bảy'],
    ['10', 'một không'],
    ['7', 'bảy'],
    ['100000', 'một không không không không không'],
  ])('%s is "%s"', (given, said) => {
    expect(ticket('vi', digits)(given)).toBe(said);
    expect(ticket('vi', { ...digits, region: 'south' })(given)).toBe(said);
  });
});

describe('a ticket number in Vietnamese, by value', () => {
  it.each<Row>([
    ['0', 'không'],
    ['1', 'một'],
    ['4', 'bốn'],
    ['5', 'năm'],
    ['9', 'chín'],
    ['10', 'mười'],
    ['11', 'mười một'],
    ['14', 'mười bốn'],
    ['15', 'mười lăm'],
    ['19', 'mười chín'],
    ['20', 'hai mươi'],
    ['21', 'hai mươi mốt'],
    ['22', 'hai mươi hai'],
    ['24', 'hai mươi tư'],
    ['25', 'hai mươi lăm'],
    ['40', 'bốn mươi'],
    ['44', 'bốn mươi tư'],
    ['50', 'năm mươi'],
    ['51', 'năm mươi mốt'],
    ['55', 'năm mươi lăm'],
    ['91', 'chín mươi mốt'],
    ['99', 'chín mươi chín'],
    ['100', 'một trăm'],
    ['110', 'một trăm mười'],
    ['111', 'một trăm mười một'],
    ['114', 'một trăm mười bốn'],
    ['115', 'một trăm mười lăm'],
    ['121', 'một trăm hai mươi mốt'],
    ['124', 'một trăm hai mươi tư'],
    ['500', 'năm trăm'],
    ['555', 'năm trăm năm mươi lăm'],
    ['999', 'chín trăm chín mươi chín'],
    ['A012', 'A mười hai'],
    ['A000', 'A không'],
    ['Đ021', 'đê hai mươi mốt'],
    ['AB07', 'A bê bảy'],
    ['0015', 'mười lăm'],
    ['0000', 'không'],
    ['12345', 'một hai ba bốn năm'],
  ])('%s is "%s" everywhere', (given, said) => {
    expect(ticket('vi', value)(given)).toBe(said);
    expect(ticket('vi', south)(given)).toBe(said);
  });
  it.each<readonly [given: string, north: string, south: string]>([
    ['101', 'một trăm linh một', 'một trăm lẻ một'],
    ['104', 'một trăm linh bốn', 'một trăm lẻ bốn'],
    ['105', 'một trăm linh năm', 'một trăm lẻ năm'],
    ['909', 'chín trăm linh chín', 'chín trăm lẻ chín'],
    ['A505', 'A năm trăm linh năm', 'A năm trăm lẻ năm'],
    ['1000', 'một nghìn', 'một ngàn'],
    ['1001', 'một nghìn không trăm linh một', 'một ngàn không trăm lẻ một'],
    ['1005', 'một nghìn không trăm linh năm', 'một ngàn không trăm lẻ năm'],
    ['1010', 'một nghìn không trăm mười', 'một ngàn không trăm mười'],
    ['1014', 'một nghìn không trăm mười bốn', 'một ngàn không trăm mười bốn'],
    ['1021', 'một nghìn không trăm hai mươi mốt', 'một ngàn không trăm hai mươi mốt'],
    ['1100', 'một nghìn một trăm', 'một ngàn một trăm'],
    ['1105', 'một nghìn một trăm linh năm', 'một ngàn một trăm lẻ năm'],
    ['3024', 'ba nghìn không trăm hai mươi tư', 'ba ngàn không trăm hai mươi tư'],
    ['5555', 'năm nghìn năm trăm năm mươi lăm', 'năm ngàn năm trăm năm mươi lăm'],
    ['9999', 'chín nghìn chín trăm chín mươi chín', 'chín ngàn chín trăm chín mươi chín'],
  ])('%s is "%s" in the north, "%s" in the south', (given, inNorth, inSouth) => {
    expect(ticket('vi', value)(given)).toBe(inNorth);
    expect(ticket('vi', south)(given)).toBe(inSouth);
  });
});

describe('a counter in Vietnamese, whatever the style', () => {
  it.each<Row>([
    ['1', 'một'],
    ['4', 'bốn'],
    ['5', 'năm'],
    ['05', 'năm'],
    ['005', 'năm'],
    ['10', 'mười'],
    ['12', 'mười hai'],
    ['14', 'mười bốn'],
    ['15', 'mười lăm'],
    ['20', 'hai mươi'],
    ['21', 'hai mươi mốt'],
    ['24', 'hai mươi tư'],
    ['25', 'hai mươi lăm'],
    ['31', 'ba mươi mốt'],
    ['34', 'ba mươi tư'],
    ['99', 'chín mươi chín'],
    ['100', 'một trăm'],
    ['101', 'một trăm linh một'],
    ['115', 'một trăm mười lăm'],
    ['12B', 'mười hai bê'],
    ['05A', 'năm A'],
    ['A', 'A'],
    ['A5', 'A năm'],
    ['G21', 'giê hai mươi mốt'],
  ])('%s is "%s"', (given, said) => {
    expect(counter('vi', digits)(given)).toBe(said);
    expect(counter('vi', value)(given)).toBe(said);
    expect(counter('vi', south)(given)).toBe(said.replace('linh', 'lẻ'));
  });
});

describe('a call in Vietnamese', () => {
  it.each<CallRow>([
    [{}, 'Xin mời số thứ tự A không một hai, đến quầy số năm.'],
    [{ recall: true }, 'Xin nhắc lại, mời số thứ tự A không một hai, đến quầy số năm.'],
    [{ priority: true }, 'Xin mời số ưu tiên A không một hai, đến quầy số năm.'],
    [{ priority: true, recall: true }, 'Xin nhắc lại, mời số ưu tiên A không một hai, đến quầy số năm.'],
    [
      { number: '3024', counterNumber: '21' },
      'Xin mời số thứ tự ba không hai bốn, đến quầy số hai mươi mốt.',
    ],
    [
      { number: 'Đ007', counterNumber: '12B' },
      'Xin mời số thứ tự đê không không bảy, đến quầy số mười hai bê.',
    ],
    [{ counterNumber: '05' }, 'Xin mời số thứ tự A không một hai, đến quầy số năm.'],
    [
      { number: { from: 'A012', to: 'A020' } },
      'Xin mời số thứ tự từ A không một hai, đến A không hai không, đến quầy số năm.',
    ],
    [
      { number: { from: '1001', to: '1010' }, recall: true, priority: true },
      'Xin nhắc lại, mời số ưu tiên từ một không không một, đến một không một không, đến quầy số năm.',
    ],
    [{ floor: '2' }, 'Xin mời số thứ tự A không một hai, đến quầy số năm, tầng hai.'],
    [{ floor: '15' }, 'Xin mời số thứ tự A không một hai, đến quầy số năm, tầng mười lăm.'],
    [{ floor: 'B1' }, 'Xin mời số thứ tự A không một hai, đến quầy số năm, tầng bê một.'],
    [{ floor: 'G' }, 'Xin mời số thứ tự A không một hai, đến quầy số năm, tầng giê.'],
    [{ floor: 'trệt' }, 'Xin mời số thứ tự A không một hai, đến quầy số năm, tầng trệt.'],
    [{ floor: 'lửng 1' }, 'Xin mời số thứ tự A không một hai, đến quầy số năm, tầng lửng một.'],
    [
      { zone: { id: 'sanh', name: 'Sảnh chính' } },
      'Xin mời số thứ tự A không một hai, đến quầy số năm, Sảnh chính.',
    ],
    [
      { zone: { id: 'khu-24', name: 'Khu 24' } },
      'Xin mời số thứ tự A không một hai, đến quầy số năm, Khu hai mươi tư.',
    ],
    [
      { floor: '3', zone: { id: 'khu-b', name: 'Khu B' } },
      'Xin mời số thứ tự A không một hai, đến quầy số năm, tầng ba, Khu B.',
    ],
    [
      { floor: '2', recall: true, priority: true, zone: { id: 'sanh', name: 'Sảnh' } },
      'Xin nhắc lại, mời số ưu tiên A không một hai, đến quầy số năm, tầng hai, Sảnh.',
    ],
  ])('%j is "%s"', (given, said) => {
    expect(called('vi', digits)(given)).toBe(said);
  });
  it.each<CallRow>([
    [{}, 'Xin mời số thứ tự A mười hai, đến quầy số năm.'],
    [{ number: 'A105' }, 'Xin mời số thứ tự A một trăm lẻ năm, đến quầy số năm.'],
    [{ number: '1005' }, 'Xin mời số thứ tự một ngàn không trăm lẻ năm, đến quầy số năm.'],
    [{ counterNumber: '101' }, 'Xin mời số thứ tự A mười hai, đến quầy số một trăm lẻ một.'],
    [{ floor: '101' }, 'Xin mời số thứ tự A mười hai, đến quầy số năm, tầng một trăm lẻ một.'],
    [
      { zone: { id: 'phong', name: 'Phòng 105' } },
      'Xin mời số thứ tự A mười hai, đến quầy số năm, Phòng một trăm lẻ năm.',
    ],
    [
      { number: { from: 'A021', to: 'A104' } },
      'Xin mời số thứ tự từ A hai mươi mốt, đến A một trăm lẻ bốn, đến quầy số năm.',
    ],
  ])('by value in the south: %j is "%s"', (given, said) => {
    expect(called('vi', south)(given)).toBe(said);
  });
  it('keeps the words of a zone’s name in their order, without the marks between them', () => {
    const said = called('vi', digits)({ zone: { id: 'khu-a', name: 'Khu A – Tầng 1 (phía Đông)' } });
    expect(said.replaceAll(',', '')).toMatch(/ Khu A Tầng một phía Đông\.$/);
    expect(said).not.toMatch(/[–()]/);
  });
});

describe('a letter in English', () => {
  it.each([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])('%s is its own name', (given) => {
    expect(ticket('en', digits)(given)).toBe(given);
    expect(ticket('en', digits)(given.toLowerCase())).toBe(given);
  });
});

describe('a ticket number in English', () => {
  it.each<Row>([
    ['A012', 'A zero one two'],
    ['A000', 'A zero zero zero'],
    ['A105', 'A one zero five'],
    ['B999', 'B nine nine nine'],
    ['AB34', 'A B three four'],
    ['A1023', 'A one zero two three'],
    ['3024', 'three zero two four'],
    ['0678', 'zero six seven eight'],
    ['0000', 'zero zero zero zero'],
    ['10', 'one zero'],
  ])('digit by digit: %s is "%s"', (given, said) => {
    expect(ticket('en', digits)(given)).toBe(said);
  });
  it.each<Row>([
    ['0', 'zero'],
    ['1', 'one'],
    ['10', 'ten'],
    ['11', 'eleven'],
    ['12', 'twelve'],
    ['13', 'thirteen'],
    ['14', 'fourteen'],
    ['15', 'fifteen'],
    ['18', 'eighteen'],
    ['19', 'nineteen'],
    ['20', 'twenty'],
    ['21', 'twenty one'],
    ['30', 'thirty'],
    ['42', 'forty two'],
    ['55', 'fifty five'],
    ['88', 'eighty eight'],
    ['99', 'ninety nine'],
    ['100', 'one hundred'],
    ['101', 'one hundred and one'],
    ['105', 'one hundred and five'],
    ['112', 'one hundred and twelve'],
    ['120', 'one hundred and twenty'],
    ['999', 'nine hundred and ninety nine'],
    ['1000', 'one thousand'],
    ['1005', 'one thousand and five'],
    ['1014', 'one thousand and fourteen'],
    ['1100', 'one thousand one hundred'],
    ['1105', 'one thousand one hundred and five'],
    ['3024', 'three thousand and twenty four'],
    ['9999', 'nine thousand nine hundred and ninety nine'],
    ['A012', 'A twelve'],
    ['A000', 'A zero'],
    ['0015', 'fifteen'],
    ['12345', 'one two three four five'],
  ])('by value: %s is "%s"', (given, said) => {
    expect(ticket('en', value)(given)).toBe(said);
    expect(ticket('en', south)(given)).toBe(said);
  });
});

describe('a counter in English, whatever the style', () => {
  it.each<Row>([
    ['5', 'five'],
    ['05', 'five'],
    ['10', 'ten'],
    ['12', 'twelve'],
    ['21', 'twenty one'],
    ['40', 'forty'],
    ['99', 'ninety nine'],
    ['100', 'one hundred'],
    ['101', 'one hundred and one'],
    ['12B', 'twelve B'],
    ['B', 'B'],
  ])('%s is "%s"', (given, said) => {
    expect(counter('en', digits)(given)).toBe(said);
    expect(counter('en', value)(given)).toBe(said);
  });
});

describe('a call in English', () => {
  it.each<CallRow>([
    [{}, 'Number A, zero one two, please go to counter five.'],
    [{ number: '3024' }, 'Number three zero two four, please go to counter five.'],
    [{ number: 'AB34' }, 'Number A B, three four, please go to counter five.'],
    [{ recall: true }, 'Calling again, number A, zero one two, please go to counter five.'],
    [{ priority: true }, 'Priority number A, zero one two, please go to counter five.'],
    [
      { priority: true, recall: true },
      'Calling again, priority number A, zero one two, please go to counter five.',
    ],
    [
      { number: { from: 'A012', to: 'A020' } },
      'Numbers A, zero one two, to A, zero two zero, please go to counter five.',
    ],
    [
      { number: { from: '1001', to: '1010' }, priority: true },
      'Priority numbers one zero zero one, to one zero one zero, please go to counter five.',
    ],
    [
      { number: { from: '1001', to: '1010' }, recall: true },
      'Calling again, numbers one zero zero one, to one zero one zero, please go to counter five.',
    ],
    [{ counterNumber: '12B' }, 'Number A, zero one two, please go to counter twelve B.'],
    [{ counterNumber: '05' }, 'Number A, zero one two, please go to counter five.'],
    [{ floor: '2' }, 'Number A, zero one two, please go to counter five, floor two.'],
    [{ floor: 'G' }, 'Number A, zero one two, please go to counter five, floor G.'],
    [
      { zone: { id: 'sanh', name: 'Main hall' } },
      'Number A, zero one two, please go to counter five, Main hall.',
    ],
    [
      { zone: { id: 'room', name: 'Room 105' } },
      'Number A, zero one two, please go to counter five, Room one hundred and five.',
    ],
    [
      { floor: '3', zone: { id: 'khu-b', name: 'Zone B' } },
      'Number A, zero one two, please go to counter five, floor three, Zone B.',
    ],
  ])('%j is "%s"', (given, said) => {
    expect(called('en', digits)(given)).toBe(said);
  });
  it.each<CallRow>([
    [{}, 'Number A, twelve, please go to counter five.'],
    [{ number: '1005' }, 'Number one thousand and five, please go to counter five.'],
    [
      { number: { from: 'A021', to: 'A104' } },
      'Numbers A, twenty one, to A, one hundred and four, please go to counter five.',
    ],
  ])('by value: %j is "%s"', (given, said) => {
    expect(called('en', value)(given)).toBe(said);
  });
  // Before a word "A" is an article to a synthesiser; before a pause, or at an end, it is the letter.
  it.each<Partial<SpokenCall>>([
    { number: 'A012' },
    { number: { from: 'A012', to: 'A020' } },
    { counterNumber: 'A1' },
    { counterNumber: '1A1' },
    { floor: 'A1' },
    { zone: { id: 'khu-a', name: 'Zone A – Floor 1' } },
  ])('never has a letter "A" that is read as an article: %j', (given) => {
    expect(wordsToRead(call('en', digits, given))).not.toMatch(/\bA [a-z]/i);
  });
});

describe('a number too long for a value', () => {
  it.each<readonly [given: string, vi: string, en: string]>([
    ['10000', 'một không không không không', 'one zero zero zero zero'],
    ['012345', 'không một hai ba bốn năm', 'zero one two three four five'],
    ['010203', 'không một không hai không ba', 'zero one zero two zero three'],
  ])('%s is said digit by digit, zeros too', (given, vi, en) => {
    expect(ticket('vi', value)(given)).toBe(vi);
    expect(ticket('en', value)(given)).toBe(en);
  });
  it('is said so in a zone’s name', () => {
    const zone = { id: 'hotline', name: 'Quầy trực, gọi 0909123456' };
    expect(called('vi', digits)({ zone })).toMatch(/ gọi không chín không chín một hai ba bốn năm sáu\.$/);
  });
});
