// `npm run verify -- [--data DIR]`: reads a journal through and names the first bad row.
import { prepare } from './prepare.mjs';

await prepare();
const { verifyCommand } = await import('../dist/server/journal/verify-command.js');
const { exitCode, sentence } = verifyCommand(process.argv.slice(2));
console[exitCode === 0 ? 'log' : 'error'](sentence);
process.exitCode = exitCode;
