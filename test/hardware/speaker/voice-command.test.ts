// The command with which a voice is made and tried, as a technician types it: what it prints, and with which code it ends.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { wavFacts } from '../../support/wav-facts.ts';
import { folder, hasAplay, hasEspeak } from './sound-programs.ts';
import { tonePack } from './tone-pack.ts';
import { toneWav } from './written-wav.ts';

const command = fileURLToPath(new URL('../../../hardware/speaker/voice-command.ts', import.meta.url));
function voice(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}
/** A set-up file with more in it than a voice needs. */
const centre = {
  version: 7,
  somethingNew: { of: 'tomorrow' },
  series: [{ id: 'A', prefix: 'A', digits: 3, from: 1, to: 99, colour: 'red' }],
  counters: [
    { id: 'c1', number: '1' },
    { id: 'c2', number: '12' },
  ],
  zones: [{ id: 'khu-a', name: { vi: 'Khu A – Tầng 1' }, floor: '1' }],
  priorityClasses: [{ id: 'elderly' }],
  speech: { numbers: 'digits', region: 'north', sayPlace: 'zone', languages: ['vi'] },
};
const centreFile = (of: unknown = centre) => {
  const file = join(folder(), 'centre.json');
  writeFileSync(file, JSON.stringify(of));
  return file;
};

describe('pieces', () => {
  test('lists what must be recorded', () => {
    const { status, stdout } = voice(['pieces', '--centre', centreFile()]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^xin-moi-so-thu-tu\.wav +Xin mời số thứ tự$/m);
    expect(stdout).toMatch(/^khu-vuc-khu-a\.wav +Khu A, Tầng một$/m);
    expect(stdout).toMatch(/^\d+ pieces\.$/m);
    expect(stdout).not.toContain('linh');
  });
  test('as a table for a spreadsheet, in another language and style', () => {
    const args = ['pieces', '--centre', centreFile(), '--language', 'en', '--numbers', 'value', '--csv'];
    const { status, stdout } = voice(args);
    expect(status).toBe(0);
    const [head, ...lines] = stdout.trimEnd().split('\n');
    expect(head).toBe('\uFEFFclip,file,text');
    expect(lines).toContain('"eleven","eleven.wav","eleven"');
    expect(lines.every((line) => /^"[a-z0-9-]+","[a-z0-9-]+\.wav",".+"$/.test(line))).toBe(true);
  });
  test.each<[string, readonly string[]]>([
    ['no centre', ['pieces']],
    ['a file that is not there', ['pieces', '--centre', '/nowhere/centre.json']],
    ['an unknown language', ['pieces', '--centre', '/nowhere', '--language', 'km']],
    ['an unknown style', ['pieces', '--centre', '/nowhere', '--numbers', 'roman']],
    ['no deed', []],
  ])('with %s ends with a sentence and code 2', (_what, args) => {
    const { status, stderr } = voice(args);
    expect(status).toBe(2);
    expect(stderr).not.toContain('    at ');
  });
  test('a file that is no set-up is told what it lacks', () => {
    const { status, stderr } = voice(['pieces', '--centre', centreFile({ series: 3 })]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/series[\s\S]*counters/);
  });
});

describe('check', () => {
  const pack = () => {
    const here = folder();
    const list = voice(['pieces', '--centre', centreFile(), '--csv']).stdout.trim().split('\n').slice(1);
    tonePack(
      here,
      list.map((line) => line.split('"')[1] ?? ''),
    );
    return here;
  };
  test('finds nothing in a whole pack', () => {
    const { status, stdout } = voice(['check', pack(), '--centre', centreFile()]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^Tones: (\d+) of \1 /) });
  });
  test('names each fault and ends with code 1', () => {
    const here = pack();
    writeFileSync(join(here, 'hai.wav'), 'no sound');
    writeFileSync(join(here, 'ba.wav'), toneWav({ hertz: 400, ms: 300, peak: 0.001 }));
    const { status, stdout } = voice(['check', here, '--centre', centreFile()]);
    expect(status).toBe(1);
    expect(stdout).toContain('hai ("hai") cannot be read');
    expect(stdout).toContain('ba ("ba") is near silence');
    expect(stdout).not.toContain('khong (');
  });
  test('a folder that is no pack has code 1', () => {
    const { status, stderr } = voice(['check', folder(), '--centre', centreFile()]);
    expect(status).toBe(1);
    expect(stderr).toContain('manifest.json');
  });
});

describe('say', () => {
  test('writes what recorded pieces say', () => {
    const here = folder();
    tonePack(here, ['xin-moi-so-thu-tu', 'chu-a', 'khong', 'mot', 'hai', 'den-quay-so', 'nam']);
    const out = join(here, 'out.wav');
    const args = ['say', 'A012', '--counter', '5', '--engine', 'clips', '--pack', here, '--out', out];
    const { status, stdout } = voice(args);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'Xin mời số thứ tự A không một hai, đến quầy số năm.\n',
    });
    expect(wavFacts(readFileSync(out)).durationMs).toBeGreaterThan(7 * 250);
  });
  test('names what has not been recorded, with code 1', () => {
    const here = folder();
    tonePack(here, ['chu-a']);
    const { status, stderr } = voice(['say', 'A012', '--counter', '5', '--engine', 'clips', '--pack', here]);
    expect(status).toBe(1);
    expect(stderr).toContain('clips-missing');
    expect(stderr).toContain('khong');
  });
  test.skipIf(!hasEspeak || !hasAplay)('plays (skipped without espeak-ng and aplay)', () => {
    const here = folder();
    const config = join(here, 'asound.conf');
    writeFileSync(
      config,
      `pcm.null { type null }\npcm.!default { type file file "${here}/caught.wav" format wav slave.pcm null }`,
    );
    const { status, stdout } = voice(['say', 'B105', '--counter', '12', '--numbers', 'value', '--recall'], {
      ALSA_CONFIG_PATH: config,
    });
    expect(status).toBe(0);
    expect(stdout).toContain('Xin nhắc lại, mời số thứ tự bê một trăm linh năm, đến quầy số mười hai.');
    expect(wavFacts(readFileSync(join(here, 'caught.wav'))).durationMs).toBeGreaterThan(2_000);
  });
  test.skipIf(!hasEspeak || !hasAplay)(
    'says that there is no card (skipped without espeak-ng and aplay)',
    () => {
      const { status, stderr } = voice(['say', 'B105', '--counter', '12', '--device', 'alsa:nowhere']);
      expect({ status, stderr }).toEqual({ status: 1, stderr: 'Not played: no-sound-card.\n' });
    },
  );
  test('a device of no name has code 2', () => {
    expect(voice(['say', 'B105', '--counter', '12', '--device', 'tcp://192.0.2.7']).status).toBe(2);
  });
});
