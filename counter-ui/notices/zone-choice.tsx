// The choice of a zone, or of the whole centre.
import type { ZoneId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import { language } from '../language.tsx';
import { type Centre, noticesText as text } from './use-centre.ts';

export function ZoneChoice({
  zones,
  zoneId,
  choose,
}: {
  zones: Centre['zones'];
  zoneId: ZoneId | null;
  choose: (zoneId: ZoneId | null) => void;
}) {
  return (
    <label>
      {text(language, 'where')}
      <select
        value={zoneId ?? ''}
        onChange={(event) => choose((event.target.value || null) as ZoneId | null)}
      >
        <option value="">{text(language, 'everywhere')}</option>
        {zones.map(({ id, name }) => (
          <option key={id} value={id}>
            {centreText(name, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
