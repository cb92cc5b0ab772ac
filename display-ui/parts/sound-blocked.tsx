// Says loudly that the browser holds the sound back, and lets it out at a touch anywhere on the board.
import './sound-blocked.css';
import { useEffect } from 'react';
import type { ScreenSound } from '../../protocol/announced.ts';
import { displayText, type Languages, mainLanguage } from './words.tsx';

export function SoundBlocked({
  sound,
  unlock,
  languages,
}: {
  sound: ScreenSound;
  unlock: () => void;
  languages: Languages;
}) {
  useEffect(() => {
    if (sound !== 'blocked') return;
    // A finger counts as a touch for the browser only when it is lifted.
    window.addEventListener('pointerup', unlock);
    window.addEventListener('keydown', unlock);
    return () => {
      window.removeEventListener('pointerup', unlock);
      window.removeEventListener('keydown', unlock);
    };
  }, [sound, unlock]);
  const language = mainLanguage(languages);
  return sound === 'blocked' ? (
    <button type="button" className="sound-blocked" data-testid="sound-blocked" onClick={unlock}>
      <strong>⚠ {displayText(language, 'soundBlocked')}</strong>
      <span>{displayText(language, 'soundBlockedHelp')}</span>
    </button>
  ) : null;
}
