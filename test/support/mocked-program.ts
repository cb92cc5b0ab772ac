// What runs among mocked devices: this project's own transports, drivers and discovery, with the real native packages.

import { foundDevices } from '../../hardware/found-devices.ts';
import { openKeypad } from '../../hardware/keypad/keypad.ts';
import { openBoardBus } from '../../hardware/led/boards.ts';
import { frameOfDescriptor } from '../../hardware/led/hid-display.ts';
import { openPrinter } from '../../hardware/printer/printers.ts';
import { systemContext } from '../../hardware/system-context.ts';
import { hidDevices, reportDescriptor } from '../../hardware/transport/hid-devices.ts';
import { openTransport } from '../../hardware/transport/transports.ts';

const [what = '', address = ''] = process.argv.slice(2);
const say = (line: unknown) => console.log(JSON.stringify(line));
const context = systemContext(() => {});

if (what === 'find') say((await foundDevices()).filter(({ kind }) => kind !== 'serial'));
else if (what === 'pad') {
  const pad = openKeypad({ driver: 'hid' }, openTransport(address, context), context, {
    pressed: (key) => say({ key }),
    changed({ grade, reason }) {
      say({ grade, reason });
      // What is pressed begins when the light has been seen, so that it is not lost while devices are being listed.
      if (reason === 'plugged-in') pad.light(1);
    },
  });
} else if (what === 'display') {
  const [device] = await hidDevices();
  const descriptor = device === undefined ? null : reportDescriptor(device.path);
  const frame = descriptor === null ? null : frameOfDescriptor(descriptor);
  say({ frame: frame?.write });
  const bus = openBoardBus('hid-display', address, context, frame);
  bus
    .board({ unitId: 1, digits: 4 }, ({ grade, reason }) => say({ grade, reason }))
    .show({ state: 'number', text: 'A012', call: 1 });
}

if (what === 'printer') {
  openPrinter({ driver: 'escpos', address, widthDots: 576, model: 'generic' }, context, ({ grade, reason }) =>
    say({ grade, reason }),
  );
}
