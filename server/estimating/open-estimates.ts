// Opens the estimates of a running server: in a thread of its own where the compiled program runs; where the source runs as
// it is (tests), at the same desk in this thread, with fewer plays.
import { join } from 'node:path';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { Clock } from '../application/clock.ts';
import type { Journal } from '../application/journal-port.ts';
import { type FollowedEstimates, followEstimates } from './estimates.ts';
import { deskEstimator, threadEstimator } from './estimator.ts';

const script = new URL('./estimator-worker.js', import.meta.url);
const isCompiled = import.meta.url.endsWith('.js');

export function openEstimates(parts: {
  dataDir: string;
  setup: Setup;
  journal: Pick<Journal, 'head' | 'currentDay'>;
  demo: boolean;
  clock: Clock;
  log: (level: 'warn', message: string, details: Record<string, unknown>) => void;
}): FollowedEstimates {
  const { dataDir, setup, journal, demo: alwaysOpen, clock, log } = parts;
  const journalFile = join(dataDir, 'journal.sqlite');
  const start = () => ({
    ...{ setup, alwaysOpen, plays: 150, journalFile, untilSeq: journal.head().seq },
  });
  return followEstimates({
    ...{ clock, alwaysOpen, log },
    open: (heard) =>
      isCompiled
        ? threadEstimator(script, start, clock, heard)
        : deskEstimator({ setup, alwaysOpen, plays: 30 }, journal.currentDay(), heard),
  });
}
