// A list of which one is chosen: by its digit, with the arrows, with + and − of a keypad, or with the mouse.
import { type ReactNode, useEffect, useRef } from 'react';

export type Choice = { readonly id: string; readonly words: ReactNode; readonly beside?: ReactNode };
type Props = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  /** Pressed twice, or its line was chosen with the mouse where that is enough. */
  readonly take?: (id: string) => void;
  /** Whether lines carry their digit. */
  readonly numbered?: boolean;
  readonly listId?: string;
  /** Takes the focus when the dialog opens. */
  readonly first?: boolean;
};

export function ChoiceList({ label, choices, chosen, choose, take, numbered, listId, first }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is chosen
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const own = listId ?? label.replaceAll(/\W/g, '');
  return (
    <div
      ref={list}
      id={own}
      className="choices"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      {...(first === true ? { 'data-first': true } : {})}
      {...(chosen === null || choices.every(({ id }) => id !== chosen)
        ? {}
        : { 'aria-activedescendant': `${own}-${chosen}` })}
    >
      {choices.map(({ id, words, beside }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list's dialog has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the chosen line
        <div
          key={id}
          id={`${own}-${id}`}
          className="choice"
          role="option"
          aria-selected={id === chosen}
          data-choice={id}
          onClick={() => (take === undefined ? choose(id) : take(id))}
        >
          {numbered === true && index < 9 && <kbd>{index + 1}</kbd>}
          <span className="choice-words">{words}</span>
          {beside !== undefined && <span className="choice-beside">{beside}</span>}
        </div>
      ))}
    </div>
  );
}

/** The one after (1) or before (-1) the chosen one; the ends stay where they are. */
export function besideChosen(
  choices: readonly { readonly id: string }[],
  chosen: string | null,
  step: 1 | -1,
): string | null {
  const now = choices.findIndex(({ id }) => id === chosen);
  const index = now === -1 ? 0 : Math.min(choices.length - 1, Math.max(0, now + step));
  return choices[index]?.id ?? null;
}

/** What the arrows and the keypad's + and − mean in a list. */
export function stepOf(code: string): 1 | -1 | null {
  if (code === 'ArrowDown' || code === 'NumpadAdd') return 1;
  if (code === 'ArrowUp' || code === 'NumpadSubtract') return -1;
  return null;
}
