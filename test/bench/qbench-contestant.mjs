// What the judge loads as a contestant: the project's own dispatch policy and wait estimator, bundled on the fly from its
// TypeScript, so that the judge's worker processes need no loader.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('./qbench-adapter.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const adapter = await import(`data:text/javascript;base64,${code}`);

export const create = adapter.create;
