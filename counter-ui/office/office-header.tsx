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
/** Which pages there are, and for whom where not for every member of staff. */
const pages: readonly {
  readonly path: string;
  readonly word: Parameters<typeof officeText>[1];
  readonly roles?: readonly Role[];
}[] = [
  { path: '/supervisor', word: 'supervisor', roles: ['supervisor', 'guide', 'technician'] },
  { path: '/replay', word: 'replay', roles: ['supervisor', 'technician'] },
  { path: '/operators', word: 'operators', roles: ['supervisor', 'operator'] },
  { path: '/policies', word: 'policies', roles: ['supervisor', 'technician'] },
  { path: '/reports', word: 'reports' },
  { path: '/notices', word: 'notices' },
  { path: '/devices', word: 'devices' },
];

export function OfficeHeader({
  name,
  roles,
  signOut,
  ownAlarms = false,
}: {
  name: string;
  roles: readonly Role[];
  signOut: () => void;
  /** The page says itself what is amiss. */
  ownAlarms?: boolean;
}) {
  const seen = pages.filter((page) => page.roles?.some((role) => roles.includes(role)) ?? true);
  return (
    <>
      <header className="office-header">
        <a className="office-home" href="/">
          Đến Lượt
        </a>
        <nav>
          {seen.map(({ path, word }) => (
            <a
              key={path}
              href={path}
              {...(window.location.pathname === path ? { 'aria-current': 'page' as const } : {})}
            >
              {officeText(language, word)}
            </a>
          ))}
        </nav>
        <span>{name}</span>
        <LanguageSwitch />
        <button type="button" className="button" onClick={signOut}>
          {counterText(language, 'signOut')}
        </button>
      </header>
      {!ownAlarms && roles.some((role) => role !== 'operator') && <AlarmBar />}
    </>
  );
}
