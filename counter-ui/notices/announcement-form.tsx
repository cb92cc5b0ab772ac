// The form in which an announcement is written: its words in each language of the centre, where, from when, until when.
import { type FormEvent, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { CentreText, Language, ZoneId } from '../../protocol/ids.ts';
import type { Announcement, AnnouncementDraft } from '../../protocol/notices.ts';
import { language } from '../language.tsx';
import { epochOf, fieldOf } from './local-time.ts';
import { type Centre, noticesText as text } from './use-centre.ts';
import { ZoneChoice } from './zone-choice.tsx';

export type FormDraft = {
  /** Null while a new one is written. */
  readonly id: string | null;
  readonly text: CentreText;
  readonly zoneId: ZoneId | null;
  /** As the fields have them. */
  readonly from: string;
  readonly to: string;
};
export const emptyDraft: FormDraft = { id: null, text: { vi: '' }, zoneId: null, from: '', to: '' };

export function draftOf({ id, text: words, zoneId, from, to }: Announcement, timeZone: string): FormDraft {
  const field = (at: number | null) => (at === null ? '' : fieldOf(at, timeZone));
  return { id, text: words, zoneId, from: field(from), to: field(to) };
}

export function AnnouncementForm({
  centre,
  draft,
  setDraft,
  kept,
}: {
  centre: Centre;
  draft: FormDraft;
  setDraft: (draft: FormDraft) => void;
  kept: () => void;
}) {
  const [wrong, setWrong] = useState<string | null>(null);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const { id, zoneId } = draft;
    const written = Object.entries(draft.text).filter(([, words = '']) => words.trim() !== '');
    const body: AnnouncementDraft = {
      text: Object.fromEntries(written) as CentreText,
      zoneId,
      from: epochOf(draft.from, centre.timeZone),
      to: epochOf(draft.to, centre.timeZone),
    };
    const path = id === null ? '/api/v1/announcements' : `/api/v1/announcements/${id}`;
    const asked = await ask(path, { method: id === null ? 'POST' : 'PUT', body });
    setWrong(asked.ok ? null : [asked.problem.title, asked.problem.errors?.[0]?.message ?? ''].join(' '));
    if (asked.ok) kept();
  };
  const [first = 'vi', ...others] = [...new Set<Language>(['vi', ...centre.languages])];
  return (
    <form className="notice-form" onSubmit={(event) => void keep(event)}>
      <h2>{text(language, draft.id === null ? 'write' : 'edit')}</h2>
      {[first, ...others].map((each) => (
        <label key={each}>
          <span>
            {text(language, 'textIn', { language: text(language, each) })}
            {each !== 'vi' && <small> – {text(language, 'optional')}</small>}
          </span>
          <textarea
            lang={each}
            rows={each === 'vi' ? 3 : 2}
            maxLength={300}
            required={each === 'vi'}
            value={draft.text[each] ?? ''}
            onChange={(event) => setDraft({ ...draft, text: { ...draft.text, [each]: event.target.value } })}
          />
        </label>
      ))}
      <div className="notice-row">
        <ZoneChoice
          zones={centre.zones}
          zoneId={draft.zoneId}
          choose={(zoneId) => setDraft({ ...draft, zoneId })}
        />
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {text(language, end)}
            <input
              type="datetime-local"
              value={draft[end]}
              onChange={(event) => setDraft({ ...draft, [end]: event.target.value })}
            />
            {end === 'to' && <small>{text(language, 'untilWithdrawn')}</small>}
          </label>
        ))}
      </div>
      {wrong !== null && (
        <p className="office-wrong" role="alert">
          {wrong}
        </p>
      )}
      <div className="notice-row">
        <button type="submit" className="button button-primary">
          {text(language, draft.id === null ? 'publish' : 'save')}
        </button>
        {draft.id !== null && (
          <button type="button" className="button" onClick={() => setDraft(emptyDraft)}>
            {text(language, 'cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
