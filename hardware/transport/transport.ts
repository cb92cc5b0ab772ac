// The contract of a transport: bytes out, bytes in, and whether the other end is reached. A transport opens at once,
// reconnects for ever by itself, and keeps nothing unsent over a loss: what to send again is the driver's affair.
import type { DeviceReason } from '../../protocol/device-status.ts';

export type Transport = {
  readonly connected: boolean;
  /** Why the last attempt found nobody, or the last link ended; null while connected and before. */
  readonly failure: LinkFailure | null;
  /** How long one byte takes on the wire, ms; 0 where that does not matter. */
  readonly msPerByte: number;
  /** Whether each piece of data is one whole report, as over USB HID; else pieces are cut anywhere. */
  readonly inReports: boolean;
  /** Settles when the bytes have been handed to the system; rejects with `TransportError` where they were not all. */
  send(bytes: Uint8Array): Promise<void>;
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Told at every change, also of `failure`, and of the first attempt also when it fails. */
  onState(listener: (connected: boolean) => void): void;
  /** Drops a link that has fallen silent without breaking, and connects anew. */
  reopen(): void;
  close(): Promise<void>;
};

/** The words of a link that is not there; each is a reason of a device's status. */
export type LinkFailure = Extract<
  DeviceReason,
  'unreachable' | 'connection-lost' | 'not-plugged-in' | 'no-permission' | 'port-taken' | 'wrong-device'
>;

export type TransportErrorCode = 'not-connected' | 'connection-lost' | 'too-much-unsent';

export class TransportError extends Error {
  readonly code: TransportErrorCode;
  constructor(code: TransportErrorCode) {
    super(code);
    this.code = code;
  }
}
