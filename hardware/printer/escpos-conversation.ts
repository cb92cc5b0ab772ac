// Question and answer with an ESC/POS printer over one link: real-time status, and the process id that comes back once
// everything before it is on paper. One question at a time; an answer that does not come in time is none.
import type { DriverContext } from '../driver-context.ts';
import type { Transport } from '../transport/transport.ts';
import { type Condition, conditionOf, replyReader, requests } from './escpos-status.ts';

const answerWithinMs = 1_500;
const printWithinMs = 12_000;
/** Four base-36 characters; they begin anywhere, so that a reply to an earlier run is not taken for one to this. */
const ids = 36 ** 4;

export type Conversation = {
  /** Whether the printer has said anything since the link was made. */
  hasSpoken(): boolean;
  /** Asks how the printer is; null where it does not say. */
  condition(): Promise<Condition | null>;
  /** Sends a job; true once the printer says that it is on paper, false where it does not say so. Rejects with `TransportError`. */
  printed(job: Uint8Array): Promise<boolean>;
  /** Ends what is waited for: the link is lost, or the driver closes. */
  giveUp(): void;
};

export function escposConversation(transport: Transport, context: DriverContext): Conversation {
  const read = replyReader();
  const statusBytes: number[] = [];
  let lastId = '';
  let jobNumber = Math.floor(context.random() * ids);
  let spoken = false;
  let waiter: { wants: () => boolean; settle: (heard: boolean) => void } | null = null;

  transport.onData((bytes) => {
    spoken = true;
    for (const reply of read(bytes)) {
      if (reply.kind === 'process-id') lastId = reply.id;
      else if (statusBytes.length < 8) statusBytes.push(reply.byte);
    }
    if (waiter?.wants()) waiter.settle(true);
  });
  const giveUp = () => waiter?.settle(false);
  transport.onState(() => {
    spoken = false;
    giveUp();
  });
  /** True once `wants` holds, false after `withinMs` or when it is given up. */
  const until = (wants: () => boolean, withinMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      if (wants()) return resolve(true);
      const cancel = context.after(withinMs, () => waiter?.settle(false));
      waiter = {
        wants,
        settle(heard) {
          waiter = null;
          cancel();
          resolve(heard);
        },
      };
    });

  return {
    hasSpoken: () => spoken,
    async condition() {
      statusBytes.length = 0;
      try {
        await transport.send(Buffer.concat([requests.offlineCause, requests.paper]));
      } catch {
        return null;
      }
      const isHeard = await until(() => statusBytes.length >= 2, answerWithinMs);
      const [offlineCause = 0, paper = 0] = statusBytes;
      return isHeard ? conditionOf(offlineCause, paper) : null;
    },
    async printed(job) {
      jobNumber = (jobNumber + 1) % ids;
      const id = jobNumber.toString(36).toUpperCase().padStart(4, '0');
      await transport.send(Buffer.concat([job, requests.processId(id)]));
      return until(() => lastId === id, printWithinMs);
    },
    giveUp,
  };
}
