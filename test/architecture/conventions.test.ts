// Conventions of the house, held for every TypeScript file: names, opening comment, length, no default export, no any,
// and no clock, chance, timer or I/O in the pure rooms. Planted violations show that the check would see one.
import { describe, expect, it } from 'vitest';
import { conventionFaults } from './convention-faults.ts';
import { linesAtMost } from './room-rules.ts';
import { parsed, sourceFiles } from './source-file.ts';

const files = sourceFiles();
const opening = '// Decides what this file is about.\n';
const faultsIn = (filePath: string, text: string) => conventionFaults(parsed(filePath, text)).length;

describe('the source', () => {
  it('keeps the conventions', () => {
    expect(files.flatMap(conventionFaults)).toEqual([]);
  });
});

describe('a planted violation is seen', () => {
  it.each([
    'export default 1;',
    'const one = 1;\nexport { one as default };',
    "export { default } from './other.ts';",
    'const one: any = 1;',
    'const one = 1 as any;',
    'const many: Map<string, any[]> = new Map();',
    'function f(x: any) { return x; }',
  ])('%s', (text) => {
    expect(faultsIn('server/web/web.ts', opening + text)).toBe(1);
  });
  it.each([
    'const now = Date.now();',
    "const now = Date['now']();",
    'const now = new Date();',
    'const now = new Date;',
    'const now = Date();',
    'const { now } = Date;',
    'const clock = Date;',
    'const chance = Math.random();',
    "const chance = Math['random']();",
    'const { random } = Math;',
    'setTimeout(() => {}, 1);',
    'const later = setTimeout;',
    'const run = { setInterval };',
    'const later = globalThis.setTimeout;',
    'const home = process.env.HOME;',
    'const id = crypto.randomUUID();',
    'const page = await fetch("/");',
    'console.log(1);',
    "import { createHash } from 'node:crypto';",
  ])('in a pure room: %s', (text) => {
    for (const room of ['server/domain/queue.ts', 'server/application/views/hall-view.ts'])
      expect(faultsIn(room, opening + text)).toBe(1);
    expect(faultsIn('hardware/led/modbus.ts', opening + text)).toBe(1);
    expect(faultsIn('server/web/web.ts', opening + text)).toBe(0);
  });
  it.each([
    ['server/web/webRoutes.ts', 1],
    ['server/web/WebRoutes.ts', 1],
    ['server/web/web_routes.ts', 1],
    ['server/Web/routes.ts', 1],
    ['server/web/utils.ts', 1],
    ['server/helpers/routes.ts', 1],
    ['server/web/common.ts', 1],
    ['server/web/queue-manager.ts', 1],
    ['server/web/routes.test.ts', 0],
    ['server/web/managers-report.ts', 1],
    ['server/web/commonwealth.ts', 0],
  ])('in the name %s: %i', (filePath, faults) => {
    expect(faultsIn(filePath, opening)).toBe(faults);
  });
  it.each([
    'const one = 1;',
    '\n// Too late: the file has begun.',
    '//\nconst one = 1;',
    '// biome-ignore-all lint: later\n',
    '/// <reference types="node" />\n',
  ])('in the opening: %j', (text) => {
    expect(faultsIn('server/web/web.ts', text)).toBe(1);
  });
  it('in the length', () => {
    const lines = (count: number) =>
      `${opening}${'const one = 1;\n'.repeat(count - 1)}`.replaceAll('one', 'one');
    expect(faultsIn('server/web/web.ts', lines(linesAtMost))).toBe(0);
    expect(faultsIn('server/web/web.ts', lines(linesAtMost + 1))).toBe(1);
  });
});

describe('what is no violation is let through', () => {
  it.each([
    'const day = new Date(0).getUTCDay();',
    "const moment = Date.parse('2026-11-23');",
    'type When = { at: Date };',
    'const least = Math.min(1, 2);',
    "const text = 'Date.now() and setTimeout as any';",
    '// Date.now(), Math.random(), node:fs',
    'const plan = { process: 1, fetch: 2 }.process;',
    'type Plan = { process: number };',
    '/** Says any and default. */\nexport const any = 1;',
  ])('in a pure room: %s', (text) => {
    expect(conventionFaults(parsed('server/domain/queue.ts', opening + text))).toEqual([]);
  });
  it('a default export of a configuration, and a program that names its interpreter first', () => {
    expect(faultsIn('vite.config.ts', `${opening}export default {};`)).toBe(0);
    expect(faultsIn('server/web/web.ts', `#!/usr/bin/env node\n${opening}`)).toBe(0);
  });
});
