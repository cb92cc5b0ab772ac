// A machine's devices as a test wants them: what was printed is kept, printing waits until it is let go.
import type { DeviceHost, HostDevices, HostEvents } from '../../hardware/host/device-host.ts';
import type { BoardContent } from '../../hardware/led/number-board.ts';
import type { PrintOutcome } from '../../hardware/printer/ticket-printer.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';

export class ScriptedHost implements DeviceHost {
  readonly papers: string[] = [];
  readonly shown = new Map<string, BoardContent>();
  readonly lit: [string, number][] = [];
  devices: HostDevices = { printers: [], boards: [], keypads: [], scanners: [] };
  percent: number | null = null;
  outcome: PrintOutcome = { state: 'printed', paperMm: 100 };
  /** While false a paper is on its way and does not come out. */
  isPrinting = true;
  events: HostEvents = { changed() {}, pressed() {}, scanned() {} };
  readonly statuses = new Map<string, DeviceStatus>();
  #held: (() => void)[] = [];

  open = (_context: unknown, events: HostEvents): this => {
    this.events = events;
    return this;
  };
  status = (id: string) => this.statuses.get(id) ?? null;
  say(id: string, status: DeviceStatus): void {
    this.statuses.set(id, status);
    this.events.changed(id, status);
  }
  letGo(): void {
    this.isPrinting = true;
    for (const go of this.#held.splice(0)) go();
  }
  apply = (devices: HostDevices) => {
    this.devices = devices;
    return Promise.resolve();
  };
  print = async (
    _printerId: string,
    document: { number: string },
    sending = () => {},
  ): Promise<PrintOutcome> => {
    sending();
    if (!this.isPrinting) await new Promise<void>((resolve) => this.#held.push(resolve));
    if (this.outcome.state !== 'failed' || this.outcome.mayHavePrinted) this.papers.push(document.number);
    return this.outcome;
  };
  show = (boardId: string, content: BoardContent) => void this.shown.set(boardId, content);
  dim = (percent: number) => {
    this.percent = percent;
  };
  light = (keypadId: string, times: number) => void this.lit.push([keypadId, times]);
  find = () =>
    Promise.resolve([
      { kind: 'serial' as const, address: 'serial:/dev/ttyUSB0', identity: 'X1', description: 'Maker' },
    ]);
  close = () => Promise.resolve();
}
