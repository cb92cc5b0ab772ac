// `npm run simulators`: a printer, a line of boards, a pad and a scanner without hardware, each on a port of this machine,
// with a page that shows papers and boards and has the keys and levers. Papers are kept as pictures too.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describedFrameSchema } from '../protocol/described-frame.ts';
import { boardProtocols } from './led/boards.ts';
import { type ScannerDriver, scannerReaders } from './scanner/scanner.ts';
import { serveDevicePage } from './simulator/device-page.ts';
import { deeds, startDeviceSet } from './simulator/device-set.ts';

const { values } = parseArgs({
  options: {
    page: { type: 'string', default: '5090' },
    printer: { type: 'string', default: '9100' },
    width: { type: 'string', default: '576' },
    'no-cutter': { type: 'boolean', default: false },
    paper: { type: 'string', default: './data/paper' },
    boards: { type: 'string', default: '5020' },
    protocol: { type: 'string', default: 'modbus-tcp' },
    digits: { type: 'string', default: '4' },
    frame: { type: 'string' },
    keypad: { type: 'string', default: '5030' },
    scanner: { type: 'string', default: '5040' },
    'scanner-driver': { type: 'string', default: 'hid-pos' },
  },
});

function oneOf<T extends string>(table: Readonly<Record<T, unknown>>, name: string, what: string): T {
  if (Object.hasOwn(table, name)) return name as T;
  throw new RangeError(`no ${what} "${name}" is known; there are ${Object.keys(table).join(', ')}`);
}

async function start(): Promise<void> {
  const protocol: string = oneOf(boardProtocols, values.protocol, 'protocol');
  const scannerDriver: ScannerDriver = oneOf(scannerReaders, values['scanner-driver'], 'scanner');
  const frame =
    values.frame === undefined
      ? null
      : describedFrameSchema.parse(JSON.parse(readFileSync(values.frame, 'utf8')));
  mkdirSync(values.paper, { recursive: true });
  const devices = await startDeviceSet({
    ports: {
      printer: Number(values.printer),
      boards: Number(values.boards),
      keypad: Number(values.keypad),
      scanner: Number(values.scanner),
    },
    ...{ widthDots: Number(values.width), hasCutter: !values['no-cutter'] },
    ...{ protocol, frame, digits: Number(values.digits), scannerDriver },
    printed({ id, png }) {
      const file = join(values.paper, `${id}.png`);
      writeFileSync(file, png);
      console.log(`printer: ${file}`);
    },
    changed: (what) => console.log(what),
  });
  const page = await serveDevicePage(devices, Number(values.page));
  for (const [what, address] of Object.entries(devices.addresses)) console.log(`${what}: ${address}`);
  console.log(`Open ${page.url} to see them and to press their keys. Ctrl+C ends them.`);
  console.log(`Or type here, a line each: ${deeds.join(', ')}.`);
  process.stdin.on('data', (lines) => {
    for (const words of lines
      .toString()
      .split('\n')
      .filter((line) => line.trim() !== ''))
      console.log(devices.act(words) ?? `"${words.trim()}" is not understood`);
  });
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
