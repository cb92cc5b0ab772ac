// What every screen may have to say of itself.
import type { screenVi } from '../vi/screen.ts';

export const screenEn: Record<keyof typeof screenVi, string> = {
  outOfDate: 'Not connected to the server – what is shown may be old. Connecting again…',
  connecting: 'Connecting to the server…',
  pairingTitle: 'Pairing this device',
  pairingHelp: 'A technician types this code on the page Devices.',
};
