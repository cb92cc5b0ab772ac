// Takes what comes in on its standard input into a folder, until somebody ends it.
import { openKeptFiles } from '../../server/notices/kept-files.ts';

const files = openKeptFiles(process.argv[2] ?? '');
await files.take(process.stdin, { maxBytes: 10_000_000 });
