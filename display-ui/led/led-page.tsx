// The lobby's LED wall, with what every board of the hall has; it shows calls and never speaks.
import { NoViewYet } from '../../protocol/client/screen-state.tsx';
import { useHall } from '../hall/use-hall.ts';
import { type Place, usePlace } from '../parts/place.ts';
import { ledSize } from './led-size.ts';
import { LedWall } from './led-wall.tsx';

const size = ledSize(window.location.search, { width: window.innerWidth, height: window.innerHeight });

export function LedPage() {
  const place = usePlace();
  return place === null ? <NoViewYet problem={null} kind="led-wall" /> : <Led place={place} />;
}

function Led({ place }: { place: Place }) {
  const { body, problem, outOfDate, announcer, hallTime, announcements } = useHall(place, { silent: true });
  if (body === null) return <NoViewYet problem={problem} kind="led-wall" />;
  const view = { ...body, announcements: [...announcements] };
  return (
    <LedWall view={view} current={announcer.current} hallTime={hallTime} outOfDate={outOfDate} size={size} />
  );
}
