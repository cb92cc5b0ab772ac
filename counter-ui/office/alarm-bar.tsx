// What somebody should see to now, on every page of the office: each device that cannot do its work, since when, and what
// to do. Follows the floor by itself.
import './devices.css';
import { useLiveView } from '../../protocol/client/use-live-view.ts';
import { reasonEn } from '../../protocol/locales/en/office.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { reasonVi } from '../../protocol/locales/vi/office.ts';
import { language } from '../language.tsx';
import { devicesText as text } from './device-kinds.ts';

const reasonText = textPage(reasonVi, reasonEn);
const alarmsShown = 3;

export function AlarmBar() {
  const { body } = useLiveView<'supervisor'>({ view: 'supervisor' });
  const alarms = body?.alarms ?? [];
  if (alarms.length === 0) return null;
  const since = (at: number) =>
    new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    <div className="alarm-bar" role="status" aria-label={text(language, 'alarms')} data-testid="alarms">
      <ul>
        {alarms.slice(0, alarmsShown).map(({ deviceId, name, reason, since: at }) => (
          <li key={deviceId}>
            <strong>⚠ {name}</strong> – {reasonText(language, reason)}{' '}
            <span>{text(language, 'since', { time: since(at) })}</span>
          </li>
        ))}
      </ul>
      <a href="/devices">
        {text(language, 'goToDevices')}
        {alarms.length > alarmsShown ? ` (${alarms.length})` : ''}
      </a>
    </div>
  );
}
