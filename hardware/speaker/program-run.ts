// Another program run once, as a voice and a sound card are: bytes go in, bytes come out, and it has an end within a bound,
// whatever the program does. There is no shell between. What its end means is for those who ask: espeak.ts, sound-card.ts.
import { type ChildProcess, spawn } from 'node:child_process';

const complaintAtMost = 4_096;

export type ProgramEnd =
  /** `code`: null where it was killed. `complaint`: the first of what it wrote to stderr. */
  | {
      readonly how: 'exited';
      readonly code: number | null;
      readonly output: Buffer;
      readonly complaint: string;
    }
  /** It is not there, or may not be run. */
  | { readonly how: 'not-found' }
  | { readonly how: 'timed-out' }
  /** It wrote more than it may. */
  | { readonly how: 'flooded' }
  /** This machine has no room for another process. */
  | { readonly how: 'not-started' };
export type ProgramBounds = { readonly timeoutMs: number; readonly outputAtMost: number };
export type RunningProgram = { readonly ended: Promise<ProgramEnd>; kill(): void };

/** Starts a program and gives it its input. `ended` never rejects, and comes at the latest after `timeoutMs`. */
export function runProgram(
  program: string,
  args: readonly string[],
  input: Uint8Array,
  bounds: ProgramBounds,
): RunningProgram {
  let child: ChildProcess;
  try {
    // Its complaints are read here, so they must not come in the machine's own language.
    child = spawn(program, args, { stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } });
  } catch {
    return { ended: Promise.resolve({ how: 'not-started' }), kill() {} };
  }
  const ended = endOf(child, bounds);
  // One that ends before it has read everything says so itself, by its code.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  return { ended, kill: () => void child.kill('SIGKILL') };
}

function endOf(child: ChildProcess, { timeoutMs, outputAtMost }: ProgramBounds): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    let heard = 0;
    let complaint = '';
    const end = (how: ProgramEnd) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      // What the program itself has started may still hold the pipes.
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.destroy();
      resolve(how);
    };
    const timer = setTimeout(() => end({ how: 'timed-out' }), timeoutMs);
    child.stdout?.on('data', (bytes: Buffer) => {
      heard += bytes.length;
      if (heard > outputAtMost) end({ how: 'flooded' });
      else output.push(bytes);
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      complaint = (complaint + bytes.toString()).slice(0, complaintAtMost);
    });
    child.once('error', (error: NodeJS.ErrnoException) =>
      end({ how: ['ENOENT', 'EACCES'].includes(error.code ?? '') ? 'not-found' : 'not-started' }),
    );
    child.once('close', (code) => end({ how: 'exited', code, output: Buffer.concat(output), complaint }));
  });
}
