// LED boards: each is told what its counter's board view says, or for a moment what the officer at the pad types. Drivers
// find the difference and see to the link.
import type { BoardContent } from '../../hardware/led/number-board.ts';
import type { BoardSetup } from '../../protocol/device-setup.ts';
import type { CounterBoardView } from '../../protocol/views/hall-view.ts';
import type { Clock } from '../application/clock.ts';
import type { Floor, FloorChange } from '../application/floor-port.ts';
import type { EventType } from '../domain/events.ts';
import type { Hosts } from './hosts.ts';

const testMs = 5_000;
/** What a board shows, and how long, when the officer's press or scan was not taken. */
const refusedSign = 'Err';
const refusedMs = 1_500;

export type CounterBoards = {
  /**
   * Brings the boards of these counters, or all, to what their counter shows now; one that shows something else for a moment
   * follows after it.
   */
  show(counters?: ReadonlySet<string>): void;
  /** Lights a board's own places, blinking, for some seconds; false where there is none of this id. */
  test(boardId: string): boolean;
  /** Shows the officer at a counter something on its boards for a while; null ends it. */
  message(counterId: string, text: string | null, forMs: number): void;
  /** Shows the officer at a counter for a moment that something was not taken. */
  refused(counterId: string, sign?: string | undefined): void;
  close(): void;
};

export function counterBoards(parts: {
  boards: () => readonly BoardSetup[];
  hosts: Hosts;
  clock: Clock;
  floor: () => Floor;
}): CounterBoards {
  /** Boards that show something else for a moment, with what ends it early. */
  const held = new Map<string, () => void>();
  let tests = 0;
  const show = (counters?: ReadonlySet<string>) => {
    const floor = parts.floor();
    for (const { id, counterId } of parts.boards()) {
      if (counterId === null || held.has(id) || counters?.has(counterId) === false) continue;
      const view = floor.view<'counter-board'>({ view: 'counter-board', counterId });
      parts.hosts.of(id).show(id, view === null ? { state: 'blank' } : boardContent(view));
    }
  };
  const release = (boardId: string) => {
    held.get(boardId)?.();
    held.delete(boardId);
  };
  const hold = (boardId: string, content: BoardContent, forMs: number) => {
    release(boardId);
    parts.hosts.of(boardId).show(boardId, content);
    held.set(
      boardId,
      parts.clock.after(forMs, () => {
        held.delete(boardId);
        show();
      }),
    );
  };
  const message: CounterBoards['message'] = (counterId, text, forMs) => {
    const boards = parts.boards().filter((board) => board.counterId === counterId);
    for (const { id } of boards) {
      if (text === null) release(id);
      else hold(id, { state: 'message', text }, forMs);
    }
    if (text === null) show();
  };
  return {
    show,
    test(boardId) {
      const board = parts.boards().find(({ id }) => id === boardId);
      if (board === undefined) return false;
      tests += 1;
      hold(boardId, { state: 'number', text: '8'.repeat(board.digits), call: -tests }, testMs);
      return true;
    },
    message,
    refused: (counterId, sign = refusedSign) => message(counterId, sign, refusedMs),
    close() {
      for (const cancel of held.values()) cancel();
    },
  };
}

/** A number in hand, dashes while paused, nothing otherwise. */
export function boardContent({ counter, number, callSeq }: CounterBoardView): BoardContent {
  if (number !== null) return { state: 'number', text: number, call: callSeq ?? 0 };
  return counter.status === 'paused' ? { state: 'paused' } : { state: 'blank' };
}

/** Facts that change what no counter shows. */
const elsewhere: ReadonlySet<EventType> = new Set<EventType>([
  'ticket-issued',
  'rating-submitted',
  'device-changed',
  'notices-changed',
]);

/** The counters whose boards may show something else after these facts; undefined where it may be any. */
export function countersTouched(events: FloorChange['events']): ReadonlySet<string> | undefined {
  const touched = new Set<string>();
  for (const { event } of events) {
    if ('counterId' in event) touched.add(event.counterId);
    else if (!elsewhere.has(event.type)) return undefined;
  }
  return touched;
}
