// Looking something up by what an officer types: any words in any order, with or without the Vietnamese marks, or the number
// that stands before a line. Pure.

/** Lower case without marks: "Đất đai" is "dat dai". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/đ/gi, 'd')
    .toLowerCase();
}

/** Whether every word typed begins a word of one of the texts; a number alone must be the line's own. */
export function isFound(typed: string, texts: readonly string[], own: string): boolean {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const words = texts.flatMap((text) => plain(text).split(/[\s,–\-()]+/));
  return wanted.every(
    (each) =>
      plain(own).startsWith(each) || (!/^\d+$/.test(each) && words.some((word) => word.startsWith(each))),
  );
}

/** Whether a ticket's number is meant: the whole of it, or its digits with or without the zeros before them. */
export function isNumber(typed: string, number: string): boolean {
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') return true;
  const digits = number.replace(/^\D+/, '');
  return (
    number.startsWith(wanted) ||
    digits.startsWith(wanted) ||
    digits.replace(/^0+/, '').startsWith(wanted.replace(/^0+(?=\d)/, ''))
  );
}
