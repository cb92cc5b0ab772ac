// First page: every office on one page, with how many wait there.
import type { Language } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { KioskView } from '../../protocol/views/kiosk-view.ts';
import { kioskText } from './kiosk-text.ts';

export function Departments({
  view,
  language,
  choose,
}: {
  view: KioskView;
  language: Language;
  choose: (id: string) => void;
}) {
  return (
    <section>
      <h1 className="kiosk-title">{kioskText(language, 'chooseDepartment')}</h1>
      <ul className="kiosk-grid" data-testid="departments">
        {view.departments.map((department) => {
          const waiting = view.services
            .filter((service) => service.departmentId === department.id)
            .reduce((sum, service) => sum + service.waiting, 0);
          return (
            <li key={department.id}>
              <button type="button" className="kiosk-tile" onClick={() => choose(department.id)}>
                <span className="kiosk-tile-name">{centreText(department.name, language)}</span>
                <span className="kiosk-tile-waiting">
                  {waiting > 0 ? kioskText(language, 'waiting', { count: waiting }) : '\u00a0'}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
