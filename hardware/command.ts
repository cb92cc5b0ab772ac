// `npm run hardware -- list | print ADDRESS | board ADDRESS | bytes`: lists what is plugged in, and tries one device with
// nothing but its address, so that a technician knows before anything is written into the set-up.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describedFrameSchema } from '../protocol/described-frame.ts';
import type { DeviceStatus } from '../protocol/device-status.ts';
import { foundDevices } from './found-devices.ts';
import { placed } from './led/board-codec.ts';
import { boardCodec, boardProtocols, openBoardBus } from './led/boards.ts';
import { printerModels } from './printer/models.ts';
import { openPrinter } from './printer/printers.ts';
import { systemContext } from './system-context.ts';
import { testTicket } from './test-ticket.ts';
import { tryPad, tryScanner } from './try-input.ts';
import { udevRule } from './udev/udev-rule.ts';

const usage = `npm run hardware -- list
npm run hardware -- print ADDRESS [--width 576|384] [--model NAME] [--mode raster|text]
npm run hardware -- board ADDRESS [--protocol NAME] [--unit N] [--digits N] [--text WORDS] [--frame FILE]
npm run hardware -- bytes [--protocol NAME] [--unit N] [--digits N] [--text WORDS] [--frame FILE]
npm run hardware -- pad ADDRESS
npm run hardware -- scanner ADDRESS [--driver hid-pos|hid-keyboard|serial]
npm run hardware -- rule
ADDRESS is tcp://host:port, serial:/dev/ttyUSB0?baud=9600, file:/dev/usb/lp0, usb:04b8:0e15 or hid:04d9:1203?port=1-1;
models: ${Object.keys(printerModels).join(', ')}; protocols: ${Object.keys(boardProtocols).join(', ')}.`;
const boardWithinMs = 3_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '576' },
    model: { type: 'string', default: 'epson' },
    mode: { type: 'string', default: 'raster' },
    protocol: { type: 'string', default: 'modbus-tcp' },
    unit: { type: 'string', default: '1' },
    digits: { type: 'string', default: '4' },
    text: { type: 'string', default: '8888' },
    frame: { type: 'string' },
    driver: { type: 'string', default: 'hid-pos' },
  },
});
let isOver = false;
let lastSaid = '';
/** Says each thing once, until the device is let go. */
const say = (text: string) => {
  if (!isOver && text !== lastSaid) console.log(`  ${text}`);
  lastSaid = text;
};
const context = systemContext((_level, message, details) => say(`${message}: ${details?.error ?? ''}`));
const said = (status: DeviceStatus) => say(`${status.grade}: ${status.reason}`);

async function list(): Promise<void> {
  const ports = await foundDevices();
  if (ports.length === 0)
    console.log(
      'Nothing is plugged in that is known here: no serial port, no USB printer, no keypad, no scanner.',
    );
  else console.table(ports);
}

async function print(address: string): Promise<void> {
  const options = {
    driver: 'escpos',
    address,
    widthDots: Number(values.width),
    model: values.model,
    mode: values.mode,
  } as const;
  const printer = openPrinter(options as Parameters<typeof openPrinter>[0], context, said);
  await until(() => printer.status().grade !== 'unknown', 4_000);
  const outcome = await printer.print(testTicket(address, new Date()));
  console.log(outcome.state === 'printed' ? 'Printed: the printer has said so.' : JSON.stringify(outcome));
  isOver = true;
  await printer.close();
  process.exitCode = outcome.state === 'failed' ? 1 : 0;
}

async function board(address: string): Promise<void> {
  const bus = openBoardBus(values.protocol, address, context, frame());
  const shown = bus.board({ unitId: Number(values.unit), digits: Number(values.digits) }, said);
  shown.show({ state: 'number', text: values.text, call: 1 });
  await until(() => ['answered', 'no-status-ability'].includes(shown.status().reason), boardWithinMs);
  const { reason } = shown.status();
  const words: Partial<Record<DeviceStatus['reason'], string>> = {
    answered: 'The board has answered.',
    'no-status-ability': 'Sent. Such a board never answers: look at it.',
  };
  console.log(words[reason] ?? `Not shown: ${reason}.`);
  await new Promise((resolve) => setTimeout(resolve, 1_800));
  isOver = true;
  await bus.close();
  process.exitCode = words[reason] === undefined ? 1 : 0;
}

function bytes(): void {
  const codec = boardCodec(values.protocol, frame());
  const unit = { address: Number(values.unit), digits: Number(values.digits) };
  const { bytes: sent } = codec.write(unit, placed(values.text, unit.digits), 1);
  console.log([...sent].map((byte) => byte.toString(16).padStart(2, '0')).join(' '));
}

function frame() {
  return values.frame === undefined
    ? null
    : describedFrameSchema.parse(JSON.parse(readFileSync(values.frame, 'utf8')));
}

async function until(holds: () => boolean, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
}

const [what, address = ''] = positionals;
try {
  if (what === 'list') await list();
  else if (what === 'print' && address !== '') await print(address);
  else if (what === 'board' && address !== '') await board(address);
  else if (what === 'bytes') bytes();
  else if (what === 'pad' && address !== '') tryPad(address, context);
  else if (what === 'scanner' && address !== '') tryScanner(address, values.driver, context);
  else if (what === 'rule') console.log(await udevRule());
  else {
    console.error(usage);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
