// What a part of the page may do: send a command, and show a counter or a ticket. A page that only shows the floor has none.
import { createContext, useContext } from 'react';
import type { Command } from '../../protocol/commands.ts';
import type { CounterId, TicketId } from '../../protocol/ids.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';

export type Shown = { readonly counterId: CounterId } | { readonly ticketId: TicketId };
/** What came of the last deed, as it is said to whoever did it. */
export type Said = { readonly words: string; readonly isBad: boolean };
export type Floor = {
  readonly view: SupervisorView;
  /** The hall's time, or the time that is being played again; epoch ms. */
  readonly now: number;
  readonly may: (type: Command['type']) => boolean;
  /** True where it was done. */
  readonly act: (command: Command) => Promise<boolean>;
  /** Does something else than a command and says what came of it. */
  readonly tell: (said: Said) => void;
  /** Null where nothing can be opened. */
  readonly show: ((shown: Shown) => void) | null;
};

export const FloorContext = createContext<Floor | null>(null);

export function useFloor(): Floor {
  const floor = useContext(FloorContext);
  if (floor === null) throw new Error('outside of a floor');
  return floor;
}
