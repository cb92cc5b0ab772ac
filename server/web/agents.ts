// Where agents arrive: a namespace of the live socket for paired machines only. What is said over a link is the devices
// room's affair; here it is carried.
import type { Server, Socket } from 'socket.io';
import { type AgentHello, agentHelloSchema, agentNamespace } from '../../protocol/agent-hello.ts';
import type { WebParts } from './doors.ts';
import type { Identities } from './identity.ts';

const answerWithinMs = 10_000;

export function attachAgents(io: Server, { devices }: WebParts, identities: Identities): void {
  const agents = io.of(agentNamespace);
  agents.use((socket, next) => {
    const { headers, address, auth } = socket.handshake;
    const { screen } = identities.of(headers, address);
    const hello = agentHelloSchema.safeParse(auth);
    if (screen?.kind !== 'agent') return next(new Error('device-not-paired'));
    if (!hello.success) return next(new Error('invalid-request'));
    const data = socket.data as { agentId: string; hello: AgentHello };
    data.agentId = screen.id;
    data.hello = hello.data;
    next();
  });
  agents.on('connection', (socket) => {
    const { agentId, hello } = socket.data as { agentId: string; hello: AgentHello };
    devices.presence(agentId, true);
    socket.on('disconnect', () => devices.presence(agentId, false));
    if (!devices.agent(agentId, linkOver(socket), hello)) socket.disconnect();
  });
}

function linkOver(socket: Socket): Parameters<WebParts['devices']['agent']>[1] {
  return {
    ask: (what, body) =>
      socket.timeout(answerWithinMs).emitWithAck('message', what, body) as Promise<unknown>,
    tell: (what, body) => void socket.emit('message', what, body),
    onMessage: (listener) =>
      void socket.on('message', (what: unknown, body: unknown, answer: unknown) =>
        listener(String(what), body, typeof answer === 'function' ? (said) => answer(said) : null),
      ),
    onEnd: (listener) => void socket.on('disconnect', () => listener()),
    end: () => void socket.disconnect(),
  };
}
