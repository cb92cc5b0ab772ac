// What the notices' page must know of the centre: its zones, languages and time zone.
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { CentreText, Language, ZoneId } from '../../protocol/ids.ts';
import { noticesEn } from '../../protocol/locales/en/notices.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { noticesVi } from '../../protocol/locales/vi/notices.ts';

export const noticesText = textPage(noticesVi, noticesEn);
export type Centre = {
  readonly languages: readonly Language[];
  readonly timeZone: string;
  readonly zones: readonly { readonly id: ZoneId; readonly name: CentreText }[];
};

/** Null until it is known. */
export function useCentre(): Centre | null {
  const [centre, setCentre] = useState<Centre | null>(null);
  useEffect(() => {
    void ask<Centre>('/api/v1/centre').then((asked) => {
      if (asked.ok) setCentre(asked.body);
    });
  }, []);
  return centre;
}

/** A moment as the office reads it: 23/11 09:30. */
export function momentText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('vi-VN', {
    ...{ timeZone, day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at);
}
