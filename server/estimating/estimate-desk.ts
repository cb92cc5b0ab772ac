// Where waits are estimated: hears the journal's rows, learns from them, and reckons anew for a picture of the floor. It runs
// in a thread of its own (estimator-worker.ts), so that no call waits for it; it knows no clock and no file.
import type { CounterId, TicketId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { type CentreRules, centreRules } from '../domain/centre-rules.ts';
import type { RecordedEvent } from '../domain/events.ts';
import type { StaffingAdvice } from '../domain/staffing/staffing-advice.ts';
import { estimateWaits, type PlayedEstimate } from '../domain/wait-estimate/estimate-waits.ts';
import type { FloorPicture } from '../domain/wait-estimate/floor-picture.ts';
import type { Newcomer } from '../domain/wait-estimate/floor-plan.ts';
import { type NewsReader, newsReader } from '../domain/wait-estimate/news-reader.ts';
import type { WaitEstimate } from '../domain/wait-estimate/wait-estimator.ts';
import { createWaitLaws, type WaitLaws } from '../domain/wait-estimate/wait-laws.ts';
import { createAdviceDesk, type KeptAdvice } from './advice-desk.ts';

export type Looked = {
  /** The picture's moment, epoch ms. */
  readonly at: number;
  readonly tickets: readonly (readonly [TicketId, WaitEstimate])[];
  /** In the order asked. */
  readonly newcomers: readonly (WaitEstimate | null)[];
  /** The counters that usually work. */
  readonly usual: readonly CounterId[];
  readonly advice: readonly StaffingAdvice[];
  /** The record of advice, whole, where it has changed; else null. */
  readonly kept: readonly KeptAdvice[] | null;
};
export type EstimateDesk = {
  setUp(setup: Setup): void;
  hear(rows: readonly RecordedEvent[]): void;
  look(picture: FloorPicture, newcomers: readonly Newcomer[]): Looked;
};
export type DeskOptions = {
  readonly setup: Setup;
  readonly alwaysOpen: boolean;
  readonly plays: number;
  /** The advice of the last days, as it was kept. */
  readonly kept: readonly KeptAdvice[];
};

/** Estimates whose outcome is still awaited; a day has no more people. */
const awaitedAtMost = 20_000;

export function createEstimateDesk({ setup, alwaysOpen, plays, kept }: DeskOptions): EstimateDesk {
  let rules: CentreRules = centreRules(setup);
  const adviser = createAdviceDesk(rules, alwaysOpen, kept);
  let told = JSON.stringify(kept);
  let laws: WaitLaws = lawsOf(rules);
  const reader: NewsReader = newsReader(() => rules, alwaysOpen);
  const awaited = new Map<TicketId, { readonly at: number; readonly estimate: PlayedEstimate }>();
  const came = ({ event, at }: RecordedEvent) => {
    if (event.type === 'business-day-started') awaited.clear();
    if (event.type !== 'ticket-called') return;
    const before = awaited.get(event.ticketId);
    awaited.delete(event.ticketId);
    if (before !== undefined) laws.hearOutcome(before.estimate, at - before.at);
  };
  return {
    setUp(next) {
      rules = centreRules(next);
      laws = lawsOf(rules, laws);
      adviser.setUp(rules);
    },
    hear(rows) {
      for (const row of rows) {
        for (const news of reader.read(row)) laws.hear(news);
        came(row);
      }
      adviser.hear(rows);
    },
    look(picture, newcomers) {
      const wanted = { tickets: picture.waiting.map(({ id }) => id), newcomers };
      const answers = estimateWaits(picture, laws, wanted, { plays, seed: String(picture.startOfDay) });
      const tickets: [TicketId, WaitEstimate][] = [];
      for (const [id, { estimate }] of answers.tickets) {
        if (estimate === null) continue;
        tickets.push([id, plain(estimate)]);
        if (!awaited.has(id) && awaited.size < awaitedAtMost) awaited.set(id, { at: picture.now, estimate });
      }
      const advice = adviser.look(picture.now);
      const record = JSON.stringify(adviser.kept());
      const hasChanged = record !== told;
      told = record;
      return {
        ...{ advice, kept: hasChanged ? adviser.kept() : null },
        ...{ at: picture.now, tickets, usual: [...reader.usual()] },
        newcomers: answers.newcomers.map(({ estimate }) => (estimate === null ? null : plain(estimate))),
      };
    },
  };
}

function lawsOf({ setup }: CentreRules, before?: WaitLaws): WaitLaws {
  return createWaitLaws(
    setup.services.map(({ id, departmentId }) => ({ id, departmentId, kind: null })),
    before?.state,
  );
}

function plain({ lowMs, medianMs, highMs }: PlayedEstimate): WaitEstimate {
  return { lowMs, medianMs, highMs };
}
