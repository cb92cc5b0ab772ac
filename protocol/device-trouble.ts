// Which grades of a device mean that somebody must see to it now. Without schemas, so that screens may ask it too.
import type { DeviceGrade } from './device-status.ts';

/** A device that cannot do its work: reached and unable, or not reached at all. */
export function cannotWork(grade: DeviceGrade): boolean {
  return grade === 'bad' || grade === 'absent';
}
