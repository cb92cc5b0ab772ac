// The language of the staff's pages: Vietnamese until somebody at this browser chooses otherwise. It is read when a page
// is loaded; choosing loads the page again, which loses nothing, because a screen keeps nothing of its own.
import type { Language } from '../protocol/ids.ts';

const key = 'denluot-language';
/** The languages in which the staff's pages are written. */
type StaffLanguage = Extract<Language, 'vi' | 'en'>;
const names: Readonly<Record<StaffLanguage, string>> = { vi: 'Tiếng Việt', en: 'English' };

function chosen(): StaffLanguage {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

export const language: StaffLanguage = chosen();
if (typeof document !== 'undefined') document.documentElement.lang = language;

/** The other language's own name, to be touched. */
export function LanguageSwitch() {
  const other: StaffLanguage = language === 'vi' ? 'en' : 'vi';
  const choose = () => {
    localStorage.setItem(key, other);
    window.location.reload();
  };
  return (
    <button type="button" className="button button-plain" lang={other} onClick={choose}>
      {names[other]}
    </button>
  );
}
