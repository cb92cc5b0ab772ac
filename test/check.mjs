// `npm run check`: types, lint and all tests.
import { install, runPackage } from '../server/prepare.mjs';

install();
runPackage('typescript/bin/tsc', ['-p', 'tsconfig.json'], 'Type check');
runPackage('@biomejs/biome/bin/biome', ['check', '.'], 'Lint');
await import('./run.mjs');
