// The touch kiosk: office, service, number. Everything it may offer comes from its view; it returns to the first page and
// to Vietnamese by itself.
import './kiosk.css';
import { useState } from 'react';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useAwake } from '../../protocol/client/use-awake.ts';
import { useHallTime, useLiveView, useNewerVersion } from '../../protocol/client/use-live-view.ts';
import { cannotWork } from '../../protocol/device-trouble.ts';
import type { Language } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { KioskView } from '../../protocol/views/kiosk-view.ts';
import { Departments } from './departments.tsx';
import { dateText, kioskText, timeText } from './kiosk-text.ts';
import { Scanned, useScanned } from './scanned.tsx';
import { Services } from './services.tsx';
import type { Wish } from './take-ticket.ts';
import { useIdle } from './use-idle.ts';
import { YourNumber } from './your-number.tsx';

type Step = { at: 'departments' } | { at: 'services'; departmentId: string } | { at: 'number'; wish: Wish };
/** Each in its own letters, so that whoever reads it finds it. */
const languageNames: Readonly<Record<Language, string>> = {
  vi: 'Tiếng Việt',
  en: 'English',
  km: 'ភាសាខ្មែរ',
  zh: '中文',
};
const idleSeconds = 45;
const warnSeconds = 10;

export function KioskPage() {
  const live = useLiveView<'kiosk'>({ view: 'kiosk' });
  const [step, setStep] = useState<Step>({ at: 'departments' });
  const [language, setLanguage] = useState<Language>('vi');
  const start = () => {
    setStep({ at: 'departments' });
    setLanguage('vi');
  };
  const idle = useIdle(
    step.at === 'services' || (step.at === 'departments' && language !== 'vi') ? idleSeconds : null,
    start,
  );
  const hallTime = useHallTime(live.clockOffsetMs);
  document.documentElement.lang = language;
  useAwake();
  useNewerVersion(live.newerVersion, step.at === 'departments');
  const view = live.body;
  const scanned = useScanned(view);
  if (view === null) return <NoViewYet problem={live.problem} kind="kiosk" />;
  const toNumber = (serviceId: string, priorityClass: string | null) =>
    setStep({ at: 'number', wish: { serviceId, priorityClass, language } });
  return (
    <div className="kiosk">
      <KioskHeader {...{ view, language, setLanguage, hallTime }} />
      <Notices {...{ view, language }} />
      <main className="kiosk-main">
        {step.at === 'departments' && (
          <Departments
            view={view}
            language={language}
            choose={(departmentId) => setStep({ at: 'services', departmentId })}
          />
        )}
        {step.at === 'services' && (
          <Services
            view={view}
            language={language}
            departmentId={step.departmentId}
            choose={toNumber}
            back={start}
          />
        )}
        {step.at === 'number' && <YourNumber view={view} wish={step.wish} done={start} />}
      </main>
      {scanned.ticketId !== null && (
        <Scanned
          {...{ ticketId: scanned.ticketId, language, close: scanned.close }}
          isBusy={step.at !== 'departments'}
        />
      )}
      {idle !== null && idle <= warnSeconds && (
        <p className="kiosk-idle">{kioskText(language, 'resetsIn', { seconds: idle })}</p>
      )}
      <OutOfDate when={live.outOfDate} language={language} />
    </div>
  );
}

type HeaderProps = {
  view: KioskView;
  language: Language;
  setLanguage: (language: Language) => void;
  hallTime: number;
};
function KioskHeader({ view, language, setLanguage, hallTime }: HeaderProps) {
  return (
    <header className="kiosk-header">
      <div>
        <p className="kiosk-centre">{centreText(view.centre.name, language)}</p>
        <p className="kiosk-date">
          {dateText(hallTime, view.timeZone)} · <strong>{timeText(hallTime, view.timeZone)}</strong>
        </p>
      </div>
      <div className="kiosk-languages">
        {view.languages
          .filter((each) => each !== language)
          .map((each) => (
            <button
              key={each}
              type="button"
              className="button kiosk-language"
              lang={each}
              onClick={() => setLanguage(each)}
            >
              {languageNames[each]}
            </button>
          ))}
      </div>
    </header>
  );
}

function Notices({ view, language }: { view: KioskView; language: Language }) {
  const { intake, printer, timeZone } = view;
  const trouble = printer !== null && cannotWork(printer.grade);
  return (
    <>
      {!intake.open && (
        <p className="kiosk-notice kiosk-notice-closed" role="status">
          <strong>{kioskText(language, 'closed')}</strong>
          {intake.opensAt !== null &&
            ` · ${kioskText(language, 'opensAt', { time: timeText(intake.opensAt, timeZone), date: dateText(intake.opensAt, timeZone) })}`}
        </p>
      )}
      {trouble && (
        <p className="kiosk-notice" role="status" data-testid="printer-trouble">
          ⚠ {kioskText(language, 'printerTrouble')}
        </p>
      )}
    </>
  );
}
