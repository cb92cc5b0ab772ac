// Chooses the page by its path: the kiosk, the rating tablet, or the page behind a ticket's QR code.
import '../protocol/look/base.css';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';

const pages: readonly [RegExp, ComponentType][] = [
  [/^\/rating$/, lazy(async () => ({ default: (await import('./rating/rating-page.tsx')).RatingPage }))],
  [/^\/t\//, lazy(async () => ({ default: (await import('./track/track-page.tsx')).TrackPage }))],
  [/./, lazy(async () => ({ default: (await import('./kiosk/kiosk-page.tsx')).KioskPage }))],
];
const [, Page] = pages.find(([path]) => path.test(window.location.pathname)) ?? pages[2] ?? [];
const root = document.getElementById('root');
window.addEventListener('contextmenu', (event) => event.preventDefault());
if (root !== null && Page !== undefined) {
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <Page />
      </Suspense>
    </StrictMode>,
  );
}
