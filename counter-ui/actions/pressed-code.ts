// Which key was pressed, whatever the keyboard writes: an input method for Vietnamese may swallow a letter and give a
// composed one instead ("aa" gives a Backspace and "â"), without saying which key it came from. Pure.
// Source: the Telex rules (aa ee oo dd, w for horn and breve, s f r x j for the tones).

/** What is read of a keyboard event. */
export type Press = { readonly code: string; readonly key: string };

const marks: Readonly<Record<string, string>> = {
  '\u0301': 'KeyS',
  '\u0300': 'KeyF',
  '\u0309': 'KeyR',
  '\u0303': 'KeyX',
  '\u0323': 'KeyJ',
  '\u0306': 'KeyW',
  '\u031b': 'KeyW',
};

/** `KeyboardEvent.code`; where there is none, the key of which the letter was made; '' where that cannot be said. */
export function pressedCode({ code, key }: Press): string {
  if (code !== '') return code;
  if (key === 'đ' || key === 'Đ') return 'KeyD';
  const [letter = '', ...tones] = key.normalize('NFD');
  const last = tones.at(-1);
  // A circumflex is written by the letter itself: "aa".
  const made = last === undefined || last === '\u0302' ? undefined : marks[last];
  if (made !== undefined) return made;
  return /^[a-z]$/i.test(letter) && key.length <= 4 ? `Key${letter.toUpperCase()}` : '';
}

/** Whether a Backspace may be an input method's own: one is followed at once by the letter that it makes room for. */
export const ownBackspaceMs = 40;
