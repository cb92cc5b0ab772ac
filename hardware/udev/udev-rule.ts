// The udev rule for this machine: access for the group, and each pad and typing scanner that is plugged in kept out of the
// desktop and the console, because their keys are commands here and must be typed nowhere else.
import { readFileSync } from 'node:fs';
import { type HidDevice, hidDevices } from '../transport/hid-devices.ts';

/** The rule as text; the devices are those plugged in now. */
export async function udevRule(devices?: readonly HidDevice[]): Promise<string> {
  const general = readFileSync(new URL(ruleFile, import.meta.url), 'utf8');
  const keyboards = (devices ?? (await hidDevices())).filter(
    ({ usagePage, usage }) => usagePage === 0x01 && (usage === 0x06 || usage === 0x07),
  );
  return `${general}${keyboards.map(ignored).join('')}`;
}

/** Compiled code stands in dist/, the rule does not. */
const ruleFile = import.meta.url.includes('/dist/')
  ? '../../../hardware/udev/60-denluot.rules'
  : '60-denluot.rules';

/**
 * libinput (desktops) and the console leave the device alone; hidraw goes on hearing it. One without a port is matched by
 * its kind alone.
 */
function ignored({ vendorId, productId, port, name }: HidDevice): string {
  const [vendor, product] = [vendorId, productId].map((id) => id.toString(16).padStart(4, '0'));
  const place = port === null ? '' : `, KERNELS=="${port}"`;
  return [
    `# ${name === '' ? 'a keypad' : name}${port === null ? '' : ` at port ${port}`}: remove these lines if it is a keyboard to type with`,
    `SUBSYSTEM=="input", ATTRS{idVendor}=="${vendor}", ATTRS{idProduct}=="${product}"${place}, ENV{LIBINPUT_IGNORE_DEVICE}="1", ENV{ID_INPUT_KEYBOARD}=""`,
    '',
  ].join('\n');
}
