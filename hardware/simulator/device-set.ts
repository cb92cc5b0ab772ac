// One of each device without hardware: a printer, a line of boards, a pad and a scanner, on ports of loopback, with what a
// hand may do to them. `npm run simulators` shows them on a page; anybody else may connect.
import type { DescribedFrame } from '../../protocol/described-frame.ts';
import { type PadKey, padKeySchema } from '../../protocol/keypad-setup.ts';
import type { ScannerDriver } from '../scanner/scanner.ts';
import { boardReaderOf } from './board-reader-of.ts';
import { startBoardSimulator } from './board-simulator.ts';
import { startKeypadSimulator } from './keypad-simulator.ts';
import { type SimulatedPaper, startPrinterSimulator } from './printer-simulator.ts';
import { startScannerSimulator } from './scanner-simulator.ts';

export type DeviceSetOptions = {
  readonly ports: { printer: number; boards: number; keypad: number; scanner: number };
  readonly widthDots: number;
  readonly hasCutter: boolean;
  readonly protocol: string;
  readonly frame: DescribedFrame | null;
  readonly digits: number;
  readonly scannerDriver: ScannerDriver;
  readonly printed: (paper: SimulatedPaper) => void;
  readonly changed: (what: string) => void;
};
export type DeviceSet = {
  readonly addresses: Readonly<Record<'printer' | 'boards' | 'keypad' | 'scanner', string>>;
  /** What is to be seen now. */
  state(): {
    papers: { id: string; png: string; text: string }[];
    levers: Record<string, boolean | number | null>;
    boards: { unit: number; text: string; silent: boolean }[];
    line: { echoes: boolean; noiseBytes: number };
    isPadLit: boolean;
  };
  /** `paper`, `cover`, `press 7`, `scan A012`, `silent 3`, `noise 9` …; a sentence of what came of it, null for no such deed. */
  act(words: string): string | null;
  close(): Promise<void>;
};

const unitsOnLine = 32;
const levers = {
  paper: 'paperOut',
  'near-end': 'nearEnd',
  cover: 'coverOpen',
  cutter: 'cutterJammed',
  mute: 'silent',
  'one-connection': 'takesOneConnection',
  'closes-after-job': 'closesAfterJob',
} as const;
export const deeds = [
  ...Object.keys(levers),
  ...[
    'slow BYTES-A-SECOND',
    'die BYTES',
    'press KEY',
    'scan TEXT',
    'silent UNIT',
    'power-cut',
    'echo',
    'noise BYTES',
  ],
];

function readerOf(protocol: string) {
  const make = boardReaderOf(protocol);
  if (make === undefined) throw new RangeError(`protocol "${protocol}" has no simulator`);
  return make;
}

export async function startDeviceSet(options: DeviceSetOptions): Promise<DeviceSet> {
  const { ports, widthDots, hasCutter, protocol, frame, digits, changed } = options;
  const printer = await startPrinterSimulator({
    ...{ widthDots, hasCutter, port: ports.printer, now: () => Date.now(), printed: options.printed },
  });
  const units = Array.from({ length: unitsOnLine }, (_, index) => ({ address: index + 1, digits }));
  const boards = await startBoardSimulator({
    reader: readerOf(protocol)(units, frame),
    port: ports.boards,
    changed: (unit, text) => changed(`board ${unit}: [${text.slice(0, digits)}]`),
  });
  const keypad = await startKeypadSimulator(null, ports.keypad);
  const scanner = await startScannerSimulator(options.scannerDriver, undefined, ports.scanner);
  const heard = (isHeard: boolean) => (isHeard ? 'heard' : 'nobody listens');

  const withNumber: Readonly<Record<string, (value: number) => string>> = {
    slow(bytes) {
      printer.levers.slow = bytes > 0 ? bytes : null;
      return `the printer takes ${bytes > 0 ? `${bytes} bytes a second` : 'bytes as they come'}`;
    },
    die(bytes) {
      printer.levers.dieAfterBytes = bytes > 0 ? bytes : null;
      return bytes > 0 ? `the printer dies after ${bytes} bytes of a connection` : 'the printer lives';
    },
    noise(bytes) {
      boards.line.noiseBytes = Math.max(0, Math.min(64, bytes));
      return `${boards.line.noiseBytes} bytes of noise before each answer`;
    },
    silent(unit) {
      if (!boards.silent.delete(unit)) boards.silent.add(unit);
      return `board ${unit} ${boards.silent.has(unit) ? 'says nothing' : 'answers'}`;
    },
  };
  return {
    addresses: {
      printer: printer.address,
      boards: boards.address,
      keypad: keypad.address,
      scanner: scanner.address,
    },
    state: () => ({
      papers: printer
        .papers()
        .map(({ id, png, text }) => ({ id, text, png: Buffer.from(png).toString('base64') })),
      levers: Object.fromEntries(
        Object.entries(levers).map(([word, lever]) => [word, printer.levers[lever]]),
      ),
      boards: units
        .map(({ address: unit }) => ({
          ...{ unit, text: boards.text(unit).slice(0, digits), silent: boards.silent.has(unit) },
        }))
        .filter(({ text, silent }) => text !== '' || silent),
      line: { ...boards.line },
      isPadLit: keypad.isLit(),
    }),
    act(words) {
      const [deed = '', ...rest] = words.trim().split(/\s+/);
      const value = rest.join(' ');
      if (Object.hasOwn(levers, deed)) {
        const lever = levers[deed as keyof typeof levers];
        printer.move({ [lever]: !printer.levers[lever] });
        return `${deed}: ${printer.levers[lever] ? 'on' : 'off'}`;
      }
      if (deed === 'press' && padKeySchema.safeParse(value).success)
        return heard(keypad.press(value as PadKey));
      if (deed === 'scan' && value !== '') return heard(scanner.scan(value.slice(0, 500)));
      if (deed === 'power-cut') {
        boards.powerCut();
        return 'the boards were without power for a moment';
      }
      if (deed === 'echo') {
        boards.line.echoes = !boards.line.echoes;
        return `the line ${boards.line.echoes ? 'echoes' : 'does not echo'}`;
      }
      const isNumber = /^\d{1,7}$/.test(value);
      return Object.hasOwn(withNumber, deed) && isNumber ? (withNumber[deed]?.(Number(value)) ?? null) : null;
    },
    async close() {
      await Promise.all([printer.close(), boards.close(), keypad.close(), scanner.close()]);
    },
  };
}
