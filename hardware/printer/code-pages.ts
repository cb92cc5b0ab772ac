// The code pages of ESC/POS printers as data: which sign each byte from 80 to FF is. Below 80 every page is ASCII. A hole
// (U+FFFD) is a byte that prints nothing sure. Which pages a printer has, and under which number, is models.ts.
// Source: Microsoft code pages 1252 and 1258; TCVN 5712:1993, third set (TCVN-3, "ABC"), small letters, and the same places
// with capitals, as Epson's character code tables give them (pages 30 and 31): the small page has no capitals of its own, and
// Ă, Â and Đ of the capital page stand at A1, A2 and A7. CP1258's combining marks are left out: printers do not overstrike.

/** What a page has no sign for. */
export const hole = '\u{FFFD}';
const nothing = hole.repeat(16);

const upperHalves = {
  ascii: nothing.repeat(8),
  wpc1252: [
    '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž�', // 80
    '�‘’“”•–—˜™š›œ�žŸ', // 90
    '\u{A0}¡¢£¤¥¦§¨©ª«¬�®¯', // A0
    '°±²³´µ¶·¸¹º»¼½¾¿', // B0
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ', // C0
    'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß', // D0
    'àáâãäåæçèéêëìíîï', // E0
    'ðñòóôõö÷øùúûüýþÿ', // F0
  ].join(''),
  wpc1258: [
    '€�‚ƒ„…†‡ˆ‰�‹Œ���', // 80
    '�‘’“”•–—˜™�›œ��Ÿ', // 90
    '\u{A0}¡¢£¤¥¦§¨©ª«¬�®¯', // A0
    '°±²³´µ¶·¸¹º»¼½¾¿', // B0
    'ÀÁÂĂÄÅÆÇÈÉÊË�ÍÎÏ', // C0
    'ĐÑ�ÓÔƠÖ×ØÙÚÛÜƯ�ß', // D0
    'àáâăäåæçèéêë�íîï', // E0
    'đñ�óôơö÷øùúûüư₫ÿ', // F0
  ].join(''),
  tcvn3: [
    nothing, // 80
    nothing, // 90
    '��������ăâêôơưđ�', // A0
    '�����àảãáạ�ằẳẵắ�', // B0
    '������ặầẩẫấậè�ẻẽ', // C0
    'éẹềểễếệìỉ���ĩíịò', // D0
    '�ỏõóọồổỗốộờởỡớợù', // E0
    '�ủũúụừửữứựỳỷỹýỵ�', // F0
  ].join(''),
  'tcvn3-capitals': [
    nothing, // 80
    nothing, // 90
    '�ĂÂ����Đ��ÊÔƠƯ��', // A0
    '�����ÀẢÃÁẠ�ẰẲẴẮ�', // B0
    '������ẶẦẨẪẤẬÈ�ẺẼ', // C0
    'ÉẸỀỂỄẾỆÌỈ���ĨÍỊÒ', // D0
    '�ỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙ', // E0
    '�ỦŨÚỤỪỬỮỨỰỲỶỸÝỴ�', // F0
  ].join(''),
} as const;

export type CodePageId = keyof typeof upperHalves;
export const codePageIds = Object.keys(upperHalves) as [CodePageId, ...CodePageId[]];

/** The numbers of ESC t on Epson's TM printers, which most others follow as far as they have the page. */
export const epsonNumbers: Readonly<Record<CodePageId, number>> = {
  ascii: 0,
  wpc1252: 16,
  tcvn3: 30,
  'tcvn3-capitals': 31,
  wpc1258: 52,
};

/** The sign that a byte (20 and above) prints on a page; a hole where that is not sure. */
export function signOf(page: CodePageId, byte: number): string {
  if (byte < 0x7f) return String.fromCharCode(byte);
  return upperHalves[page][byte - 0x80] ?? hole;
}

/** The byte that prints a sign on a page; null where the page does not have it. */
export function byteOf(page: CodePageId, sign: string): number | null {
  if (isAscii(sign)) return sign.charCodeAt(0);
  const place = sign.length === 1 && sign !== hole ? upperHalves[page].indexOf(sign) : -1;
  return place < 0 ? null : 0x80 + place;
}

/** Whether a sign is the same byte on every page. */
export function isAscii(sign: string): boolean {
  return sign >= ' ' && sign <= '~' && sign.length === 1;
}
