// What the project's own estimator would say on a played day: it learns from that day's rows as it would from a journal's,
// and from the days played before it.
import type { TicketId } from '../../../protocol/ids.ts';
import { estimateWaits } from '../../domain/wait-estimate/estimate-waits.ts';
import { type NewsReader, newsReader } from '../../domain/wait-estimate/news-reader.ts';
import { pictureOf } from '../../domain/wait-estimate/picture-of.ts';
import { createWaitLaws, type WaitLaws } from '../../domain/wait-estimate/wait-laws.ts';
import type { PlayedFloor } from './played-floor.ts';
import type { PlayOptions } from './player.ts';

/** For days of one centre, one after another. */
export function ownEstimates(alwaysOpen: boolean): NonNullable<PlayOptions['estimate']> {
  let floor: PlayedFloor | null = null;
  let reader: NewsReader | null = null;
  let laws: WaitLaws | null = null;
  let heard = 0;

  const hear = (from: PlayedFloor) => {
    reader ??= newsReader(() => (floor ?? from).rules, alwaysOpen);
    laws ??= createWaitLaws(
      from.rules.setup.services.map(({ id, departmentId }) => ({ id, departmentId, kind: null })),
    );
    for (; heard < from.rows.length; heard += 1) {
      const row = from.rows[heard];
      if (row !== undefined) for (const news of reader.read(row)) laws.hear(news);
    }
    return { reader, laws };
  };
  return (played: PlayedFloor, ticketId: TicketId, at: number) => {
    if (floor !== null && floor !== played) {
      // The evening of the day before.
      hear(floor);
      heard = 0;
    }
    floor = played;
    const known = hear(played);
    const { state, rules } = played;
    const picture = pictureOf({ state, rules, at, alwaysOpen, usual: known.reader.usual() });
    const seed = String(picture.startOfDay);
    const answer = estimateWaits(
      picture,
      known.laws,
      { tickets: [ticketId], newcomers: [] },
      { plays: 60, seed },
    );
    return answer.tickets.get(ticketId)?.estimate ?? null;
  };
}
