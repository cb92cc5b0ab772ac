// The browser's one connection to the server: subscribes to a view, keeps it through every loss of the network or
// restart of the server, and says when what is shown is out of date. Reconnecting never ends; delays are jittered.
import { io, type Socket } from 'socket.io-client';
import type { Command } from '../commands.ts';
import type { Problem } from '../refusals.ts';
import {
  type ClientToServer,
  type CommandAnswer,
  type Envelope,
  livePath,
  outOfDateAfterMs,
  type ScreenReport,
  type ServerToClient,
  type Subscription,
  type ViewBodies,
  type ViewName,
} from '../socket-names.ts';
import { newCommandId } from './command-id.ts';

export type LiveState<V extends ViewName> = {
  readonly body: ViewBodies[V] | null;
  readonly seq: number;
  /** Nothing has been heard for longer than `outOfDateAfterMs`: what is shown may be old. */
  readonly outOfDate: boolean;
  /** The server's clock minus this machine's, ms; add it to Date.now() to tell the hall's time. */
  readonly clockOffsetMs: number;
  /** Why the server refused the subscription, or null. */
  readonly problem: Problem | null;
  /** True once the server's version differs from the one this page was loaded from. */
  readonly newerVersion: boolean;
};

/** Before the server has spoken. */
export const nothingYet: LiveState<never> = {
  body: null,
  seq: 0,
  outOfDate: true,
  clockOffsetMs: 0,
  problem: null,
  newerVersion: false,
};

export type LiveView<V extends ViewName> = {
  state(): LiveState<V>;
  /** Called after each change of state; returns a function that stops it. */
  onChange(listener: () => void): () => void;
  /** Says how this screen is; false where it was not taken. */
  report(report: ScreenReport): Promise<boolean>;
  /** Sends a command with a fresh id, again with the same id while the link is down, until it is answered or given up. */
  command(command: Command): Promise<CommandAnswer>;
  close(): void;
};

const commandTries = 4;
const commandWaitMs = 4_000;
const notReached: CommandAnswer = {
  ok: false,
  problem: { type: 'about:blank', title: '', status: 0, code: 'not-reached' },
};

export function openLiveView<V extends ViewName>(
  subscription: Extract<Subscription, { view: V }>,
): LiveView<V> {
  const socket: Socket<ServerToClient, ClientToServer> = io({
    path: livePath,
    transports: ['websocket'],
    auth: (give) => give({ language: document.documentElement.lang || 'vi' }),
    reconnection: true,
    reconnectionAttempts: Number.POSITIVE_INFINITY,
    reconnectionDelay: 300,
    reconnectionDelayMax: 1_500,
    randomizationFactor: 0.5,
    timeout: 3_000,
  });
  let state: LiveState<V> = nothingYet;
  let heardAt = 0;
  /** Whether a view has come on the link that is there now. */
  let current = false;
  let version: string | null = null;
  const listeners = new Set<() => void>();
  const change = (part: Partial<LiveState<V>>) => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const look = () => {
    const silent = performance.now() - heardAt > outOfDateAfterMs;
    const outOfDate = silent || !current || state.problem !== null;
    if (outOfDate !== state.outOfDate) change({ outOfDate });
  };
  const heard = (sentAt: number) => {
    heardAt = performance.now();
    const clockOffsetMs = sentAt - Date.now();
    if (Math.abs(clockOffsetMs - state.clockOffsetMs) > 250) change({ clockOffsetMs });
    look();
  };
  const subscribe = () =>
    socket.emit('subscribe', subscription, (answer) => {
      if (answer.ok) return change({ problem: null });
      // A screen that may not see this any more shows nothing of it; a server in trouble leaves the old picture standing.
      const { problem } = answer;
      change({ problem, outOfDate: true, ...(problem.status < 500 ? { body: null } : {}) });
    });
  socket.on('connect', () => {
    current = false;
    subscribe();
  });
  socket.on('view', (envelope: Envelope) => {
    if (envelope.view !== subscription.view) return;
    heardAt = performance.now();
    current = true;
    const body = envelope.body as ViewBodies[V];
    change({
      body,
      seq: envelope.seq,
      outOfDate: false,
      problem: null,
      clockOffsetMs: envelope.sentAt - Date.now(),
    });
  });
  socket.on('heartbeat', (beat) => {
    if (version !== null && version !== beat.version) change({ newerVersion: true });
    version ??= beat.version;
    heard(beat.sentAt);
  });
  const watchAge = setInterval(look, 250);
  const watch = setInterval(() => {
    // A subscription that was refused (not paired yet, not signed in) is asked for again.
    if (state.problem !== null && socket.connected) subscribe();
  }, 1_000);
  return {
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async report(report) {
      try {
        return (await socket.timeout(commandWaitMs).emitWithAck('report', report)).ok;
      } catch {
        return false;
      }
    },
    async command(command) {
      const id = newCommandId();
      for (let attempt = 0; attempt < commandTries; attempt += 1) {
        try {
          return await socket.timeout(commandWaitMs).emitWithAck('command', { id, command });
        } catch {
          // Not answered in time: the same id again, so that it happens once however often it is sent.
        }
      }
      return notReached;
    },
    close() {
      clearInterval(watchAge);
      clearInterval(watch);
      listeners.clear();
      socket.disconnect();
    },
  };
}
