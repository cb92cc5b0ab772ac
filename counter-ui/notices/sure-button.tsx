// A button for what cannot be taken back: it must be pressed twice.
import { useEffect, useState } from 'react';
import type { noticesVi } from '../../protocol/locales/vi/notices.ts';
import { language } from '../language.tsx';
import { noticesText as text } from './use-centre.ts';

const sureForMs = 4_000;
type Word = keyof typeof noticesVi;

export function SureButton({ word, sure, act }: { word: Word; sure: Word; act: () => void }) {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(false), sureForMs);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <button
      type="button"
      className={asked ? 'button button-sure' : 'button'}
      onClick={() => {
        if (asked) act();
        setAsked(!asked);
      }}
    >
      {text(language, asked ? sure : word)}
    </button>
  );
}
