// Three groups of tests, one after another: quick ones and the browser's, each side by side on two cores, and those to which
// a busy machine would tell something else: they kill servers, count seconds, or type as fast as a scanner.
import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  testTimeout: 20_000,
  hookTimeout: 60_000,
  // A slow machine is no failure: what is waited for comes, or the test's own time ends.
  expect: { poll: { timeout: 10_000, interval: 20 } },
} as const;

/** Browser tests that must have the machine for themselves. */
const alone = ['test/e2e/healing.test.ts', 'test/e2e/scanning.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'rooms',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/fault/**', 'test/e2e/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'fault',
          include: ['test/fault/**/*.test.ts', ...alone],
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: alone,
          sequence: { groupOrder: 1 },
          testTimeout: 90_000,
        },
      },
    ],
  },
});
