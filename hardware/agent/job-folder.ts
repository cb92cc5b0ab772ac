// An agent's papers on its disk, one file a job: written and synced before it is acknowledged, marked before the first byte
// goes to the printer, kept with its outcome until the server has taken that. What was begun and not ended when the power
// went may be on paper, and is said to be so.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PrintOutcome } from '../printer/ticket-printer.ts';
import { type AgentJob, agentJobSchema, printOutcomeSchema } from './agent-contract.ts';

const entrySchema = z.object({
  job: agentJobSchema,
  begun: z.boolean(),
  outcome: printOutcomeSchema.nullable(),
  /** Which of the folder's jobs it was, so that they are printed in order. */
  order: z.int(),
});
export type KeptJob = z.infer<typeof entrySchema>;
const jobsAtMost = 500;

export type JobFolder = {
  /** Throws where the disk does not take it, or the folder is full; then nothing is kept. */
  keep(job: AgentJob): void;
  /** Marks it before the first byte leaves; throws where that cannot be kept. */
  begin(jobId: string): void;
  end(jobId: string, outcome: PrintOutcome): void;
  drop(jobId: string): void;
  of(jobId: string): KeptJob | undefined;
  all(): KeptJob[];
};

/** `write` is the test's way to a full disk. */
export function openJobFolder(folder: string, write: typeof writeSynced = writeSynced): JobFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const jobs = new Map<string, KeptJob>();
  const fileOf = (jobId: string) => join(folder, `${jobId}.json`);
  const store = (entry: KeptJob) => {
    write(fileOf(entry.job.jobId), JSON.stringify(entry));
    jobs.set(entry.job.jobId, entry);
  };
  for (const entry of readEntries(folder)) {
    const wasCutOff = entry.begun && entry.outcome === null;
    jobs.set(entry.job.jobId, wasCutOff ? { ...entry, outcome: cutOff } : entry);
  }
  let order = Math.max(0, ...[...jobs.values()].map((entry) => entry.order));
  return {
    keep(job) {
      if (jobs.has(job.jobId)) return;
      if (jobs.size >= jobsAtMost) throw new Error('too many jobs are kept');
      order += 1;
      store({ job, begun: false, outcome: null, order });
    },
    begin(jobId) {
      const entry = jobs.get(jobId);
      if (entry !== undefined) store({ ...entry, begun: true });
    },
    end(jobId, outcome) {
      const entry = jobs.get(jobId);
      if (entry === undefined) return;
      jobs.set(jobId, { ...entry, outcome });
      try {
        store({ ...entry, outcome });
      } catch {
        // A disk that is full now: the outcome is known in memory, and after a power cut the job counts as cut off.
      }
    },
    drop(jobId) {
      jobs.delete(jobId);
      rmSync(fileOf(jobId), { force: true });
    },
    of: (jobId) => jobs.get(jobId),
    all: () => [...jobs.values()].sort((a, b) => a.order - b.order),
  };
}

const cutOff: PrintOutcome = { state: 'failed', reason: 'connection-lost', mayHavePrinted: true };

function readEntries(folder: string): KeptJob[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      try {
        return [entrySchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))];
      } catch {
        // A file that was never whole was never acknowledged.
        rmSync(join(folder, name), { force: true });
        return [];
      }
    });
}

/** Whole or not at all: beside it, synced, then renamed. */
export function writeSynced(file: string, text: string): void {
  const beside = `${file}.new`;
  const descriptor = openSync(beside, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(beside, file);
}
