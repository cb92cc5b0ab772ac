// Second page: the services of an office. An ordinary citizen touches a service and has the number; who belongs to a
// priority class says so first.
import { useState } from 'react';
import type { Language } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { KioskView } from '../../protocol/views/kiosk-view.ts';
import { kioskText } from './kiosk-text.ts';

type Props = {
  view: KioskView;
  language: Language;
  departmentId: string;
  choose: (serviceId: string, priorityClass: string | null) => void;
  back: () => void;
};

export function Services({ view, language, departmentId, choose, back }: Props) {
  const [priorityClass, setPriorityClass] = useState<string | null>(null);
  const department = view.departments.find((each) => each.id === departmentId);
  const services = view.services.filter((each) => each.departmentId === departmentId);
  return (
    <section>
      <p className="kiosk-office">{department === undefined ? '' : centreText(department.name, language)}</p>
      <h1 className="kiosk-title">{kioskText(language, 'chooseService')}</h1>
      <ul className="kiosk-services" data-testid="services">
        {services.map((service) => (
          <li key={service.id}>
            <button
              type="button"
              className="kiosk-service"
              disabled={service.closedBecause !== null}
              onClick={() => choose(service.id, priorityClass)}
            >
              <span className="kiosk-service-name">{centreText(service.name, language)}</span>
              {service.procedures.length > 0 && (
                <span className="kiosk-service-procedures">
                  {service.procedures.map((each) => centreText(each, language)).join(' · ')}
                </span>
              )}
              <span className="kiosk-service-state">{stateText(service, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      {view.priorityClasses.length > 0 && (
        <fieldset className="kiosk-priority">
          <legend>{kioskText(language, 'priority')}</legend>
          {[null, ...view.priorityClasses].map((each) => (
            <button
              key={each?.id ?? 'none'}
              type="button"
              className="kiosk-choice"
              aria-pressed={priorityClass === (each?.id ?? null)}
              onClick={() => setPriorityClass(each?.id ?? null)}
            >
              {each === null ? kioskText(language, 'notPriority') : centreText(each.name, language)}
            </button>
          ))}
        </fieldset>
      )}
      <button type="button" className="button kiosk-back" onClick={back}>
        ← {kioskText(language, 'back')}
      </button>
    </section>
  );
}

/** How many wait and how many counters are open; "no wait" is said only where a counter is there to call. */
function stateText(service: KioskView['services'][number], language: Language): string {
  const { waiting, openCounters, closedBecause, estimate } = service;
  if (closedBecause !== null) return kioskText(language, 'serviceClosed');
  return [
    ...(waiting > 0 ? [kioskText(language, 'waiting', { count: waiting })] : []),
    ...(waiting === 0 && openCounters > 0 ? [kioskText(language, 'nobodyWaiting')] : []),
    ...(estimate !== null && waiting > 0
      ? [
          kioskText(language, 'estimateShort', {
            low: Math.floor(estimate.lowSeconds / 60),
            high: Math.ceil(estimate.highSeconds / 60),
          }),
        ]
      : []),
    openCounters > 0
      ? kioskText(language, 'openCounters', { count: openCounters })
      : kioskText(language, 'noCounter'),
  ].join(' · ');
}
