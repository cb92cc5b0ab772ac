// The boards' texts, the hall's clock, and where a board hangs (its counter or zone).
import { useEffect, useState } from 'react';
import { ask } from '../protocol/client/ask.ts';
import { displayEn } from '../protocol/locales/en/display.ts';
import { textPage } from '../protocol/locales/text-page.ts';
import { displayVi } from '../protocol/locales/vi/display.ts';

export const displayText = textPage(displayVi, displayEn);

export function clockText(at: number, timeZone: string): { time: string; date: string } {
  return {
    time: new Intl.DateTimeFormat('vi-VN', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at),
    date: new Intl.DateTimeFormat('vi-VN', {
      timeZone,
      weekday: 'long',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(at),
  };
}

type Place = { readonly counterId: string | null; readonly zoneId: string | null };

/** From the address (`?counter=`, `?zone=`), else from the identity of the paired screen; null until that is known. */
export function usePlace(): Place | null {
  const [place, setPlace] = useState<Place | null>(() => {
    const query = new URLSearchParams(window.location.search);
    const [counterId, zoneId] = [query.get('counter'), query.get('zone')];
    return counterId === null && zoneId === null ? null : { counterId, zoneId };
  });
  useEffect(() => {
    if (place !== null) return;
    void ask<Place>('/api/v1/devices/self').then((asked) =>
      setPlace(
        asked.ok
          ? { counterId: asked.body.counterId, zoneId: asked.body.zoneId }
          : { counterId: null, zoneId: null },
      ),
    );
  }, [place]);
  return place;
}
