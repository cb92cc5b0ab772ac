// Whoever reckons estimates for the floor: a thread of its own, or (in tests of the source, and where no thread can be had)
// the same desk between two turns of the event loop. Each look is answered once; a thread that dies is begun anew, with a
// rest that grows, and until then nothing is known.
import { Worker } from 'node:worker_threads';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { Clock } from '../application/clock.ts';
import type { RecordedEvent } from '../domain/events.ts';
import { createEstimateDesk, type DeskOptions, type Looked } from './estimate-desk.ts';
import type { FromWorker, ToWorker, WorkerStart } from './estimator-worker.ts';

export type Look = Omit<Extract<ToWorker, { kind: 'look' }>, 'kind'>;
export type Estimator = {
  /** The newest row that it knew of before it was told anything. */
  readonly knownSeq: number;
  setUp(setup: Setup): void;
  look(look: Look): void;
  /** It has not answered for too long: begun anew. */
  restart(): void;
  close(): Promise<void>;
};
type Heard = {
  answered: (looked: Looked) => void;
  /** It knows only what it is told from now on. */
  lost: (error: unknown) => void;
};

export function deskEstimator(
  options: DeskOptions,
  past: Iterable<RecordedEvent>,
  { answered, lost }: Heard,
): Estimator {
  const desk = createEstimateDesk(options);
  const known = [...past];
  desk.hear(known);
  let closed = false;
  return {
    knownSeq: known.at(-1)?.seq ?? 0,
    ...{ setUp: desk.setUp, restart: () => {} },
    look({ rows, picture, newcomers }) {
      setImmediate(() => {
        if (closed) return;
        try {
          desk.hear(rows);
          answered(desk.look(picture, newcomers));
        } catch (error) {
          lost(error);
        }
      });
    },
    async close() {
      closed = true;
    },
  };
}

/** The thread's own heap: learned laws and one look at a large hall need some ten megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };
const firstRestMs = 1_000;
const longestRestMs = 10 * 60_000;

/** `start` is asked anew for each thread, so that a later one begins with what the journal holds by then. */
export function threadEstimator(
  script: URL,
  start: () => WorkerStart,
  clock: Clock,
  { answered, lost }: Heard,
): Estimator {
  let restMs = firstRestMs;
  let closed = false;
  let worker: Worker | null = null;
  let knownSeq = 0;
  let cancel = () => {};
  const begin = () => {
    const workerData = start();
    knownSeq = workerData.untilSeq;
    const mine = new Worker(script, { workerData, resourceLimits });
    worker = mine;
    mine.unref();
    mine.on('message', (looked: FromWorker) => {
      restMs = firstRestMs;
      answered(looked);
    });
    const gone = (error: unknown) => {
      if (worker !== mine || closed) return;
      worker = null;
      lost(error);
      cancel = clock.after(restMs, begin);
      restMs = Math.min(longestRestMs, restMs * 4);
    };
    mine.on('error', gone);
    mine.on('exit', (code) => gone(new Error(`the estimator's thread ended with ${code}`)));
  };
  begin();
  const tell = (message: ToWorker) => worker?.postMessage(message);
  return {
    get knownSeq() {
      return knownSeq;
    },
    restart: () => void worker?.terminate(),
    setUp: (setup) => tell({ kind: 'set-up', setup }),
    look: (look) => tell({ kind: 'look', ...look }),
    async close() {
      closed = true;
      cancel();
      await worker?.terminate();
    },
  };
}
