// Question and answer with an ESC/POS printer over one link: real-time status, what it tells by itself, and whether a job
// is on paper. What a model can do is models.ts. One question at a time; an answer that does not come in time is none.
import type { DriverContext } from '../driver-context.ts';
import type { Transport } from '../transport/transport.ts';
import {
  type Condition,
  conditionOf,
  type Question,
  replyReader,
  requests,
  toldCondition,
} from './escpos-status.ts';
import type { PrinterModel } from './models.ts';

const answerWithinMs = 1_500;
const printWithinMs = 12_000;
/** Four base-36 characters; they begin anywhere, so that a reply to an earlier run is not taken for one to this. */
const ids = 36 ** 4;

export type Conversation = {
  /** What the printer has said since the link was made: nothing, answers, or only what makes no sense. */
  speech(): 'none' | 'answers' | 'nonsense';
  /** Asks how the printer is; null where it does not say. */
  condition(): Promise<Condition | null>;
  /**
   * Sends a job; true once the printer says that it is on paper, false where it does not; one that answered nothing before
   * the job is not waited for as long. Rejects with `TransportError`.
   */
  printed(job: Uint8Array, isSilent: boolean): Promise<boolean>;
  /** Ends what is waited for: the link is lost, or the driver closes. */
  giveUp(): void;
};

/** `told` is called with each condition that the printer tells by itself. */
export function escposConversation(
  model: PrinterModel,
  transport: Transport,
  context: DriverContext,
  told: (condition: Condition) => void,
): Conversation {
  const read = replyReader();
  const statusBytes: number[] = [];
  let lastId = '';
  let fences = 0;
  let jobNumber = Math.floor(context.random() * ids);
  let speech: ReturnType<Conversation['speech']> = 'none';
  let waiter: { wants: () => boolean; settle: (heard: boolean) => void } | null = null;

  transport.onData((bytes) => {
    const replies = read(bytes);
    if (replies.length > 0) speech = 'answers';
    else if (speech === 'none') speech = 'nonsense';
    for (const reply of replies) {
      if (reply.kind === 'process-id') lastId = reply.id;
      else if (reply.kind === 'fence') fences += 1;
      else if (reply.kind === 'told') told(toldCondition(reply.bytes));
      else if (statusBytes.length < 8) statusBytes.push(reply.byte);
    }
    if (waiter?.wants()) waiter.settle(true);
  });
  const giveUp = () => waiter?.settle(false);
  transport.onState((connected) => {
    speech = 'none';
    giveUp();
    if (connected && model.tells) transport.send(requests.tell).catch(() => {});
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
  /** What is sent behind a job, and how its answer is known. */
  const confirmation = (): { question: Uint8Array; isAnswered: () => boolean } | null => {
    if (model.confirms === 'never') return null;
    if (model.confirms === 'fence') {
      const before = fences;
      return { question: requests.fence, isAnswered: () => fences > before };
    }
    jobNumber = (jobNumber + 1) % ids;
    const id = jobNumber.toString(36).toUpperCase().padStart(4, '0');
    return { question: requests.processId(id), isAnswered: () => lastId === id };
  };

  return {
    speech: () => speech,
    async condition() {
      if (model.asks.length === 0) return null;
      statusBytes.length = 0;
      try {
        await transport.send(Buffer.concat(model.asks.map(requests.status)));
      } catch {
        return null;
      }
      if (!(await until(() => statusBytes.length >= model.asks.length, answerWithinMs))) return null;
      return conditionOf(
        Object.fromEntries(model.asks.map((question, index) => [question, statusBytes[index]])) as Partial<
          Record<Question, number>
        >,
      );
    },
    async printed(job, isSilent) {
      const asked = confirmation();
      await transport.send(asked === null ? job : Buffer.concat([job, asked.question]));
      return asked !== null && until(asked.isAnswered, isSilent ? answerWithinMs : printWithinMs);
    },
    giveUp,
  };
}
