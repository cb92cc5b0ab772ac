// `npm run dev`: the server from its sources, restarted on change, with the pages built and rebuilt beside it.
import { spawn } from 'node:child_process';
import { build, install, root } from './prepare.mjs';

install();
build();
const children = [
  spawn(
    process.execPath,
    [
      'node_modules/tsx/dist/cli.mjs',
      'watch',
      'server/main.ts',
      '--demo',
      '--sample',
      'soc-trang',
      '--data',
      './data/demo',
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: 'inherit',
    },
  ),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--watch', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  }),
];
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
