// Driver for ESC/POS ticket printers. Before a job it asks for the printer's state; after the cut it asks for the job's
// process id, whose reply comes only once everything before it is on paper. Between jobs it asks from time to time.
import type { DeviceReason, DeviceStatus } from '../../protocol/device-status.ts';
import { type DriverContext, statusKeeper } from '../driver-context.ts';
import type { Transport } from '../transport/transport.ts';
import { conditionOf, replyReader, requests } from './escpos-status.ts';
import { escposTicket } from './escpos-ticket.ts';
import type { TicketDocument } from './ticket-document.ts';
import { drawTicket } from './ticket-drawing.ts';
import type { PrintOutcome, TicketPrinter } from './ticket-printer.ts';

const jobsWaitingAtMost = 200;
const answerWithinMs = 1_500;
const printWithinMs = 12_000;
const askEveryMs = 5_000;
/** Four base-36 characters; they begin anywhere, so that a reply to an earlier run is not taken for one to this. */
const ids = 36 ** 4;

export function escposPrinter(
  options: { widthDots: number },
  transport: Transport,
  context: DriverContext,
  changed: (status: DeviceStatus) => void,
): TicketPrinter {
  const status = statusKeeper(context, changed);
  const read = replyReader();
  const statusBytes: number[] = [];
  let waiter: { wants: () => boolean; settle: (heard: boolean) => void } | null = null;
  let lastId = '';
  let jobNumber = Math.floor(context.random() * ids);
  let jobsWaiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let heardOnThisLink = false;
  let closed = false;
  let cancelAsking = () => {};

  transport.onData((bytes) => {
    heardOnThisLink = true;
    for (const reply of read(bytes)) {
      if (reply.kind === 'process-id') lastId = reply.id;
      else if (statusBytes.length < 8) statusBytes.push(reply.byte);
    }
    if (waiter?.wants()) waiter.settle(true);
  });
  transport.onState((connected) => {
    heardOnThisLink = false;
    if (!connected) {
      status.known('absent', status.current().heardAt === null ? 'unreachable' : 'connection-lost');
      waiter?.settle(false);
    } else void inTurn(ask);
  });

  /** True once `wants` holds, false after `withinMs` or when the link is lost. */
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
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  /** Asks for the state; false where nothing is heard. */
  const ask = async (): Promise<boolean> => {
    if (!transport.connected || closed) return false;
    statusBytes.length = 0;
    try {
      await transport.send(Buffer.concat([requests.offlineCause, requests.paper]));
    } catch {
      return false;
    }
    const heard = await until(() => statusBytes.length >= 2, answerWithinMs);
    const [offlineCause = 0, paper = 0] = statusBytes;
    if (heard) {
      const condition = conditionOf(offlineCause, paper);
      status.heard(condition.grade, condition.reason);
    } else if (transport.connected) {
      status.known('warning', 'silent');
      // It has spoken on this link and now does not: switched off without a word. One that never speaks is left alone.
      if (heardOnThisLink) transport.reopen();
    }
    return heard;
  };
  const failed = (mayHavePrinted: boolean, reason: DeviceReason = status.current().reason): PrintOutcome => ({
    state: 'failed',
    reason,
    mayHavePrinted,
  });
  const printNow = async (draw: () => Uint8Array, sending: () => void): Promise<PrintOutcome> => {
    if (!transport.connected) return failed(false, 'unreachable');
    const asked = ask();
    const bytes = draw();
    await asked;
    if (!transport.connected) return failed(false, 'connection-lost');
    if (status.current().grade === 'bad') return failed(false);
    const id = nextId();
    sending();
    try {
      await transport.send(Buffer.concat([bytes, requests.processId(id)]));
    } catch {
      return failed(true, 'connection-lost');
    }
    if (await until(() => lastId === id, printWithinMs)) {
      const { grade, reason } = status.current();
      if (grade === 'warning' && reason !== 'silent') status.heard(grade, reason);
      else status.heard('good', 'answered');
      return { state: 'printed' };
    }
    if (!transport.connected) return failed(true, 'connection-lost');
    await ask();
    if (status.current().grade === 'bad') return failed(true);
    return { state: 'unconfirmed', reason: 'silent' };
  };
  const nextId = () => {
    jobNumber = (jobNumber + 1) % ids;
    return jobNumber.toString(36).toUpperCase().padStart(4, '0');
  };
  const askAgain = () => {
    cancelAsking = context.after(askEveryMs, () => {
      if (jobsWaiting === 0 && transport.connected) void inTurn(ask);
      askAgain();
    });
  };
  askAgain();

  return {
    status: () => status.current(),
    print(document: TicketDocument, sending = () => {}) {
      if (closed || jobsWaiting >= jobsWaitingAtMost) return Promise.resolve(failed(false, 'device-error'));
      jobsWaiting += 1;
      return inTurn(() => printNow(() => escposTicket(drawTicket(document, options.widthDots)), sending))
        .catch((error: unknown) => {
          context.log('error', 'a ticket could not be printed', { error: String(error) });
          return failed(false, 'device-error');
        })
        .finally(() => {
          jobsWaiting -= 1;
        });
    },
    async close() {
      closed = true;
      cancelAsking();
      waiter?.settle(false);
      await transport.close();
    },
  };
}
