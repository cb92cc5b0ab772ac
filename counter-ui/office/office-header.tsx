// The head of every page of the office: where else one may go, who is signed in, in which language, and what should be
// seen to now.

import { officeEn } from '../../protocol/locales/en/office.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { officeVi } from '../../protocol/locales/vi/office.ts';
import type { Role } from '../../protocol/setup-schema.ts';
import { counterText } from '../counter/counter-text.ts';
import { LanguageSwitch, language } from '../language.tsx';
import { AlarmBar } from './alarm-bar.tsx';

export const officeText = textPage(officeVi, officeEn);
const pages = [
  ['/reports', 'reports'],
  ['/notices', 'notices'],
  ['/devices', 'devices'],
] as const;

export function OfficeHeader({
  name,
  roles,
  signOut,
}: {
  name: string;
  roles: readonly Role[];
  signOut: () => void;
}) {
  return (
    <>
      <header className="office-header">
        <a className="office-home" href="/">
          Đến Lượt
        </a>
        <nav>
          {pages.map(([path, page]) => (
            <a
              key={path}
              href={path}
              {...(window.location.pathname === path ? { 'aria-current': 'page' as const } : {})}
            >
              {officeText(language, page)}
            </a>
          ))}
        </nav>
        <span>{name}</span>
        <LanguageSwitch />
        <button type="button" className="button" onClick={signOut}>
          {counterText(language, 'signOut')}
        </button>
      </header>
      {roles.some((role) => role !== 'operator') && <AlarmBar />}
    </>
  );
}
