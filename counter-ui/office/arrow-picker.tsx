// One arrow, and the eight directions around nothing to choose it from, as they lie before the eyes. What it means and what
// applies without it is for the caller.
import { useRef } from 'react';
import type { Arrow } from '../../protocol/device-setup.ts';
import { language } from '../language.tsx';
import { devicesText as text } from './device-kinds.ts';

const turns: Readonly<Record<Arrow, number>> = {
  ...{ right: 0, 'down-right': 45, down: 90, 'down-left': 135 },
  ...{ left: 180, 'up-left': 225, up: 270, 'up-right': 315 },
};
const around = [
  ...['up-left', 'up', 'up-right', 'left', null, 'right', 'down-left', 'down', 'down-right'],
] as readonly (Arrow | null)[];

type Props = {
  readonly place: string;
  readonly arrow: Arrow | null;
  /** What applies where none is chosen. */
  readonly instead: Arrow | null;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly choose: (arrow: Arrow | null) => void;
};

export function ArrowPicker({ place, arrow, instead, isOpen, toggle, choose }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const nameOf = (each: Arrow | null) => text(language, each ?? 'arrowNone');
  return (
    <span className="arrow-picker">
      <button
        ref={button}
        type="button"
        className={arrow === null ? 'button arrow-button arrow-instead' : 'button arrow-button'}
        aria-expanded={isOpen}
        aria-label={text(language, 'arrowFor', { place, arrow: nameOf(arrow) })}
        onClick={toggle}
      >
        <Drawn arrow={arrow ?? instead} />
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight
        <span className="arrow-around" role="group" aria-label={place}>
          {around.map((each) => (
            <button
              key={each ?? 'none'}
              type="button"
              className="button arrow-button"
              aria-pressed={each === arrow}
              aria-label={nameOf(each)}
              title={nameOf(each)}
              onClick={() => {
                choose(each);
                button.current?.focus();
              }}
            >
              <Drawn arrow={each} />
            </button>
          ))}
        </span>
      )}
    </span>
  );
}

/** Drawn, so that it is the same on every machine. */
function Drawn({ arrow }: { arrow: Arrow | null }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      {arrow === null ? (
        <path d="M7 11h10v2H7z" fill="currentColor" />
      ) : (
        <path
          d="M2 9.5h11V4l9 8-9 8v-5.5H2z"
          fill="currentColor"
          transform={`rotate(${turns[arrow]} 12 12)`}
        />
      )}
    </svg>
  );
}
