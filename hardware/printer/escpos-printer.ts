// Driver for ESC/POS ticket printers. Before a job it asks for the printer's state; a job is printed when the printer says
// so after the cut. Between jobs it asks from time to time. How it asks is escpos-conversation.ts.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PrinterModelId } from '../../protocol/device-setup.ts';
import type { DeviceReason, DeviceStatus } from '../../protocol/device-status.ts';
import { type DriverContext, statusKeeper } from '../driver-context.ts';
import type { Transport } from '../transport/transport.ts';
import { escposConversation } from './escpos-conversation.ts';
import { escposTicket } from './escpos-ticket.ts';
import { type PrinterModel, printerModels } from './models.ts';
import { isWritableTicket, textTicket } from './text-ticket.ts';
import type { TicketDocument } from './ticket-document.ts';
import { drawTicket } from './ticket-drawing.ts';
import type { PrintOutcome, TicketPrinter } from './ticket-printer.ts';

const jobsWaitingAtMost = 200;
/** Paper that has run out is known within two seconds. */
const askEveryMs = 1_600;

/** 203 dots per inch; and what is fed before the cut. */
const dotsPerMm = 8;
const feedMm = 15;
type Composed = { readonly bytes: Uint8Array; readonly printed: PrintOutcome };

/** Tickets drawn, right on any printer; or in the printer's own letters, for slow links. */
export type PrinterMode = 'raster' | 'text';

export function escposPrinter(
  options: { widthDots: number; model?: PrinterModelId | undefined; mode?: PrinterMode | undefined },
  transport: Transport,
  context: DriverContext,
  changed: (status: DeviceStatus) => void,
): TicketPrinter {
  const status = statusKeeper(context, changed);
  const model: PrinterModel = printerModels[options.model ?? 'epson'];
  const talk = escposConversation(model, transport, context, ({ grade, reason }) =>
    status.heard(grade, reason),
  );
  let jobsWaiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;
  let cancelAsking = () => {};

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  const ask = async (): Promise<void> => {
    if (!transport.connected || closed) return;
    const condition = await talk.condition();
    if (condition !== null) return status.heard(condition.grade, condition.reason);
    if (!transport.connected) return;
    if (model.asks.length === 0) return status.known('unknown', 'no-status-ability');
    if (talk.speech() === 'nonsense') return status.heard('bad', 'wrong-answer');
    status.known('warning', 'silent');
    // It has spoken on this link and now does not: switched off without a word. One that never speaks is left alone.
    if (talk.speech() === 'answers') transport.reopen();
  };
  /** A ticket in letters that the printer does not have is drawn, however slow the link: question marks help nobody. */
  const composed = (document: TicketDocument): Composed => {
    if (options.mode === 'text' && isWritableTicket(document, model))
      return { bytes: textTicket(document, model, options.widthDots), printed: { state: 'printed' } };
    const picture = drawTicket(document, options.widthDots);
    return {
      bytes: escposTicket(picture, model.cutter),
      printed: { state: 'printed', paperMm: Math.round(picture.heightDots / dotsPerMm) + feedMm },
    };
  };
  const failed = (mayHavePrinted: boolean, reason: DeviceReason = status.current().reason): PrintOutcome => ({
    ...{ state: 'failed', reason, mayHavePrinted },
  });
  const printNow = async (compose: () => Composed, sending: () => void): Promise<PrintOutcome> => {
    if (!transport.connected) return failed(false, transport.failure ?? 'unreachable');
    // Composing takes milliseconds: whoever asked for the paper has their answer first.
    await Promise.all([ask(), nextTurn()]);
    const { bytes, printed } = compose();
    if (!transport.connected) return failed(false, 'connection-lost');
    if (status.current().grade === 'bad') return failed(false);
    sending();
    try {
      if (await talk.printed(bytes, status.current().reason === 'silent')) {
        answeredWell();
        return printed;
      }
    } catch {
      return failed(true, 'connection-lost');
    }
    if (!transport.connected) return failed(true, 'connection-lost');
    if (status.current().reason !== 'silent') await ask();
    if (status.current().grade === 'bad') return failed(true);
    return { state: 'unconfirmed', reason: model.confirms === 'never' ? 'no-status-ability' : 'silent' };
  };
  /** A printed job says that the printer works; a roll near its end stays near its end. */
  const answeredWell = () => {
    const { grade, reason } = status.current();
    if (grade === 'warning' && reason !== 'silent') status.heard(grade, reason);
    else status.heard('good', 'answered');
  };
  const askAgain = () => {
    cancelAsking = context.after(askEveryMs, () => {
      if (jobsWaiting === 0) void inTurn(ask);
      askAgain();
    });
  };
  transport.onState((connected) => {
    if (connected) void inTurn(ask);
    else status.unreached(transport.failure);
  });
  askAgain();

  return {
    status: () => status.current(),
    print(document: TicketDocument, sending = () => {}) {
      if (closed || jobsWaiting >= jobsWaitingAtMost) return Promise.resolve(failed(false, 'device-error'));
      jobsWaiting += 1;
      return inTurn(() => printNow(() => composed(document), sending))
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
      talk.giveUp();
      await transport.close();
    },
  };
}
