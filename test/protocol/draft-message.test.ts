// What a board that is shown as a preview takes from the office's page: the announcement being written, or none; anything
// else that comes by the same way is passed over.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftMessage, draftOf } from '../../protocol/draft-message.ts';

describe('a message of the office', () => {
  it('brings the announcement as it is being written', () => {
    const message: DraftMessage = { denluot: 'draft', text: { vi: 'Nghỉ trưa', en: 'Lunch' } };
    expect(draftOf(message)).toEqual({ id: 'draft', text: { vi: 'Nghỉ trưa', en: 'Lunch' } });
    expect(draftOf({ ...message, text: { vi: '<b>x</b>' } })?.text.vi).toBe('<b>x</b>');
  });
  it.each<[string, unknown]>([
    ['nothing is being written', null],
    ['it is left out', undefined],
    ['nothing has been written yet', { vi: '' }],
    ['there is no Vietnamese', { en: 'Lunch' }],
    ['the text is none', { vi: 7 }],
  ])('brings none where %s', (_what, text) => {
    expect(draftOf({ denluot: 'draft', text })).toBeNull();
  });
  it.each([
    null,
    undefined,
    'draft',
    7,
    [],
    {},
    { denluot: 'other', text: { vi: 'x' } },
    { text: { vi: 'x' } },
    { source: 'react-devtools-bridge' },
  ])('that says something else is passed over: %j', (message) => {
    expect(draftOf(message)).toBeUndefined();
  });
  it('is never the end of a board, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (text) => {
        const draft = draftOf({ denluot: 'draft', text });
        expect(draft === null || (typeof draft?.text.vi === 'string' && draft.text.vi !== '')).toBe(true);
        expect(draftOf(text) === null).toBe(false);
      }),
    );
  });
});
