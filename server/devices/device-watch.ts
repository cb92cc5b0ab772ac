// What becomes known of devices over the day: a trouble that stands, and its end, is noted in the journal; a device that
// comes and goes every second is noted a few times an hour and no more.

import type { DeviceStatus } from '../../protocol/device-status.ts';
import { cannotWork } from '../../protocol/device-trouble.ts';
import type { Clock } from '../application/clock.ts';

const standsForMs = 3_000;
const notedPerHour = 12;
const hourMs = 3_600_000;

export type DeviceWatch = {
  changed(deviceId: string, status: DeviceStatus): void;
  close(): void;
};
type Watched = { noted: string | null; cancel: () => void; times: number[] };

function isTrouble({ grade }: DeviceStatus): boolean {
  return cannotWork(grade) || grade === 'warning';
}

/** `note` is called with what has stood for some seconds. */
export function deviceWatch(
  clock: Clock,
  note: (deviceId: string, status: DeviceStatus) => void,
): DeviceWatch {
  const devices = new Map<string, Watched>();
  return {
    changed(deviceId, status) {
      const device = devices.get(deviceId) ?? { noted: null, cancel: () => {}, times: [] };
      devices.set(deviceId, device);
      device.cancel();
      const words = isTrouble(status) ? status.reason : 'well';
      if (status.grade === 'unknown') return;
      device.cancel = clock.after(standsForMs, () => {
        // That all is well is news only after something was not.
        if (words === device.noted || (words === 'well' && device.noted === null)) return;
        const now = clock.now();
        device.times = device.times.filter((at) => now - at < hourMs);
        if (device.times.length >= notedPerHour) return;
        device.times.push(now);
        device.noted = words;
        note(deviceId, status);
      });
    },
    close() {
      for (const { cancel } of devices.values()) cancel();
    },
  };
}
