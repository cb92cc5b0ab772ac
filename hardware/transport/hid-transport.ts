// HID devices for `hid:04d9:1203?port=1-1.2`: each report that is heard is one piece of data, each send is one report with
// its number before it (0 where the device has none). Through the package `node-hid` over hidraw, loaded with the first
// device. Such a device is shared with the system: the udev rule keeps a pad's keys out of the desktop.
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { HIDAsync } from 'node-hid';
import { hidDevices, hidOf, hidPlace } from './hid-devices.ts';
import type { Dial } from './reconnecting.ts';
import type { UsbIdentity } from './usb-identity.ts';

const lookEveryMs = 1_000;

export function hidDial(wanted: UsbIdentity): Dial {
  return ({ opened, data, ended }) => {
    let device: HIDAsync | null = null;
    let unsent = 0;
    let isOver = false;
    let watch: NodeJS.Timeout | undefined;
    const end = (why: Error | null) => {
      if (isOver) return;
      isOver = true;
      clearInterval(watch);
      // Closing waits for a read on its way; the link is over at once.
      device?.close().catch(() => {});
      ended(why);
    };
    void open(wanted).then(
      ({ made, place }) => {
        if (isOver) return void made.close().catch(() => {});
        device = made;
        // A read that waits does not always fail when the device goes; its place in the kernel's tree goes with it.
        watch = setInterval(() => {
          if (hidPlace(place.path) !== place.port) end(gone());
        }, lookEveryMs).unref();
        made.on('data', (report: Uint8Array) => {
          if (!isOver) data(report);
        });
        made.on('error', () => end(gone()));
        opened();
      },
      (error: unknown) => end(error instanceof Error ? error : new Error(String(error))),
    );
    return {
      write(bytes, done) {
        if (device === null) return done(new Error('not open'));
        unsent += bytes.length;
        device
          .write(Buffer.from(bytes))
          .then(() => done(), done)
          .finally(() => {
            unsent -= bytes.length;
          });
      },
      unsent: () => unsent,
      drop: () => end(null),
    };
  };
}

function gone(): Error {
  return Object.assign(new Error('no such HID device'), { code: 'ENODEV' });
}

async function open(
  wanted: UsbIdentity,
): Promise<{ made: HIDAsync; place: { path: string; port: string | null } }> {
  const found = hidOf(wanted, await hidDevices());
  if (found === undefined) throw gone();
  // The package says "cannot open" for every reason; the system says which.
  await access(found.path, constants.R_OK | constants.W_OK);
  const { HIDAsync: Device } = await import('node-hid');
  return { made: await Device.open(found.path), place: found };
}
