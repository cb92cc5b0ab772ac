// A data folder with a sample centre, some parts written otherwise; and how calls are spoken where their length is not the
// point.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SpeechSetup } from '../../protocol/speech-setup.ts';

/** Said once, without the chime, and fast. */
export const briefly: Partial<SpeechSetup> = {
  times: 1,
  chime: false,
  wordsPerMinute: 260,
  sayPlace: 'none',
};

/** The folder; whoever asked for it removes it. */
export function sampleFolder(
  sample: 'soc-trang' | 'commune',
  { speech = briefly, ...parts }: { speech?: Partial<SpeechSetup> } & Record<string, unknown> = {},
): string {
  const dataDir = mkdtempSync(join(tmpdir(), `denluot-${sample}-`));
  const file = new URL(`../../server/setup/samples/${sample}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    join(dataDir, 'centre.json'),
    JSON.stringify({ ...document, ...parts, speech: { ...document.speech, ...speech } }),
  );
  return dataDir;
}
