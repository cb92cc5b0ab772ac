// How much paper is left on each printer's roll: counted from what has been printed since the roll was new, in the mean
// length of its tickets. A roll is new when paper is there again after it had run out, or when somebody says so. An
// estimate; the printer's own word that paper is low or out goes before it.
import type { PrinterSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { Clock } from '../application/clock.ts';

export type RollUse = { readonly usedMm: number; readonly tickets: number };
/** What is kept over a restart, by the printer's id; `save` may fail, then the estimate begins anew one day. */
export type RollStore = { load(): Record<string, RollUse>; save(rolls: Record<string, RollUse>): void };
export const noRollStore: RollStore = { load: () => ({}), save: () => {} };

export type PaperRolls = {
  printed(printerId: string, paperMm: number): void;
  changed(printerId: string, status: DeviceStatus): void;
  renew(printerId: string): void;
  /** Null before a first ticket. */
  ticketsLeft(printer: PrinterSetup): number | null;
  close(): void;
};

const saveEveryMs = 30_000;
const fresh: RollUse = { usedMm: 0, tickets: 0 };

export function paperRolls(store: RollStore, clock: Clock): PaperRolls {
  const rolls = new Map<string, RollUse>(Object.entries(store.load()));
  const ranOut = new Set<string>();
  let cancelSave: (() => void) | null = null;
  const save = () => {
    cancelSave?.();
    cancelSave = null;
    store.save(Object.fromEntries(rolls));
  };
  const set = (printerId: string, use: RollUse) => {
    rolls.set(printerId, use);
    cancelSave ??= clock.after(saveEveryMs, save);
  };
  return {
    printed(printerId, paperMm) {
      const { usedMm, tickets } = rolls.get(printerId) ?? fresh;
      set(printerId, { usedMm: usedMm + paperMm, tickets: tickets + 1 });
    },
    changed(printerId, { reason, grade }) {
      if (reason === 'paper-out') ranOut.add(printerId);
      else if (grade === 'good' && ranOut.delete(printerId)) set(printerId, fresh);
    },
    renew: (printerId) => set(printerId, fresh),
    ticketsLeft({ id, rollMetres }) {
      const { usedMm, tickets } = rolls.get(id) ?? fresh;
      if (tickets === 0) return null;
      return Math.max(0, Math.floor((rollMetres * 1_000 - usedMm) / (usedMm / tickets)));
    },
    close() {
      if (cancelSave !== null) save();
    },
  };
}
