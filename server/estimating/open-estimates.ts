// Opens the estimates of a server: in a thread of its own as the program runs, at the same desk in this thread where the
// source runs as it is, or not at all.
import { join } from 'node:path';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { Clock } from '../application/clock.ts';
import { noEstimates } from '../application/estimates/wait-estimates.ts';
import type { Journal } from '../application/journal-port.ts';
import { type AdviceStore, type FollowedEstimates, followEstimates } from './estimates.ts';
import { deskEstimator, threadEstimator } from './estimator.ts';

export type Estimating = 'thread' | 'here' | 'off';

/** Compiled: a thread runs no TypeScript. */
const script = new URL('./estimator-worker.js', import.meta.url);
const plays = 150;

export function openEstimates(parts: {
  estimating: Estimating;
  dataDir: string;
  setup: Setup;
  journal: Pick<Journal, 'head' | 'currentDay'>;
  demo: boolean;
  clock: Clock;
  store: AdviceStore;
  log: (level: 'warn', message: string, details: Record<string, unknown>) => void;
}): FollowedEstimates {
  const { estimating, dataDir, setup, journal, demo: alwaysOpen, clock, store, log } = parts;
  if (estimating === 'off') return { ...noEstimates, follow: () => {}, close: async () => {} };
  const journalFile = join(dataDir, 'journal.sqlite');
  const options = () => ({ setup, alwaysOpen, plays, kept: store.load() });
  const start = () => ({ ...options(), journalFile, untilSeq: journal.head().seq });
  return followEstimates({
    ...{ clock, alwaysOpen, store, log },
    open: (heard) =>
      estimating === 'thread'
        ? threadEstimator(script, start, clock, heard)
        : deskEstimator(options(), journal.currentDay(), heard),
  });
}
