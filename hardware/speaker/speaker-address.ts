// Addresses of loudspeakers: `alsa:default`, or `alsa:plughw:1,0` for the card that `aplay -l` lists as card 1, device 0.
// What the set-up may hold as an address at all is protocol/device-setup.ts. Pure.

/** Nothing that a command line or ALSA's own configuration language would read otherwise. */
const deviceName = /^[A-Za-z0-9:,_.=-]{1,60}$/;

/** ALSA's name of the device, such as `plughw:1,0`; throws `RangeError` for an address that is not understood. */
export function alsaDeviceOf(address: string): string {
  const fault = speakerAddressFault(address);
  if (fault !== null) throw new RangeError(fault);
  return address.slice('alsa:'.length);
}

/** What is wrong with a loudspeaker's address, as a sentence; null where it may be tried. */
export function speakerAddressFault(address: string): string | null {
  if (!address.startsWith('alsa:'))
    return `"${address}" is no address of a loudspeaker: it must be alsa:default, or alsa:plughw:1,0.`;
  return deviceFault(address.slice('alsa:'.length));
}

/** What is wrong with ALSA's name of a device, as a sentence; null where it may be tried. */
export function deviceFault(device: string): string | null {
  return deviceName.test(device) ? null : `"${device}" is no name of a sound device.`;
}
