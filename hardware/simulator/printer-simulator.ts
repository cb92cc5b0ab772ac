// A ticket printer that listens on a TCP port, answers as an ESC/POS printer does, and keeps pictures of the paper that
// came out, with its words. Levers make it misbehave: no paper, cover open, silence, a slow line, death in mid-job.
import { createServer, type Socket } from 'node:net';
import type { Bitmap } from '../printer/bitmap.ts';
import { escposInterpreter, type Heard } from './escpos-interpreter.ts';
import { paced } from './escpos-pace.ts';
import { listening } from './listening.ts';
import { png } from './png.ts';

export type SimulatedPaper = {
  readonly id: string;
  readonly at: number;
  readonly bitmap: Bitmap;
  readonly png: Uint8Array;
  /** What it says in letters, a line for each printed one; a drawn ticket has none. */
  readonly text: string;
};
export type PrinterLevers = {
  paperOut: boolean;
  nearEnd: boolean;
  coverOpen: boolean;
  cutterJammed: boolean;
  /** Prints, and answers nothing: a clone without any status. */
  silent: boolean;
  /** Many clones know no process id. */
  knowsProcessId: boolean;
  dieAfterBytes: number | null;
  /** Ends the connection after each job, as some network printers do. */
  closesAfterJob: boolean;
  /** Takes one connection and refuses the others until it ends. */
  takesOneConnection: boolean;
  /** Bytes a second that it takes; null is as fast as they come. */
  slow: number | null;
};
export type PrinterSimulator = {
  readonly address: string;
  /** Newest first, at most 20. */
  papers(): readonly SimulatedPaper[];
  readonly levers: PrinterLevers;
  /** Moves levers; those who asked to be told are told. */
  move(levers: Partial<PrinterLevers>): void;
  strayBytes(): number;
  close(): Promise<void>;
};

const papersKept = 20;

export async function startPrinterSimulator(options: {
  widthDots: number;
  port?: number;
  /** Without one, tickets are torn off by hand. */
  hasCutter?: boolean;
  now: () => number;
  printed?: (paper: SimulatedPaper) => void;
}): Promise<PrinterSimulator> {
  const papers: SimulatedPaper[] = [];
  const sockets = new Set<Socket>();
  const levers: PrinterLevers = {
    paperOut: false,
    nearEnd: false,
    coverOpen: false,
    cutterJammed: false,
    silent: false,
    knowsProcessId: true,
    dieAfterBytes: null,
    closesAfterJob: false,
    takesOneConnection: false,
    slow: null,
  };
  const tellsTo = new Set<Socket>();
  let stray = 0;
  let printed = 0;
  const prints = () => !levers.paperOut && !levers.coverOpen && !levers.cutterJammed;
  const answer = (socket: Socket, heard: Heard) => {
    if (heard.kind === 'cut') {
      printed += 1;
      const { paper: bitmap, text } = heard;
      const paper = { id: `paper-${printed}`, at: options.now(), bitmap, png: png(bitmap), text };
      papers.unshift(paper);
      papers.length = Math.min(papers.length, papersKept);
      options.printed?.(paper);
    } else if (levers.silent) return;
    else if (heard.kind === 'tell-changes') {
      tellsTo.add(socket);
      socket.write(toldStatus(levers));
    } else if (heard.kind === 'fence') {
      if (prints()) socket.write(Buffer.of(0x00));
    } else if (heard.kind === 'process-id') {
      if (prints() && levers.knowsProcessId)
        socket.write(Buffer.concat([Buffer.of(0x37, 0x22), Buffer.from(heard.id, 'latin1'), Buffer.of(0)]));
      if (levers.closesAfterJob) socket.end();
    } else socket.write(Buffer.of(statusByte(heard.about, levers)));
  };
  const server = createServer((socket) => {
    if (levers.takesOneConnection && sockets.size > 0) return void socket.destroy();
    sockets.add(socket);
    const interpreter = escposInterpreter(options.widthDots, { hasCutter: options.hasCutter ?? true });
    let taken = 0;
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      tellsTo.delete(socket);
      stray += interpreter.strayBytes();
    });
    const take = (bytes: Uint8Array) => {
      taken += bytes.length;
      if (levers.dieAfterBytes !== null && taken > levers.dieAfterBytes) return void socket.destroy();
      // A printer without paper takes questions, but prints nothing of what it was sent.
      for (const heard of interpreter.feed(bytes))
        if (heard.kind !== 'cut' || !levers.paperOut) answer(socket, heard);
    };
    paced(socket, () => levers.slow, take);
  });
  const port = await listening(server, options.port ?? 0);
  return {
    address: `tcp://127.0.0.1:${port}`,
    papers: () => papers,
    levers,
    move(moved) {
      Object.assign(levers, moved);
      if (!levers.silent) for (const socket of tellsTo) socket.write(toldStatus(levers));
    },
    strayBytes: () => stray,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The replies to DLE EOT 1–4: fixed bits 0x12 and what the levers say. */
function statusByte(about: number, { paperOut, nearEnd, coverOpen, cutterJammed }: PrinterLevers): number {
  if (about === 1) return 0x12 | (paperOut || coverOpen || cutterJammed ? 0x08 : 0);
  if (about === 2) return 0x12 | (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0);
  if (about === 3) return 0x12 | (cutterJammed ? 0x08 : 0);
  if (about === 4) return 0x12 | (nearEnd || paperOut ? 0x0c : 0) | (paperOut ? 0x60 : 0);
  return 0x12;
}

/** The four bytes of GS a. */
function toldStatus({ paperOut, nearEnd, coverOpen, cutterJammed }: PrinterLevers): Buffer {
  const isOffline = paperOut || coverOpen || cutterJammed;
  return Buffer.of(
    0x10 | (isOffline ? 0x08 : 0) | (coverOpen ? 0x20 : 0),
    cutterJammed ? 0x08 : 0,
    (nearEnd || paperOut ? 0x03 : 0) | (paperOut ? 0x0c : 0),
    0x0f,
  );
}
