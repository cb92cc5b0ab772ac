// An agent's way to its server: it asks to be paired once and shows the code, keeps its identity on disk, then holds one
// socket open for ever. What is said over it is the agent's affair.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { agentNamespace, type MessageLink } from '../../protocol/agent-hello.ts';
import { deviceCookie, livePath } from '../../protocol/socket-names.ts';
import { agentContract } from './agent-contract.ts';
import { writeSynced } from './job-folder.ts';

const identitySchema = z.object({ server: z.string(), deviceId: z.string(), secret: z.string() });
export type AgentIdentity = z.infer<typeof identitySchema>;
const pairedSchema = z.object({ pairingId: z.string(), code: z.string(), secret: z.string() });
const claimedSchema = z.object({ deviceId: z.string() });

const askAgainMs = 2_000;
const askWithinMs = 10_000;
const dialAgainAtMostMs = 10_000;

/** The identity kept for this server; null where there is none, or it is of another server. */
export function keptIdentity(folder: string, server: string): AgentIdentity | null {
  try {
    const identity = identitySchema.parse(JSON.parse(readFileSync(join(folder, 'agent.json'), 'utf8')));
    return identity.server === server ? identity : null;
  } catch {
    return null;
  }
}

/** Asks until a technician has approved the code; `said` is told each code to be shown, and why nobody answers. */
export async function pair(
  server: string,
  folder: string,
  said: (words: { code: string } | { trouble: string }) => void,
  signal: AbortSignal,
): Promise<AgentIdentity> {
  for (;;) {
    const asked = await post(`${server}/api/v1/devices/pair`, { kind: 'agent' }, signal);
    const pairing = pairedSchema.safeParse(asked?.body);
    if (!pairing.success) {
      said({ trouble: asked === null ? 'not reached' : `answers ${asked.status}` });
      await pause(signal);
      continue;
    }
    const { pairingId, code, secret } = pairing.data;
    said({ code });
    const deviceId = await claimed(`${server}/api/v1/devices/pair/${pairingId}/claim`, secret, signal);
    // The code has run out: another one is asked for.
    if (deviceId === null) continue;
    const identity = { server, deviceId, secret };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeSynced(join(folder, 'agent.json'), JSON.stringify(identity));
    return identity;
  }
}

/** The device's id once it is approved; null where the pairing is no longer known. */
async function claimed(url: string, secret: string, signal: AbortSignal): Promise<string | null> {
  for (;;) {
    await pause(signal);
    const answer = await post(url, { secret }, signal);
    if (answer?.status === 404) return null;
    const told = claimedSchema.safeParse(answer?.body);
    if (answer?.status === 200 && told.success) return told.data.deviceId;
  }
}

async function post(url: string, body: unknown, signal: AbortSignal) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(askWithinMs)]),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  } catch (error) {
    signal.throwIfAborted();
    void error;
    return null;
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, askAgainMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/** Holds a socket to the server; `linked` is called with each new link, `state` with every change. */
export function connectAgent(
  { server, deviceId, secret }: AgentIdentity,
  version: string,
  linked: (link: MessageLink) => void,
  state: (words: 'connected' | 'away' | 'not-paired') => void,
): { close(): void } {
  const socket = io(`${server}${agentNamespace}`, {
    path: livePath,
    transports: ['websocket'],
    auth: { version, contract: agentContract },
    extraHeaders: { cookie: `${deviceCookie}=${deviceId}~${secret}` },
    reconnectionDelayMax: dialAgainAtMostMs,
  });
  socket.on('connect', () => {
    state('connected');
    linked(socketLink(socket));
  });
  socket.on('disconnect', (why) => {
    state('away');
    // The server itself has ended it: the versions do not go together, perhaps until it is updated.
    if (why === 'io server disconnect') setTimeout(() => socket.connect(), dialAgainAtMostMs).unref();
  });
  socket.on('connect_error', (error) => {
    state(error.message === 'device-not-paired' ? 'not-paired' : 'away');
    if (!socket.active) setTimeout(() => socket.connect(), dialAgainAtMostMs).unref();
  });
  return { close: () => void socket.close() };
}

function socketLink(socket: Socket): MessageLink {
  const id = socket.id;
  const isThis = () => socket.connected && socket.id === id;
  return {
    ask: (what, body) =>
      isThis()
        ? (socket.timeout(askWithinMs).emitWithAck('message', what, body) as Promise<unknown>)
        : Promise.reject(new Error('the link has ended')),
    tell(what, body) {
      if (isThis()) socket.emit('message', what, body);
    },
    onMessage(listener) {
      socket.removeAllListeners('message');
      socket.on('message', (what: string, body: unknown, answer?: (body: unknown) => void) => {
        if (isThis()) listener(what, body, answer ?? null);
      });
    },
    onEnd: (listener) => void socket.once('disconnect', listener),
    end: () => void socket.disconnect(),
  };
}
