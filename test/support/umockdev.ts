// HID devices and USB printers that only the kernel's files show, through Debian's umockdev: the program under test is run
// as a child with its own /sys and /dev, and the real native packages in it. `npm test` installs umockdev when it may.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { soon } from './driver-bench.ts';

export const hasUmockdev =
  existsSync('/usr/bin/umockdev-wrapper') &&
  spawnSync('/usr/bin/python3', ['-c', 'import gi; gi.require_version("UMockdev", "1.0")']).status === 0;

export type HidNode = {
  /** The number of the node: 0 is /dev/hidraw0. */
  readonly node: number;
  readonly vendor: string;
  readonly product: string;
  readonly serial?: string;
  /** As 1-1.2. */
  readonly port: string;
  readonly name: string;
  readonly descriptor: string;
};

/** HID 1.11, appendix E.6: the report descriptor of a boot keyboard. */
export const keyboardDescriptor =
  '05010906a101050719e029e71500250175019508810295017508810195057501050819012905910295017503910195067508150025650507190029658100c0';
/** Usage page 14: report 4 with row, column and twenty characters to write. */
export const displayDescriptor = '05140901a10285040933093409247508950291020a2c0075089514910 2c0'.replaceAll(
  ' ',
  '',
);

/** The paths of a device in the kernel's tree: the USB device, its interface, the HID device, the node. */
function pathsOf({ node, vendor, product, port }: HidNode): [string, string, string, string] {
  const usb = `/devices/pci0000:00/usb1/${port}`;
  const face = `${usb}/${port}:1.0`;
  const hid = `${face}/0003:${vendor.toUpperCase()}:${product.toUpperCase()}.000${node + 1}`;
  return [usb, face, hid, `${hid}/hidraw/hidraw${node}`];
}

/** The description of devices as umockdev reads it. */
export function described(nodes: readonly HidNode[]): string {
  return nodes.map(describedNode).join('\n');
}

function describedNode(each: HidNode): string {
  const { node, vendor, product, serial, name, descriptor } = each;
  const [usb, face, hid, raw] = pathsOf(each);
  return [
    `P: ${usb}`,
    'E: DEVTYPE=usb_device\nE: SUBSYSTEM=usb',
    `A: idVendor=${vendor}\nA: idProduct=${product}\nA: bcdDevice=0110\nA: manufacturer=Maker\nA: product=${name}`,
    ...(serial === undefined ? [] : [`A: serial=${serial}`]),
    '',
    `P: ${face}`,
    'E: DEVTYPE=usb_interface\nE: SUBSYSTEM=usb\nA: bInterfaceNumber=00',
    '',
    `P: ${hid}`,
    `E: SUBSYSTEM=hid\nE: HID_ID=0003:0000${vendor.toUpperCase()}:0000${product.toUpperCase()}\nE: HID_NAME=Maker ${name}`,
    `E: HID_UNIQ=${serial ?? ''}`,
    `H: report_descriptor=${descriptor}`,
    '',
    `P: ${raw}`,
    `N: hidraw${node}`,
    `E: DEVNAME=/dev/hidraw${node}\nE: SUBSYSTEM=hidraw\nE: MAJOR=244\nE: MINOR=${node}`,
    `L: device=../../../${hid.split('/').at(-1)}`,
    `A: dev=244:${node}`,
    '',
  ].join('\n');
}

/** The node, its interface, the device. */
const printerPaths = [
  '/devices/pci0000:00/usb1/1-5/1-5:1.0/usbmisc/lp0',
  '/devices/pci0000:00/usb1/1-5/1-5:1.0',
  '/devices/pci0000:00/usb1/1-5',
];

function describedPrinter(serial: string): string {
  const [node, face, usb] = printerPaths;
  return [
    `P: ${usb}`,
    'E: DEVTYPE=usb_device\nE: SUBSYSTEM=usb',
    `A: idVendor=04b8\nA: idProduct=0e15\nA: manufacturer=Maker\nA: product=Printer\nA: serial=${serial}`,
    '',
    `P: ${face}`,
    'E: DEVTYPE=usb_interface\nE: SUBSYSTEM=usb',
    '',
    `P: ${node}`,
    'N: usb/lp0',
    'E: DEVNAME=/dev/usb/lp0\nE: SUBSYSTEM=usbmisc\nE: MAJOR=180\nE: MINOR=0',
    'L: device=../../../1-5:1.0',
    'A: dev=180:0',
    '',
  ].join('\n');
}

/** The answers of a hidraw node to what a program asks of it: HIDIOCGRDESCSIZE, HIDIOCGRDESC, HIDIOCGRAWINFO. */
export function ioctls({ vendor, product, descriptor }: HidNode): string {
  const size = descriptor.length / 2;
  const little = (value: number, bytes: number) =>
    Array.from({ length: bytes }, (_, index) =>
      ((value >> (8 * index)) & 0xff).toString(16).padStart(2, '0'),
    ).join('');
  const padded = descriptor.padEnd(4096 * 2, '0');
  const swapped = (id: string) => id.slice(2) + id.slice(0, 2);
  return [
    `HIDIOCGRDESCSIZE 0 ${little(size, 4)}`.toUpperCase(),
    `HIDIOCGRDESC 0 ${little(size, 4)}${padded}`.toUpperCase(),
    `HIDIOCGRAWINFO 0 ${little(3, 4)}${swapped(vendor)}${swapped(product)}`.toUpperCase(),
    '',
  ].join('\n');
}

export type MockedMachine = {
  /** Plugs a device in; `script` says what its node then says and expects (umockdev's script format). */
  plug(node: HidNode, script: string): Promise<void>;
  unplug(node: HidNode): Promise<void>;
  /** Plugs in a USB printer as the kernel's usblp shows it, /dev/usb/lp0. */
  plugPrinter(serial: string, script: string): Promise<void>;
  unplugPrinter(): Promise<void>;
  /** Runs a TypeScript program of this project in the machine; gives the lines it says. */
  run(
    program: string,
    args: readonly string[],
  ): { readonly said: string[]; readonly ended: Promise<number | null> };
  close(): Promise<void>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function mockedMachine(): Promise<MockedMachine> {
  const folder = mkdtempSync(join(tmpdir(), 'denluot-umockdev-'));
  const bed = spawn('/usr/bin/python3', [join(root, 'test/fixtures/umockdev/hid_bus.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const bedSaid = lines(bed);
  const programs: ChildProcess[] = [];
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const order = async (words: string) => {
    const before = bedSaid.length;
    bed.stdin.write(`${words}\n`);
    await soon(() => expect(bedSaid.length).toBeGreaterThan(before));
  };
  await soon(() => expect(bedSaid).toHaveLength(1));
  const [bedFolder = ''] = bedSaid;
  return {
    plug: (each, script) =>
      order(
        [
          'plug',
          file(`${each.node}.umockdev`, described([each])),
          file(`${each.node}.ioctl`, ioctls(each)),
          file(`${each.node}.script`, script),
          `/dev/hidraw${each.node}`,
        ].join(' '),
      ),
    plugPrinter: (serial, script) =>
      order(
        `plug ${file('lp0.umockdev', describedPrinter(serial))} - ${file('lp0.script', script)} /dev/usb/lp0`,
      ),
    unplugPrinter: () => order(`unplug ${printerPaths.map((path) => `/sys${path}`).join(' ')}`),
    unplug: (each) =>
      order(
        `unplug ${pathsOf(each)
          .map((path) => `/sys${path}`)
          .reverse()
          .join(' ')}`,
      ),
    run(program, args) {
      const child = spawn(
        '/usr/bin/umockdev-wrapper',
        [process.execPath, '--import', 'tsx', join(root, program), ...args],
        { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, UMOCKDEV_DIR: bedFolder } },
      );
      programs.push(child);
      return { said: lines(child), ended: new Promise((resolve) => child.once('close', resolve)) };
    },
    async close() {
      const all = [...programs, bed];
      const ended = all.map(
        (child) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.signalCode !== null) resolve();
            else child.once('exit', () => resolve());
          }),
      );
      for (const child of all) child.kill('SIGKILL');
      await Promise.all(ended);
      rmSync(folder, { recursive: true, force: true });
      rmSync(bedFolder, { recursive: true, force: true });
    },
  };
}

function lines(child: ChildProcess): string[] {
  const said: string[] = [];
  let rest = '';
  const hear = (bytes: Buffer) => {
    const parts = (rest + bytes.toString()).split('\n');
    rest = parts.pop() ?? '';
    said.push(...parts);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return said;
}
