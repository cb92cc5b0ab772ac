// How this officer likes the screen: kept by this browser, not by the centre.
import { useState } from 'react';
import type { CounterId } from '../../protocol/ids.ts';
import { LanguageSwitch, language } from '../language.tsx';
import { changeSettings, useCounterSettings } from './counter-settings.ts';
import { counterText } from './counter-text.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { askToNotify, mayNotify } from './new-ticket.ts';
import type { Operator } from './use-operator.ts';

export function SettingsDialog({ counterId, operator }: { counterId: CounterId; operator: Operator }) {
  const settings = useCounterSettings();
  const [refused, setRefused] = useState(false);
  const notices = settings.notices && mayNotify();
  const turnNotices = async () => {
    if (notices) return changeSettings({ notices: false });
    const may = await askToNotify();
    setRefused(!may);
    changeSettings({ notices: may });
  };
  return (
    <DialogFrame title={counterText(language, 'settingsTitle')} close={operator.closeDialog}>
      <label className="dialog-check">
        <input
          data-first
          type="checkbox"
          checked={settings.confirmsArrival}
          onChange={(event) => changeSettings({ confirmsArrival: event.target.checked })}
        />
        <span>
          {counterText(language, 'settingConfirm')}
          <small>{counterText(language, 'settingConfirmHelp')}</small>
        </span>
      </label>
      <label className="dialog-check">
        <input
          type="checkbox"
          checked={settings.sound}
          onChange={(event) => changeSettings({ sound: event.target.checked })}
        />
        <span>{counterText(language, 'settingSound')}</span>
      </label>
      <label className="dialog-check">
        <input
          type="checkbox"
          checked={settings.hints}
          onChange={(event) => changeSettings({ hints: event.target.checked })}
        />
        <span>{counterText(language, 'settingHints')}</span>
      </label>
      <div className="dialog-buttons">
        <button type="button" className="button" aria-pressed={notices} onClick={() => void turnNotices()}>
          {counterText(language, notices ? 'settingNoticesOff' : 'settingNotices')}
        </button>
        <button type="button" className="button" onClick={() => openDocked(counterId)}>
          {counterText(language, 'openDocked')}
        </button>
        <LanguageSwitch />
      </div>
      {refused && (
        <p role="alert" className="dialog-wrong">
          {counterText(language, 'settingNoticesRefused')}
        </p>
      )}
    </DialogFrame>
  );
}

/** A narrow window for beside the dossier software; this tab then steps back. */
function openDocked(counterId: CounterId): void {
  const { availWidth, availHeight } = window.screen;
  window.open(
    `/counter?counter=${counterId}`,
    `denluot-docked-${counterId}`,
    `popup,width=360,height=${availHeight},left=${availWidth - 360},top=0`,
  );
}
