// How an agent presents itself to its server, and what carries their words. What they say is hardware/agent's affair.
import { z } from 'zod';

/** The namespace of the server's socket at which agents arrive. */
export const agentNamespace = '/agent';

/** `contract`: what the agent understands; `version`: which program it is. */
export const agentHelloSchema = z.object({ contract: z.int(), version: z.string().max(80) });
export type AgentHello = z.infer<typeof agentHelloSchema>;

/** One end of the link between a server and an agent, whatever carries it. */
export type MessageLink = {
  /** Settles with the other side's answer; rejects when the link ends before it, or after a while. */
  ask(what: string, body: unknown): Promise<unknown>;
  /** Nothing is kept for later: what cannot be sent now is not sent. */
  tell(what: string, body: unknown): void;
  /** `answer` is there where the other side asked. */
  onMessage(listener: (what: string, body: unknown, answer: ((body: unknown) => void) | null) => void): void;
  onEnd(listener: () => void): void;
  end(): void;
};
