// Chooses the page by its path: start, counter, supervisor, replay, operators, policies, reports, notices,
// devices.
import '../protocol/look/base.css';
import './office.css';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';

const pages: Readonly<Record<string, ComponentType>> = {
  '/': lazy(async () => ({ default: (await import('./start/start-page.tsx')).StartPage })),
  '/counter': lazy(async () => ({ default: (await import('./counter/counter-page.tsx')).CounterPage })),
  '/reports': lazy(async () => ({ default: (await import('./office/reports-page.tsx')).ReportsPage })),
  '/notices': lazy(async () => ({ default: (await import('./notices/notices-page.tsx')).NoticesPage })),
  '/supervisor': lazy(async () => ({
    default: (await import('./supervisor/supervisor-page.tsx')).SupervisorPage,
  })),
  '/replay': lazy(async () => ({ default: (await import('./supervisor/replay-page.tsx')).ReplayPage })),
  '/operators': lazy(async () => ({
    default: (await import('./supervisor/operators-page.tsx')).OperatorsPage,
  })),
  '/policies': lazy(async () => ({
    default: (await import('./supervisor/policies-page.tsx')).PoliciesPage,
  })),
  '/devices': lazy(async () => ({ default: (await import('./office/devices-page.tsx')).DevicesPage })),
};
const Page = pages[window.location.pathname];
const root = document.getElementById('root');
if (root !== null && Page !== undefined) {
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <Page />
      </Suspense>
    </StrictMode>,
  );
}
