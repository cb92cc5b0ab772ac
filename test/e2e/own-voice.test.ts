// The last resort: the server has no voice and the browser has one of its own. The browser's voices are played by the test,
// because Debian's Chromium has none.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { howOn, inZoneA, onceEach, startBoards, startHall } from '../support/announcing.ts';
import { briefly } from '../support/sample-centre.ts';

/** In the page: a browser with a Vietnamese voice that keeps what it was given to say. */
function withVietnameseVoice(): void {
  const said: string[] = [];
  Object.assign(window, { saidByItself: said });
  class Utterance {
    onend = () => {};
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.defineProperty(window, 'speechSynthesis', {
    value: {
      getVoices: () => [{ lang: 'en-US' }, { lang: 'vi-VN' }],
      speak(utterance: Utterance) {
        said.push(utterance.text);
        setTimeout(() => utterance.onend(), 50);
      },
      cancel() {},
    },
  });
}

test('a board with a voice of its own says the words that the server gives it', async () => {
  const nowhere = mkdtempSync(join(tmpdir(), 'denluot-no-programs-'));
  const hall = await startHall(briefly, { path: nowhere });
  const boards = await startBoards();
  try {
    const officers = await hall.open([inZoneA[0], inZoneA[1]]);
    const board = await boards.open('about:blank');
    await board.addInitScript(withVietnameseVoice);
    await board.goto(`${hall.url}/hall`);
    await board.getByTestId('now-serving').waitFor();
    for (const { callNext } of officers) await callNext();
    await expect.poll(() => howOn(board)).toEqual(onceEach([1, 2]));
    const said = await board.evaluate(() => (window as unknown as { saidByItself: string[] }).saidByItself);
    expect(said).toEqual([
      'Xin mời số thứ tự xê không không một, đến quầy số hai.',
      'Xin mời số thứ tự giê không không một, đến quầy số ba.',
    ]);
  } finally {
    await boards.close();
    await hall.close();
    rmSync(nowhere, { recursive: true, force: true });
  }
});
