// Chooses the board by its path.
import '../protocol/look/base.css';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';

const boards: Readonly<Record<string, ComponentType>> = {
  '/hall': lazy(async () => ({ default: (await import('./hall/hall-page.tsx')).HallPage })),
  '/media': lazy(async () => ({ default: (await import('./media/media-page.tsx')).MediaPage })),
  '/led': lazy(async () => ({ default: (await import('./led/led-page.tsx')).LedPage })),
  '/status': lazy(async () => ({ default: (await import('./status/status-page.tsx')).StatusPage })),
  '/board': lazy(async () => ({ default: (await import('./board/board-page.tsx')).BoardPage })),
};
const Board = boards[window.location.pathname];
const root = document.getElementById('root');
if (root !== null && Board !== undefined) {
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <Board />
      </Suspense>
    </StrictMode>,
  );
}
