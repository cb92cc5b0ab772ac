// Holds one file against the conventions of the house: its name, its first lines, its length, and words that do not
// belong where it stands.
import { linesAtMost, pureRooms } from './room-rules.ts';
import { lineOf, type Node, type SourceFile, walk } from './source-file.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const saysNothing = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'managers']);

/** What is wrong with this file, one sentence each. */
export function conventionFaults(file: SourceFile): string[] {
  const faults = [...nameFaults(file.path), ...openingFaults(file.text), ...lengthFaults(file)];
  // A configuration is asked for its default; a declaration says what a foreign package has.
  const mayExportDefault = /\.(?:config|d)\.ts$/.test(file.path);
  const isPure = pureRooms.some((room) => file.path === room || file.path.startsWith(`${room}/`));
  walk(file.program, (node, around) => {
    const fault =
      (mayExportDefault ? null : defaultExport(node)) ??
      anyType(node) ??
      (isPure ? impurity(node, around) : null);
    if (fault !== null) faults.push(`line ${lineOf(file.text, node)} ${fault}`);
  });
  if (isPure) {
    for (const { specifier, line } of file.imports)
      if (specifier?.startsWith('node:') === true)
        faults.push(`line ${line} imports ${specifier} in a pure room`);
  }
  return faults.map((fault) => `${file.path}: ${fault}`);
}

function nameFaults(filePath: string): string[] {
  const words = filePath.replace(/\.tsx?$/, '').split(/[/.]/);
  return words.flatMap((word) => [
    ...(kebab.test(word) ? [] : [`"${word}" is not kebab-case`]),
    ...word.split('-').flatMap((each) => (saysNothing.has(each) ? [`"${each}" says nothing`] : [])),
  ]);
}

function openingFaults(text: string): string[] {
  const first = text.replace(/^#!.*\n/, '');
  const opening = /^(?:\/\/(?!\/)[^\n]*|\/\*[\s\S]*?\*\/)/.exec(first)?.[0] ?? '';
  const said = opening.replace(/[/*\s]/g, '');
  return said.length >= 10 && !/^(?:biome-ignore|@ts-|eslint)/.test(said)
    ? []
    : ['does not open with a comment that says what it is for'];
}

function lengthFaults({ path: filePath, text }: SourceFile): string[] {
  if (filePath.startsWith('test/')) return [];
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > linesAtMost ? [`has ${lines} lines, more than ${linesAtMost}`] : [];
}

function defaultExport(node: Node): string | null {
  if (node.type === 'ExportDefaultDeclaration' || node.type === 'TSExportAssignment')
    return 'has a default export';
  const exported = node.type === 'ExportSpecifier' ? (node.exported as Node) : undefined;
  return exported?.name === 'default' || exported?.value === 'default' ? 'has a default export' : null;
}

function anyType(node: Node): string | null {
  return node.type === 'TSAnyKeyword' ? 'uses the type any' : null;
}

const forbidden = new Set([
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['performance', 'process', 'fetch', 'crypto', 'globalThis', 'console', 'require', 'localStorage'],
]);

/** Clock, randomness, timers and I/O under their usual names, also where they are only handed on. */
function impurity(node: Node, around: readonly Node[]): string | null {
  if (node.type !== 'Identifier') return null;
  const parent = around.at(-1);
  if (parent === undefined || isMereName(node, parent)) return null;
  const name = node.name as string;
  if (forbidden.has(name)) return `uses ${name} in a pure room`;
  const isObject = parent.type === 'MemberExpression' && parent.object === node && parent.computed === false;
  const member = isObject ? ((parent.property as Node).name as string) : null;
  if (name === 'Math')
    return member !== null && member !== 'random' ? null : 'uses Math.random in a pure room';
  if (name !== 'Date' || member === 'parse' || member === 'UTC') return null;
  const madeOf = parent.type === 'NewExpression' ? (parent.arguments as unknown[]).length : 0;
  return madeOf > 0 && parent.callee === node ? null : 'asks what time it is in a pure room';
}

/** The name of a property, a key or a type: nothing is read there. */
function isMereName(node: Node, parent: Node): boolean {
  if (parent.type.startsWith('TS') && parent.expression !== node) return true;
  if (parent.type === 'MemberExpression') return parent.property === node && parent.computed === false;
  const isKey = parent.type === 'Property' || parent.type === 'PropertyDefinition';
  return isKey && parent.key === node && parent.computed === false;
}
