// One business day folded from its rows, moment by moment: the floor as it was at a time, with the devices that were in
// trouble then. Rows come in pages; after each page whoever waits for the server is let through.

import { cannotWork } from '../../../protocol/device-trouble.ts';
import type { BusinessDay } from '../../../protocol/ids.ts';
import type { ReplayMark } from '../../../protocol/views/replay-view.ts';
import type { Alarm } from '../../../protocol/views/supervisor-view.ts';
import type { BranchState } from '../../domain/branch-state.ts';
import type { RecordedEvent } from '../../domain/events.ts';
import { newFold } from '../../domain/evolve.ts';
import type { PastDays } from '../journal-port.ts';

const rowsAPage = 300;

export type ReplayPlayer = {
  readonly state: BranchState;
  /** Devices in trouble, the oldest first. */
  alarms(): Alarm[];
  /** Help calls, which may be short, and device troubles that began since this was asked last. */
  troubles(): ReplayMark[];
  /** Folds every row up to this time (epoch ms). */
  advanceTo(at: number): Promise<void>;
  /** Whether every row has been folded. */
  ended(): boolean;
};

export function replayPlayer(past: PastDays, day: BusinessDay, letOthers: () => Promise<void>): ReplayPlayer {
  const fold = newFold();
  const alarms = new Map<string, Alarm>();
  let troubles: ReplayMark[] = [];
  let page: readonly RecordedEvent[] = [];
  let next = 0;
  let lastSeq = 0;
  let isEnd = false;
  const turnPage = async () => {
    if (page.length > 0) await letOthers();
    page = past.rows(day, lastSeq, rowsAPage);
    next = 0;
    isEnd = page.length === 0;
  };
  const none = { counterId: null, serviceId: null, deviceId: null, params: {} };
  const noteTrouble = ({ event, at }: RecordedEvent) => {
    if (event.type === 'help-called')
      troubles.push({ ...none, at, code: 'help', counterId: event.counterId });
    if (event.type !== 'device-changed') return;
    const { deviceId, name, reason, grade } = event;
    if (!cannotWork(grade)) return void alarms.delete(deviceId);
    if (alarms.has(deviceId)) return;
    alarms.set(deviceId, { deviceId, name, reason, since: at });
    troubles.push({ ...none, at, code: 'device', deviceId, params: { name } });
  };
  return {
    state: fold.state,
    alarms: () => [...alarms.values()],
    troubles() {
      const found = troubles;
      troubles = [];
      return found;
    },
    async advanceTo(at) {
      while (!isEnd) {
        const row = page[next];
        if (row === undefined) {
          await turnPage();
          continue;
        }
        if (row.at > at) return;
        fold.evolve(row);
        noteTrouble(row);
        lastSeq = row.seq;
        next += 1;
      }
    },
    ended: () => isEnd,
  };
}
