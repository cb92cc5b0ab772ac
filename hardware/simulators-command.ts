// `npm run simulators -- [--printer PORT] [--boards PORT --protocol NAME --digits N --frame FILE] [--paper DIR]`: a printer
// and a line of boards without hardware, for whoever has none. Papers are kept as pictures, boards are said as they change.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describedFrameSchema } from '../protocol/described-frame.ts';
import { type BoardProtocol, boardProtocols } from './led/boards.ts';
import { boardReaders } from './simulator/board-reader-of.ts';
import { startBoardSimulator } from './simulator/board-simulator.ts';
import { startPrinterSimulator } from './simulator/printer-simulator.ts';

const { values } = parseArgs({
  options: {
    printer: { type: 'string', default: '9100' },
    width: { type: 'string', default: '576' },
    paper: { type: 'string', default: './data/paper' },
    boards: { type: 'string', default: '5020' },
    protocol: { type: 'string', default: 'modbus-tcp' },
    digits: { type: 'string', default: '4' },
    frame: { type: 'string' },
  },
});

async function start(): Promise<void> {
  if (!Object.hasOwn(boardProtocols, values.protocol))
    throw new RangeError(
      `no protocol "${values.protocol}" is known; there are ${Object.keys(boardProtocols).join(', ')}`,
    );
  const frame =
    values.frame === undefined
      ? null
      : describedFrameSchema.parse(JSON.parse(readFileSync(values.frame, 'utf8')));
  mkdirSync(values.paper, { recursive: true });
  const printer = await startPrinterSimulator({
    widthDots: Number(values.width),
    port: Number(values.printer),
    now: () => Date.now(),
    printed({ id, png }) {
      const file = join(values.paper, `${id}.png`);
      writeFileSync(file, png);
      console.log(`printer: ${file}`);
    },
  });
  const units = Array.from({ length: 32 }, (_, index) => ({
    address: index + 1,
    digits: Number(values.digits),
  }));
  const boards = await startBoardSimulator({
    reader: boardReaders[values.protocol as BoardProtocol](units, frame),
    port: Number(values.boards),
    changed: (unitId, text) => console.log(`board ${unitId}: [${text.slice(0, Number(values.digits))}]`),
  });
  console.log(
    `A printer listens at ${printer.address}, boards (${values.protocol}) at ${boards.address}. Ctrl+C ends them.`,
  );
  console.log(
    'Levers of the printer, a line each: paper, near-end, cover, cutter, silent (each turns it on or off).',
  );
  const levers = {
    paper: 'paperOut',
    'near-end': 'nearEnd',
    cover: 'coverOpen',
    cutter: 'cutterJammed',
    silent: 'silent',
  } as const;
  process.stdin.on('data', (line) => {
    const lever = levers[line.toString().trim() as keyof typeof levers];
    if (lever === undefined) return;
    printer.move({ [lever]: !printer.levers[lever] });
    console.log(`${lever}: ${printer.levers[lever]}`);
  });
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
