// The thread in which waits are estimated: reads the past days of the journal, then answers one look after another.
import { parentPort, workerData } from 'node:worker_threads';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { RecordedEvent } from '../domain/events.ts';
import type { FloorPicture } from '../domain/wait-estimate/floor-picture.ts';
import type { Newcomer } from '../domain/wait-estimate/floor-plan.ts';
import { createEstimateDesk, type DeskOptions, type Looked } from './estimate-desk.ts';
import { pastRows } from './past-rows.ts';

export type WorkerStart = DeskOptions & { readonly journalFile: string; readonly untilSeq: number };
export type ToWorker =
  | { readonly kind: 'set-up'; readonly setup: Setup }
  | {
      readonly kind: 'look';
      readonly rows: readonly RecordedEvent[];
      readonly picture: FloorPicture;
      readonly newcomers: readonly Newcomer[];
    };
export type FromWorker = Looked;

const start = workerData as WorkerStart;
const desk = createEstimateDesk(start);
for (const row of pastRows(start.journalFile, start.untilSeq)) desk.hear([row]);

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'set-up') return desk.setUp(message.setup);
  desk.hear(message.rows);
  parentPort?.postMessage(desk.look(message.picture, message.newcomers) satisfies FromWorker);
});
