// A link between a server and an agent in memory: two ends that hear each other a turn later, and that a test cuts.
import type { MessageLink } from '../../protocol/agent-hello.ts';

export type LinkPair = {
  readonly server: MessageLink;
  readonly agent: MessageLink;
  /** Ends the link: what is on the way is lost, on both sides. */
  cut(): void;
  /** From now on answers of the agent are lost, though what it was asked has arrived. */
  loseAnswers(): void;
  /** What has not been answered yet is not waited for any longer, though the link stands. */
  giveUpAsking(): void;
};

type Listener = (what: string, body: unknown, answer: ((body: unknown) => void) | null) => void;

export function linkPair(): LinkPair {
  let isWhole = true;
  let answersLost = false;
  const ends = [makeEnd(), makeEnd()] as const;
  function makeEnd() {
    return { listeners: [] as Listener[], endings: [] as (() => void)[], waiting: new Set<() => void>() };
  }
  const cut = () => {
    if (!isWhole) return;
    isWhole = false;
    for (const { endings, waiting } of ends) {
      for (const lost of waiting) lost();
      for (const ending of endings) ending();
    }
  };
  const link = (own: 0 | 1): MessageLink => {
    const [mine, other] = [ends[own], ends[1 - own] as (typeof ends)[number]];
    const copy = (body: unknown) => JSON.parse(JSON.stringify(body)) as unknown;
    const deliver = (what: string, body: unknown, answer: ((body: unknown) => void) | null) =>
      queueMicrotask(() => {
        if (isWhole) for (const listener of other.listeners) listener(what, copy(body), answer);
      });
    return {
      ask: (what, body) =>
        new Promise((resolve, reject) => {
          const lost = () => reject(new Error('the link has ended'));
          if (!isWhole) return lost();
          mine.waiting.add(lost);
          deliver(what, body, (answer) =>
            queueMicrotask(() => {
              if (!isWhole || (own === 0 && answersLost)) return;
              mine.waiting.delete(lost);
              resolve(copy(answer));
            }),
          );
        }),
      tell: (what, body) => deliver(what, body, null),
      onMessage: (listener) => void mine.listeners.push(listener),
      onEnd: (listener) => void mine.endings.push(listener),
      end: cut,
    };
  };
  return {
    server: link(0),
    agent: link(1),
    cut,
    giveUpAsking() {
      for (const { waiting } of ends) for (const lost of [...waiting]) lost();
    },
    loseAnswers() {
      answersLost = true;
    },
  };
}
