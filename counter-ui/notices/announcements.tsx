// Announcements: written in the centre's languages for a zone and a time, shown on a preview meanwhile, published, changed
// and withdrawn.
import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { Announcement } from '../../protocol/notices.ts';
import { language } from '../language.tsx';
import { AnnouncementForm, draftOf, emptyDraft, type FormDraft } from './announcement-form.tsx';
import { BoardPreview } from './board-preview.tsx';
import { SureButton } from './sure-button.tsx';
import { type Centre, momentText, noticesText as text } from './use-centre.ts';

export function Announcements({ centre, mayWrite }: { centre: Centre; mayWrite: boolean }) {
  const [list, setList] = useState<readonly Announcement[]>([]);
  const [draft, setDraft] = useState<FormDraft>(emptyDraft);
  const load = useCallback(async () => {
    const asked = await ask<{ announcements: Announcement[] }>('/api/v1/announcements');
    if (asked.ok) setList(asked.body.announcements);
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  const withdraw = async (id: string) => {
    await ask(`/api/v1/announcements/${id}`, { method: 'DELETE' });
    if (draft.id === id) setDraft(emptyDraft);
    await load();
  };
  return (
    <div className="notices-two">
      <div>
        {mayWrite && (
          <AnnouncementForm
            {...{ centre, draft, setDraft }}
            kept={() => {
              setDraft(emptyDraft);
              void load();
            }}
          />
        )}
        <ul className="announcements" data-testid="announcements">
          {list.map((each) => (
            <li key={each.id}>
              <Standing announcement={each} />
              <div>
                <p>{centreText(each.text, language)}</p>
                <small>{whenAndWhere(each, centre)}</small>
              </div>
              {mayWrite && (
                <span>
                  <button
                    type="button"
                    className="button"
                    onClick={() => setDraft(draftOf(each, centre.timeZone))}
                  >
                    {text(language, 'change')}
                  </button>
                  <SureButton word="withdraw" sure="sure" act={() => void withdraw(each.id)} />
                </span>
              )}
            </li>
          ))}
          {list.length === 0 && <li>{text(language, 'none')}</li>}
        </ul>
      </div>
      <BoardPreview zoneId={draft.zoneId} draft={{ ...draft.text, vi: draft.text.vi }} />
    </div>
  );
}

function Standing({ announcement: { from, to } }: { announcement: Announcement }) {
  const now = Date.now();
  const word = to !== null && to <= now ? 'over' : from !== null && from > now ? 'later' : 'now';
  return <span className={`standing standing-${word}`}>{text(language, word)}</span>;
}

function whenAndWhere(each: Announcement, { zones, timeZone }: Centre): string {
  const zone = zones.find(({ id }) => id === each.zoneId);
  const time = (at: number | null) => (at === null ? '…' : momentText(at, timeZone));
  return [
    zone === undefined ? text(language, 'everywhere') : centreText(zone.name, language),
    ...(each.from === null && each.to === null ? [] : [`${time(each.from)} – ${time(each.to)}`]),
    text(language, 'by', { name: each.writtenBy, time: momentText(each.writtenAt, timeZone) }),
  ].join(' · ');
}
