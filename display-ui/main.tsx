// Chooses the board by its path: the hall board, or one counter's board.
import '../protocol/look/base.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';

const HallPage = lazy(async () => ({ default: (await import('./hall/hall-page.tsx')).HallPage }));
const BoardPage = lazy(async () => ({ default: (await import('./board/board-page.tsx')).BoardPage }));
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Suspense>{window.location.pathname === '/board' ? <BoardPage /> : <HallPage />}</Suspense>
    </StrictMode>,
  );
}
