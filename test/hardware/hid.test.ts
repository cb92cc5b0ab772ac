// HID devices with the real native package, among devices that Debian's umockdev shows: pads told apart by the port they
// are plugged into, known again after they were pulled out, and a display that is sent its report.
import { afterEach, describe, expect, it } from 'vitest';
import { frameOfDescriptor, usualHidFrame } from '../../hardware/led/hid-display.ts';
import { openTransport } from '../../hardware/transport/transports.ts';
import { udevRule } from '../../hardware/udev/udev-rule.ts';
import { driverBench, soon } from '../support/driver-bench.ts';
import {
  displayDescriptor,
  type HidNode,
  hasUmockdev,
  keyboardDescriptor,
  type MockedMachine,
  mockedMachine,
} from '../support/umockdev.ts';

const program = 'test/support/mocked-program.ts';
const pad = (node: number, port: string, serial?: string): HidNode => ({
  ...{ node, vendor: '04d9', product: '1203', port, name: 'Numpad', descriptor: keyboardDescriptor },
  ...(serial === undefined ? {} : { serial }),
});
/** The script's own writing of control signs: ^@ is NUL. The light goes on and off, then keys go down and up. */
const presses = (...keys: string[]) =>
  ['w 0 ^@^A', 'w 0 ^@^@', ...keys.map((key) => `r 30 ^@^@${key}^@^@^@^@^@\nr 30 ^@^@^@^@^@^@^@^@`)].join(
    '\n',
  );

describe('without any HID device', () => {
  it('a pad is not plugged in, which is said and tried again', async () => {
    const { context } = driverBench();
    const transport = openTransport('hid:04d9:1203?port=1-1', context);
    await soon(() => expect(transport.failure).toBe('not-plugged-in'));
    await transport.close();
  });
});

// Without Debian's umockdev there is no HID device to test with.
describe.skipIf(!hasUmockdev)('HID devices', () => {
  let machine: MockedMachine | null = null;
  afterEach(() => machine?.close());
  const open = async () => {
    machine = await mockedMachine();
    return machine;
  };
  const heard = (said: readonly string[]) => said.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('are found with the address by which they are known again', async () => {
    const bed = await open();
    await bed.plug(pad(0, '1-1'), '');
    await bed.plug(pad(1, '1-2.3', 'PAD7'), '');
    const { said, ended } = bed.run(program, ['find']);
    await ended;
    expect(JSON.parse(said.join(''))).toEqual([
      { kind: 'keyboard', address: 'hid:04d9:1203?port=1-1', identity: '1-1', description: 'Maker Numpad' },
      {
        kind: 'keyboard',
        address: 'hid:04d9:1203?serial=PAD7',
        identity: 'PAD7',
        description: 'Maker Numpad',
      },
    ]);
  });
  it('that look alike are told apart by their ports', async () => {
    const bed = await open();
    await bed.plug(pad(0, '1-1'), presses('Y'));
    await bed.plug(pad(1, '1-2'), presses('Z', 'X'));
    const { said } = bed.run(program, ['pad', 'hid:04d9:1203?port=1-2']);
    await soon(() => expect(heard(said)).toContainEqual({ key: 'enter' }));
    expect(heard(said)).toEqual([
      { grade: 'good', reason: 'plugged-in' },
      { grade: 'good', reason: 'answered' },
      { key: '2' },
      { key: 'enter' },
    ]);
  });
  it('are heard again when they are plugged in again, under another node', async () => {
    const bed = await open();
    await bed.plug(pad(0, '1-1'), presses('Y'));
    const { said } = bed.run(program, ['pad', 'hid:04d9:1203?port=1-1']);
    await soon(() => expect(heard(said)).toContainEqual({ key: '1' }));
    await bed.unplug(pad(0, '1-1'));
    await soon(() => expect(heard(said)).toContainEqual(expect.objectContaining({ grade: 'absent' })));
    await bed.plug(pad(3, '1-1'), presses('['));
    await soon(() => expect(heard(said)).toContainEqual({ key: '3' }));
  });
  it('a display is sent the report that its descriptor describes', async () => {
    const bed = await open();
    const display = {
      ...pad(0, '1-4'),
      vendor: '0aa7',
      product: '0200',
      name: 'Display',
      descriptor: displayDescriptor,
    };
    // Written: report 4, row 0, column 0, the text in the middle of twenty. A wrong byte ends the program with a signal.
    await bed.plug(display, `w 0 ^D^@^@        A012        `);
    const { said } = bed.run(program, ['display', 'hid:0aa7:0200?port=1-4']);
    await soon(() => expect(heard(said)).toContainEqual({ grade: 'unknown', reason: 'no-status-ability' }));
    expect(heard(said)[0]).toEqual({
      frame: [{ bytes: '040000' }, { text: 'ascii', width: 20, reversed: false }],
    });
  });
});

describe('the report descriptor of a display', () => {
  it('says which report to write, and where the characters stand', () => {
    expect(frameOfDescriptor(Buffer.from(displayDescriptor, 'hex'))).toEqual(usualHidFrame);
  });
  it('of another device is none', () => {
    expect(frameOfDescriptor(Buffer.from(keyboardDescriptor, 'hex'))).toBeNull();
    expect(frameOfDescriptor(new Uint8Array())).toBeNull();
    expect(frameOfDescriptor(Uint8Array.of(0xff, 0xff, 0x07))).toBeNull();
  });
});

describe('the udev rule', () => {
  it('keeps each pad that is plugged in out of the desktop, and no display', async () => {
    const device = {
      path: '',
      vendorId: 0x04d9,
      productId: 0x1203,
      serial: null,
      interface: 0,
      name: 'Numpad',
    };
    const rule = await udevRule([
      { ...device, port: '1-1.2', usagePage: 1, usage: 6 },
      { ...device, port: '1-4', usagePage: 0x14, usage: 1 },
    ]);
    expect(rule).toContain('SUBSYSTEM=="hidraw", MODE="0660", GROUP="plugdev"');
    expect(rule.match(/LIBINPUT_IGNORE_DEVICE/g)).toHaveLength(1);
    expect(rule).toContain('ATTRS{idVendor}=="04d9", ATTRS{idProduct}=="1203", KERNELS=="1-1.2"');
  });
});
