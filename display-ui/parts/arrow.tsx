// An arrow that points where the counter lies, as the set-up says; drawn, so that it is the same on every machine.
import type { Arrow } from '../../protocol/device-setup.ts';

const turns: Readonly<Record<Arrow, number>> = {
  right: 0,
  'down-right': 45,
  down: 90,
  'down-left': 135,
  left: 180,
  'up-left': 225,
  up: 270,
  'up-right': 315,
};

export function PointingArrow({ arrow }: { arrow: Arrow }) {
  return (
    <svg className="arrow" viewBox="0 0 24 24" data-arrow={arrow} aria-hidden="true" focusable="false">
      <path d="M2 9.5h11V4l9 8-9 8v-5.5H2z" fill="currentColor" transform={`rotate(${turns[arrow]} 12 12)`} />
    </svg>
  );
}
