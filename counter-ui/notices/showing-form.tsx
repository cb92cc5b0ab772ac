// One picture or video with when and where it is shown; each change is kept at once.

import { fileUrl } from '../../protocol/file-url.ts';
import type { BusinessDay } from '../../protocol/ids.ts';
import type { KeptFile, Showing } from '../../protocol/notices.ts';
import { language } from '../language.tsx';
import { SureButton } from './sure-button.tsx';
import { type Centre, noticesText as text } from './use-centre.ts';
import { ZoneChoice } from './zone-choice.tsx';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export function ShowingForm({
  file,
  centre,
  keep,
  earlier,
  remove,
}: {
  file: KeptFile;
  centre: Centre;
  keep: (showing: Showing) => void;
  /** Null for the first. */
  earlier: (() => void) | null;
  remove: () => void;
}) {
  const { showing, kind, id, name } = file;
  const change = (part: Partial<Showing>) => keep({ ...showing, ...part });
  return (
    <li className="file" data-file={name}>
      {kind === 'video' ? (
        <video src={fileUrl(id)} muted preload="metadata" />
      ) : (
        <img src={fileUrl(id)} alt={name} />
      )}
      <div className="notice-form">
        <h3>{name}</h3>
        <label className="file-shown">
          <input
            type="checkbox"
            checked={showing.shown}
            onChange={(event) => change({ shown: event.target.checked })}
          />
          {text(language, 'show')}
        </label>
        {showing.shown && <When {...{ showing, change, centre, kind }} />}
        <p className="preview-help">
          {text(language, 'fileId')}: <code>{id}</code>
        </p>
      </div>
      <span className="file-deeds">
        {earlier !== null && (
          <button type="button" className="button" onClick={earlier}>
            ↑ {text(language, 'earlier')}
          </button>
        )}
        <SureButton word="remove" sure="removeSure" act={remove} />
      </span>
    </li>
  );
}

function When({
  showing,
  change,
  centre,
  kind,
}: {
  showing: Showing;
  change: (part: Partial<Showing>) => void;
  centre: Centre;
  kind: KeptFile['kind'];
}) {
  const { weekdays, hours, seconds } = showing;
  const toggle = (day: number) =>
    change({
      weekdays: weekdays.includes(day) ? weekdays.filter((each) => each !== day) : [...weekdays, day].sort(),
    });
  return (
    <div className="notice-row">
      <ZoneChoice zones={centre.zones} zoneId={showing.zoneId} choose={(zoneId) => change({ zoneId })} />
      {(['fromDay', 'toDay'] as const).map((end) => (
        <label key={end}>
          {text(language, end)}
          <input
            type="date"
            defaultValue={showing[end] ?? ''}
            onBlur={(event) => change({ [end]: (event.target.value || null) as BusinessDay | null })}
          />
        </label>
      ))}
      <label>
        {text(language, 'fromHour')}
        <input
          type="time"
          defaultValue={hours?.from ?? ''}
          onBlur={({ target: { value } }) =>
            change({ hours: value === '' ? null : { from: value, to: hours?.to ?? '23:59' } })
          }
        />
      </label>
      <label>
        {text(language, 'toHour')}
        <input
          type="time"
          defaultValue={hours?.to ?? ''}
          onBlur={({ target: { value } }) =>
            change({ hours: value === '' ? null : { from: hours?.from ?? '00:00', to: value } })
          }
        />
      </label>
      <fieldset className="file-days">
        <legend>{text(language, 'weekdays')}</legend>
        {days.map((day, index) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={weekdays.includes(index + 1)}
              onChange={() => toggle(index + 1)}
            />
            {text(language, day)}
          </label>
        ))}
        <small>{text(language, 'everyDay')}</small>
      </fieldset>
      {kind === 'picture' && (
        <label>
          {text(language, 'seconds')}
          <input
            type="number"
            min={3}
            max={600}
            defaultValue={seconds}
            onBlur={(event) => change({ seconds: Number(event.target.value) || seconds })}
          />
        </label>
      )}
    </div>
  );
}
