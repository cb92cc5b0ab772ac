// Whose turn it is: every board that needs the line gets it within a bound, whatever happens on the others.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextToServe, type Waiting } from '../../hardware/led/bus-order.ts';

let changes = 0;
class Board implements Waiting {
  shown: string | null = '';
  servedAt = 0;
  changedAt = 0;
  changeNumber = 0;
  lookEveryMs = 20_000;
  isSeen = true;
  restUntil = 0;
  text = '';
  wanted = () => this.text;

  change(now: number): void {
    this.text = `${now}`;
    this.changedAt = now;
    changes += 1;
    this.changeNumber = changes;
  }
  serve(now: number): void {
    this.shown = this.text;
    this.servedAt = now;
  }
}
const boards = (count: number) => Array.from({ length: count }, () => new Board());

describe('the line', () => {
  it('is free where every board shows what it should', () => {
    expect(nextToServe(boards(3), 1_000)).toBeNull();
  });
  it('goes to the newest content first', () => {
    const [one, two] = boards(2) as [Board, Board];
    one.change(1_000);
    two.change(1_100);
    expect(nextToServe([one, two], 1_200)).toBe(two);
  });
  it('goes to a number that nobody has seen before one that only blinks', () => {
    const [one, two] = boards(2) as [Board, Board];
    one.change(1_000);
    one.isSeen = false;
    two.change(1_100);
    expect(nextToServe([one, two], 1_200)).toBe(one);
  });
  it('goes to the last of changes at the same time', () => {
    const [one, two, three] = boards(3) as [Board, Board, Board];
    for (const board of [one, three, two]) board.change(1_000);
    expect(nextToServe([one, two, three], 1_000)).toBe(two);
  });
  it('goes to a board whose content has waited too long before newer content', () => {
    const [one, two] = boards(2) as [Board, Board];
    one.change(1_000);
    two.change(3_050);
    expect(nextToServe([one, two], 3_100)).toBe(one);
  });
  it('passes over a board that is left alone, until its rest is over', () => {
    const [one] = boards(1) as [Board];
    one.change(1_000);
    one.restUntil = 2_000;
    expect(nextToServe([one], 1_999)).toBeNull();
    expect(nextToServe([one], 2_000)).toBe(one);
  });
  it('goes to a board that was not looked at for twenty seconds, after all content', () => {
    const [one, two] = boards(2) as [Board, Board];
    for (const board of [one, two]) board.serve(1_000);
    two.change(20_500);
    expect(nextToServe([one, two], 21_000)).toBe(two);
    two.serve(21_000);
    expect(nextToServe([one, two], 21_000)).toBe(one);
  });
  it('never lets a board wait for ever, however often the others change', () => {
    const turnMs = 25;
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        fc.array(fc.nat(19), { minLength: 400, maxLength: 400 }),
        (count, changes) => {
          const all = boards(count);
          const [quiet] = all as [Board];
          let now = 10_000;
          for (const board of all) board.serve(now);
          quiet.change(now);
          let waited = 0;
          for (const which of changes) {
            now += turnMs;
            all[1 + (which % (count - 1))]?.change(now);
            const next = nextToServe(all, now);
            next?.serve(now);
            if (next === quiet) break;
            waited += turnMs;
          }
          // Two seconds of newer content, then those that have waited longer one after another.
          expect(waited).toBeLessThanOrEqual(2_000 + count * turnMs);
        },
      ),
      { numRuns: 60 },
    );
  });
});
