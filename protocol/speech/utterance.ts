// What is to be said, before any voice has said it: pieces of words, joined to phrases that are said in one breath. A voice
// of recorded clips plays one clip for each piece; a synthesiser reads the words; a log keeps the transcript. Pure.

/** Languages for which there are rules of speech, in protocol/speech. */
export const speechLanguages = ['vi', 'en'] as const;
export type SpeechLanguage = (typeof speechLanguages)[number];

export type Piece = {
  /** The name under which a voice has recorded it, within its language: `[a-z0-9-]+`. */
  readonly clip: string;
  readonly text: string;
  /** How a synthesiser must be written to, where it would read the text wrongly. */
  readonly say?: string;
};
/** Said in one breath; a short pause stands between two phrases. */
export type Phrase = readonly Piece[];
export type Utterance = { readonly language: SpeechLanguage; readonly phrases: readonly Phrase[] };

/** The words of an utterance as a person reads them: "Xin mời số thứ tự A không một hai, đến quầy số năm." */
export function transcriptOf({ phrases }: Utterance): string {
  return sentence(phrases, ({ text }) => text);
}

/** The words as a synthesiser must be given them. */
export function wordsToRead({ phrases }: Utterance): string {
  return sentence(phrases, ({ text, say = text }) => say);
}

function sentence(phrases: readonly Phrase[], words: (piece: Piece) => string): string {
  return `${phrases.map((phrase) => phrase.map(words).join(' ')).join(', ')}.`;
}
