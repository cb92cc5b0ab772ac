// Where a board hangs: its counter or zone, from the address (`?counter=`, `?zone=`), else from the identity of the paired
// screen; and whether somebody only looks at it in the office (`?preview`).
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';

export type Place = { readonly counterId: string | null; readonly zoneId: string | null };

const askEveryMs = 2_000;
const query = new URLSearchParams(window.location.search);
export const isPreview = query.has('preview');

/** Null until it is known. */
export function usePlace(): Place | null {
  const [place, setPlace] = useState<Place | null>(() => {
    const [counterId, zoneId] = [query.get('counter'), query.get('zone')];
    return counterId === null && zoneId === null && !isPreview ? null : { counterId, zoneId };
  });
  useEffect(() => {
    if (place !== null) return;
    let timer = 0;
    // Only a server that answers knows whether this screen is paired; one that is away is asked again.
    const look = async () => {
      const asked = await ask<Place>('/api/v1/devices/self');
      if (asked.ok) setPlace({ counterId: asked.body.counterId, zoneId: asked.body.zoneId });
      else if (asked.problem.status === 401) setPlace({ counterId: null, zoneId: null });
      else timer = window.setTimeout(() => void look(), askEveryMs);
    };
    void look();
    return () => clearTimeout(timer);
  }, [place]);
  return place;
}
