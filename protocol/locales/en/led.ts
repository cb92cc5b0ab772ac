// The few words of the LED wall.
import type { ledVi } from '../vi/led.ts';

export const ledEn: Record<keyof typeof ledVi, string> = {
  counter: 'COUNTER',
  recall: 'AGAIN',
  priority: 'PRIORITY',
  outOfDate: 'NO CONNECTION',
};
