// LED signs in the lobby, which belong to no counter: each fresh call of their zone breaks in once and in order, over
// restarts too, then the announcements run one after another. Counter boards that can carry letters run them too while they
// have nothing else.
import { boardCodec } from '../../hardware/led/boards.ts';
import { advance, beginSequence, type CallSequence } from '../../protocol/call-sequence.ts';
import type { BoardSetup } from '../../protocol/device-setup.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';
import type { Clock } from '../application/clock.ts';
import type { Floor } from '../application/floor-port.ts';
import type { AnnouncedRow, AnnouncementLog } from './announcement-log.ts';
import type { Hosts } from './hosts.ts';

export type LobbySigns = { show(): void; close(): void };
type Standing = {
  readonly sequence: CallSequence;
  /** Of the call that is on the sign and has not had its time yet. */
  readonly underway: AnnouncedRow | null;
};

const lookEveryMs = 1_000;
/** How long each announcement has the sign at the least; a longer one, until it has run through. */
const announcementMs = 15_000;
/** A letter and the gap behind the text run so fast (hardware/led/board-unit.ts). */
const letterMs = 350;
const gapLetters = 6;

/** Whether letters can be read on a board. */
export function carriesText({ protocol, frame }: BoardSetup): boolean {
  try {
    return boardCodec(protocol, frame ?? null).texts !== undefined;
  } catch {
    return false;
  }
}

export function lobbySigns(parts: {
  boards: () => readonly BoardSetup[];
  hosts: Hosts;
  clock: Clock;
  floor: () => Floor;
  announced: AnnouncementLog;
  failed: (error: unknown) => void;
}): LobbySigns {
  const { clock, hosts } = parts;
  const standings = new Map<string, Standing>();
  const startedAt = clock.now();

  const lobby = () => parts.boards().filter(({ counterId }) => counterId === null);
  const keep = (row: AnnouncedRow) => void parts.announced.add(row).catch(parts.failed);
  const showAll = () => {
    const boards = lobby();
    for (const id of standings.keys()) if (!boards.some((board) => board.id === id)) standings.delete(id);
    for (const board of boards) {
      const { id, zoneId } = board;
      const view = parts.floor().view<'hall'>({ view: 'hall', ...(zoneId === null ? {} : { zoneId }) });
      if (view !== null) showOn(board, id, view);
    }
  };
  const showOn = (board: BoardSetup, id: string, view: HallView) => {
    const now = { hallTime: parts.floor().now(), steadyMs: clock.now() - startedAt };
    const before = standings.get(id) ?? {
      sequence: beginSequence(parts.announced.announced(id), view, now),
      underway: null,
    };
    const sequence = advance(before.sequence, view, now, view.sound);
    const { current } = sequence;
    const isOn = current !== null && now.steadyMs < current.until;
    let { underway } = before;
    const follows = current !== before.sequence.current;
    if (underway !== null && (follows || !isOn)) {
      keep({ ...underway, how: 'shown' });
      underway = null;
    }
    if (current !== null && follows) {
      underway = rowOf(id, current.call, now.hallTime);
      keep(underway);
    }
    standings.set(id, { sequence, underway });
    if (isOn)
      return hosts.of(id).show(id, {
        ...{ state: 'number', call: current.call.callSeq },
        text: signText(current.call.number, current.call.counterNumber, board.digits),
      });
    const text = announcementNow(view, now.hallTime);
    hosts
      .of(id)
      .show(id, text === null || !carriesText(board) ? { state: 'blank' } : { state: 'text', text });
  };
  let cancel = () => {};
  const look = () => {
    cancel = clock.after(lookEveryMs, () => {
      if (lobby().length > 0) showAll();
      look();
    });
  };
  look();
  /** Everything but a call can wait for the next look. */
  let shownSeq: number | null = null;
  const show = () => {
    const { callSeq } = parts.floor().state;
    if (callSeq === shownSeq) return;
    shownSeq = callSeq;
    showAll();
  };
  return { show, close: () => cancel() };
}

const rowOf = (outletId: string, call: CallView, at: number): AnnouncedRow => {
  const { callSeq, number, counterNumber, recall } = call;
  return { outletId, callSeq, at, number, counterNumber, recall, how: null };
};

/** The announcement whose turn it is, in the centre's first language. */
export function announcementNow({ announcements, languages }: HallView, hallTime: number): string | null {
  const texts = announcements.map(({ text }) => centreText(text, languages[0] ?? 'vi'));
  const lengths = texts.map((text) => Math.max(announcementMs, (text.length + gapLetters) * letterMs));
  let left =
    hallTime %
    Math.max(
      1,
      lengths.reduce((sum, ms) => sum + ms, 0),
    );
  for (const [index, ms] of lengths.entries()) {
    if (left < ms) return texts[index] ?? null;
    left -= ms;
  }
  return null;
}

/** A call on a sign of so many places: "A012 -> 5", or the number alone where there is no room. */
export function signText(number: string, counterNumber: string, digits: number): string {
  return (
    [`${number} -> ${counterNumber}`, `${number} ${counterNumber}`, number].find(
      (text) => text.length <= digits,
    ) ?? number.slice(-digits)
  );
}
