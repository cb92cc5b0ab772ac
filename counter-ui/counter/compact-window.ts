// A small window that stays above the dossier software: the browser's picture-in-picture for documents where it has one
// (Chromium on https or on this machine), else a small window of its own. Drawn by the same page, so that there is only one
// connection and one officer. Source: https://wicg.github.io/document-picture-in-picture/
import { useCallback, useEffect, useRef, useState } from 'react';
import { language } from '../language.tsx';

type PictureInPicture = {
  requestWindow(size: { width: number; height: number }): Promise<Window>;
};
const size = { width: 340, height: 250 };

/** The window while it is there, and what opens or closes it. */
export function useCompactWindow(title: string): { readonly compact: Window | null; toggle(): void } {
  const [compact, setCompact] = useState<Window | null>(null);
  const opened = useRef<Window | null>(null);
  const toggle = useCallback(() => {
    if (opened.current !== null) return opened.current.close();
    void openWindow().then((found) => {
      if (found === null) return;
      opened.current = found;
      dress(found.document, title);
      found.addEventListener('pagehide', () => {
        opened.current = null;
        setCompact(null);
      });
      setCompact(found);
    });
  }, [title]);
  useEffect(() => {
    const leave = () => opened.current?.close();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return { compact, toggle };
}

async function openWindow(): Promise<Window | null> {
  const { documentPictureInPicture: floating } = window as { documentPictureInPicture?: PictureInPicture };
  try {
    if (floating !== undefined) return await floating.requestWindow(size);
  } catch {
    // Refused: a window of its own does as well.
  }
  return window.open('', 'denluot-compact', `popup,width=${size.width},height=${size.height}`);
}

/** The look of this page, and its language. */
function dress(target: Document, title: string): void {
  target.title = title;
  target.documentElement.lang = language;
  target.body.replaceChildren();
  for (const sheet of document.querySelectorAll('link[rel=stylesheet], style'))
    target.head.append(target.importNode(sheet, true));
}
