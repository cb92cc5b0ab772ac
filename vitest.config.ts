// Three groups of tests: quick ones and the browser's, each side by side on two cores, and those that start the real server
// as a process and measure nothing else meanwhile.
import { defineConfig } from 'vitest/config';

const shared = {
  environment: 'node',
  testTimeout: 20_000,
  hookTimeout: 60_000,
  // A slow machine is no failure: what is waited for comes, or the test's own time ends.
  expect: { poll: { timeout: 10_000, interval: 20 } },
} as const;

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
        },
      },
      {
        test: {
          ...shared,
          name: 'fault',
          include: ['test/fault/**/*.test.ts'],
          testTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 90_000,
        },
      },
    ],
  },
});
