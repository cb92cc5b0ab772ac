// Taking a number: one command id for one wish, sent again under the same id while the server is not reached, so that a
// double touch or a lost answer never makes two tickets.
import { type Asked, ask } from '../../protocol/client/ask.ts';
import { newCommandId } from '../../protocol/client/command-id.ts';
import type { TicketAnswer } from '../../protocol/endpoints/floor-endpoints.ts';
import type { Language } from '../../protocol/ids.ts';

export type Wish = {
  readonly serviceId: string;
  readonly priorityClass: string | null;
  readonly language: Language;
};

const tryForMs = 20_000;
const pauseMs = 700;

/** Asks until answered or for twenty seconds; `slow` is called after each try that was not answered. */
export async function takeTicket(wish: Wish, slow: () => void): Promise<Asked<TicketAnswer>> {
  const commandId = newCommandId();
  const { serviceId, language, priorityClass } = wish;
  const body = { serviceId, language, ...(priorityClass === null ? {} : { priorityClass }) };
  const until = performance.now() + tryForMs;
  for (;;) {
    const asked = await ask<TicketAnswer>('/api/v1/tickets', { method: 'POST', body, commandId });
    if (asked.ok || asked.problem.status !== 0 || performance.now() > until) return asked;
    slow();
    await new Promise((resume) => setTimeout(resume, pauseMs));
  }
}
