// How one kind of board is spoken to, as pure functions: the bytes that show a text, the bytes that ask for what is shown,
// and what an answer means. A codec knows no time, no line and no other board; the bus has one exchange on the way at a
// time and gives the codec all bytes heard since it began.
export type Unit = {
  readonly address: number;
  readonly digits: number;
  /** The text is a window on a longer one that runs: it stands where it stands, with its blanks. */
  readonly isWindow?: boolean;
};

/** `shown`: what the board says it shows now, with its blanks; null where it only says that it has taken it. */
export type Answer = { readonly ok: true; readonly shown: string | null } | { readonly ok: false };
export type Exchange = {
  readonly bytes: Uint8Array;
  /** Reads the answer out of what has been heard so far: undefined while more must come. Null: this board never answers. */
  readonly answer: ((heard: Uint8Array) => Answer | undefined) | null;
};
export type BoardCodec = {
  /** `text` has exactly the unit's digits, unless the board runs texts by itself; `turn` is another number for every exchange. */
  write(unit: Unit, text: string, turn: number): Exchange;
  /** Null where the board cannot say what it shows. */
  readonly read: ((unit: Unit, turn: number) => Exchange) | null;
  /** What sets a board's brightness, percent; without it the board has one only. */
  readonly dim?: ((unit: Unit, percent: number) => Exchange) | null;
  /**
   * Whether letters can be read on such a board: `runs`: it runs a longer text by itself; `steps`: it must be shown one
   * window of the text after another. Without it the board has numbers only.
   */
  readonly texts?: 'runs' | 'steps';
  readonly timing: {
    readonly answerWithinMs: number;
    /** Silence on the line between two exchanges, ms, for a line of `msPerByte`. */
    gapMs(msPerByte: number): number;
  };
};

/** A text on a board of so many places: the last of it, at the right, blanks before it; what cannot be shown is "-". */
export function placed(text: string, digits: number): string {
  const signs = [...text].map((sign) => (/^[ -~]$/.test(sign) ? sign : '-')).join('');
  return signs.slice(-digits).padStart(digits, ' ');
}

/** A text in letters that every board has: without accents, in capitals. */
export function plainLetters(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[–—]/g, '-')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('…', '...');
  return plain.toUpperCase().replace(/\s+/g, ' ').trim();
}

/** A text in the middle of a line of so many characters. */
export function centred(text: string, width: number): string {
  const shown = placed(text.trim(), width).trim();
  return shown.padStart(Math.floor((width - shown.length) / 2) + shown.length, ' ').padEnd(width, ' ');
}

/** A window on a running text in the middle of a line of so many characters, its blanks kept. */
export function windowOn(text: string, width: number): string {
  return text.padStart(Math.floor((width - text.length) / 2) + text.length, ' ').padEnd(width, ' ');
}

/** A brightness in percent as one of the steps 1 to `most`. */
export function brightnessLevel(percent: number, most: number): number {
  return Math.max(1, Math.min(most, Math.round((percent / 100) * most)));
}
