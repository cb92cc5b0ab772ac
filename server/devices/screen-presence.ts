// Which screens and agents are here, since when, and when they were heard last; what screens say of their sound and of the
// calls they have announced. Both are kept over a restart: one that does not come back is missed, and what was announced
// can be looked up.
import type { Announced, ScreenSound } from '../../protocol/announced.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { Clock } from '../application/clock.ts';
import type { AnnouncementLog } from './announcement-log.ts';

/** Device -> when it was heard last, epoch ms. */
export type SeenStore = {
  load(): Readonly<Record<string, number>>;
  save(seen: Readonly<Record<string, number>>): void;
};
export const noSeenStore: SeenStore = { load: () => ({}), save: () => {} };

export type ScreenPresence = {
  /** Null for one that was never here. */
  status(deviceId: string): DeviceStatus | null;
  /** One of its connections has come or gone. */
  set(deviceId: string, isHere: boolean): void;
  report(deviceId: string, report: { sound: ScreenSound; announced: readonly Announced[] }): void;
  close(): void;
};

/** A page that is loaded anew is back within this time; nobody need be told. */
const missedAfterMs = 5_000;
/** After a start screens need a while to find the server again. */
const startMs = 30_000;
const saveEveryMs = 60_000;

type Seen = {
  sockets: number;
  since: number;
  heardAt: number;
  gone: boolean;
  sound: ScreenSound;
  cancel: () => void;
};

export function screenPresence(parts: {
  clock: Clock;
  changed: (deviceId: string, status: DeviceStatus) => void;
  store: SeenStore;
  /** Where what screens have announced is kept. */
  announced: AnnouncementLog;
  failed: (error: unknown) => void;
}): ScreenPresence {
  const { clock, changed, store } = parts;
  const screens = new Map<string, Seen>();
  let unsaved = false;
  const status = (deviceId: string): DeviceStatus | null => {
    const seen = screens.get(deviceId);
    if (seen === undefined) return null;
    const { since, heardAt } = seen;
    if (seen.gone) return { grade: 'absent', reason: 'connection-lost', heardAt, since };
    if (seen.sound === 'blocked') return { grade: 'warning', reason: 'audio-blocked', heardAt, since };
    return { grade: 'good', reason: 'answered', heardAt, since };
  };
  const tell = (deviceId: string) => {
    const now = status(deviceId);
    if (now !== null) changed(deviceId, now);
  };
  const missAfter = (deviceId: string, seen: Seen, ms: number) => {
    seen.cancel();
    seen.cancel = clock.after(ms, () => {
      Object.assign(seen, { gone: true, since: clock.now() });
      tell(deviceId);
    });
  };
  const newcomer = (heardAt: number): Seen => ({
    ...{ sockets: 0, since: clock.now(), heardAt, gone: false },
    ...{ sound: 'off', cancel: () => {} },
  });
  for (const [deviceId, heardAt] of Object.entries(store.load())) {
    const seen = newcomer(heardAt);
    screens.set(deviceId, seen);
    missAfter(deviceId, seen, startMs);
  }
  const save = () => {
    if (unsaved) store.save(Object.fromEntries([...screens].map(([id, { heardAt }]) => [id, heardAt])));
    unsaved = false;
  };
  let cancelSave = () => {};
  const saveLater = () => {
    cancelSave = clock.after(saveEveryMs, () => {
      for (const seen of screens.values()) {
        if (seen.sockets === 0) continue;
        seen.heardAt = clock.now();
        unsaved = true;
      }
      save();
      saveLater();
    });
  };
  saveLater();
  return {
    status,
    set(deviceId, isHere) {
      const seen = screens.get(deviceId) ?? newcomer(clock.now());
      screens.set(deviceId, seen);
      seen.heardAt = clock.now();
      seen.sockets = Math.max(0, seen.sockets + (isHere ? 1 : -1));
      unsaved = true;
      if (seen.sockets === 0) return missAfter(deviceId, seen, missedAfterMs);
      seen.cancel();
      if (seen.gone) Object.assign(seen, { gone: false, since: clock.now() });
      tell(deviceId);
    },
    report(deviceId, { sound, announced }) {
      const seen = screens.get(deviceId);
      if (seen === undefined) return;
      unsaved = true;
      seen.heardAt = clock.now();
      // A screen that had no answer says it again.
      const kept = new Set(parts.announced.rows(deviceId).map(({ callSeq, at }) => `${callSeq} ${at}`));
      for (const row of announced)
        if (!kept.has(`${row.callSeq} ${row.at}`))
          parts.announced.add({ ...row, outletId: deviceId }).catch(parts.failed);
      if (sound === seen.sound) return;
      Object.assign(seen, { sound, since: clock.now() });
      tell(deviceId);
    },
    close() {
      cancelSave();
      for (const seen of screens.values()) seen.cancel();
      save();
    },
  };
}
