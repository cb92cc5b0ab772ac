// Upgrades of the set-up document, in order: step n turns version n into version n + 1. Their count is the version this
// program writes. A step works on plain JSON, because the schema of the old version is gone.
type Document = Record<string, unknown>;

export const upgrades: readonly ((document: Document) => Document)[] = [
  // 0 -> 1: opening hours were one span with one cut-off for the whole day; sessions came in their place.
  (document) => {
    const { opens, closes, intakeStopsBeforeMinutes = 0, ...hours } = (document.hours ?? {}) as Document;
    const sessions = opens === undefined ? hours.sessions : [{ opens, closes, intakeStopsBeforeMinutes }];
    return { ...document, version: 1, hours: { ...hours, sessions } };
  },
];

/** The document in the newest version; the very same object where nothing had to be done. */
export function upgraded(document: Document): Document {
  const version = typeof document.version === 'number' ? document.version : 0;
  return upgrades.slice(version).reduce((older, step) => step(older), document);
}
