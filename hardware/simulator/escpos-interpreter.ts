// Reads ESC/POS as a printer would and keeps what would be on the paper: text in the code pages known here, QR codes, feeds,
// raster, cuts, and the questions to be answered. Streaming: any split of the bytes gives the same paper. What it does not
// know is counted, not guessed: a byte of control that begins no command of escpos-commands.ts. A byte of a letter is text.
import { hole, signOf } from '../printer/code-pages.ts';
import { type Command, commands } from './escpos-commands.ts';
import { escposMachine, type Heard } from './escpos-machine.ts';

export type { Heard };
export type Interpreter = { feed(bytes: Uint8Array): Heard[]; strayBytes(): number };

const lineFeed = 0x0a;
/** Without an automatic line feed it does nothing. */
const carriageReturn = 0x0d;

/** `hasCutter: false` is a printer whose tickets are torn off by hand, once it has been asked whether they are done. */
export function escposInterpreter(
  widthDots: number,
  { hasCutter = true }: { hasCutter?: boolean } = {},
): Interpreter {
  const machine = escposMachine(widthDots, hasCutter);
  let pending = Buffer.alloc(0);
  let stray = 0;
  const unknown = (): number => {
    stray += 1;
    return 1;
  };
  const print = (byte: number): number => {
    const sign = machine.page === null && byte > 0x7f ? hole : signOf(machine.page ?? 'ascii', byte);
    machine.text.put(sign, machine.look);
    return 1;
  };
  const run = (command: Command): number => {
    const come = pending.subarray(2);
    const length = command.takes(come);
    if (length === 'unknown') return unknown();
    if (length === 'more' || come.length < length) return 0;
    command.does(machine, come.subarray(0, length));
    return 2 + length;
  };
  /** Takes one sign or command off the front: how many bytes it was, 0 where more must come first. */
  const take = (): number => {
    const [first = 0, second] = pending;
    if (first >= 0x20 && first !== 0x7f) return print(first);
    if (first === carriageReturn) return 1;
    if (first === lineFeed) {
      machine.text.endLines(1);
      return 1;
    }
    const begun = commands[first];
    if (begun === undefined) return unknown();
    if (second === undefined) return 0;
    const command = begun[second];
    return command === undefined ? unknown() : run(command);
  };
  return {
    strayBytes: () => stray,
    feed(bytes) {
      machine.heard = [];
      pending = Buffer.concat([pending, bytes]);
      while (pending.length > 0) {
        const taken = take();
        if (taken === 0) break;
        pending = pending.subarray(taken);
      }
      return machine.heard;
    },
  };
}
