// The contract of a ticket printer: one document in, and what became of it. "Printed" means that the printer said so
// after the last byte; a printer that says nothing leaves a job unconfirmed, never silently good.
import type { DeviceReason, DeviceStatus } from '../../protocol/device-status.ts';
import type { TicketDocument } from './ticket-document.ts';

export type PrintOutcome =
  /** `paperMm`: how much of the roll it took, where the driver knows. */
  | { readonly state: 'printed'; readonly paperMm?: number }
  | { readonly state: 'unconfirmed'; readonly reason: DeviceReason }
  /** `mayHavePrinted`: bytes had left, so paper may have come out; another copy must say that it is one. */
  | { readonly state: 'failed'; readonly reason: DeviceReason; readonly mayHavePrinted: boolean };

export type TicketPrinter = {
  /** Jobs are printed one after another; a job beyond the bound of waiting ones fails at once. Never rejects. */
  print(document: TicketDocument, sending?: () => void): Promise<PrintOutcome>;
  status(): DeviceStatus;
  close(): Promise<void>;
};
