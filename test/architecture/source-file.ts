// A source file as the architecture tests see it: parsed by the same parser that builds the pages, so that a word in a
// comment, a string or a page's text is never taken for code.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export type Node = { readonly type: string; readonly [key: string]: unknown };
/** `specifier` is null where the program makes it up while running. */
export type Import = { readonly specifier: string | null; readonly typeOnly: boolean; readonly line: number };
export type SourceFile = {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly program: Node;
  readonly imports: readonly Import[];
};

export const root = path.resolve(import.meta.dirname, '../..');
const folders = ['protocol', 'hardware', 'server', 'kiosk-ui', 'display-ui', 'counter-ui', 'test'];

/** Every TypeScript file of the repository, those of the configuration included. */
export function sourceFiles(): SourceFile[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  );
  return [...paths, ...readdirSync(root)]
    .filter((each) => /\.tsx?$/.test(each) && !each.startsWith('test/fixtures/'))
    .sort()
    .map((each) => parsed(each, readFileSync(path.join(root, each), 'utf8')));
}

export function parsed(filePath: string, text: string): SourceFile {
  const { program, errors } = parseSync(path.basename(filePath), text);
  if (errors.length > 0) throw new Error(`${filePath} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const tree = program as unknown as Node;
  const imports: Import[] = [];
  walk(tree, (node) => {
    const found = importOf(node);
    if (found !== null) imports.push({ ...found, line: lineOf(text, node) });
  });
  return { path: filePath, text, program: tree, imports };
}

function importOf(node: Node): Omit<Import, 'line'> | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: literal(node.source), typeOnly: node.importKind === 'type' || onlyTypes(node) };
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      if (node.source === null || node.source === undefined) return null;
      return { specifier: literal(node.source), typeOnly: node.exportKind === 'type' || onlyTypes(node) };
    case 'ImportExpression':
      return { specifier: literal(node.source), typeOnly: false };
    case 'TSImportType':
      return { specifier: literal(node.source), typeOnly: true };
    case 'CallExpression':
      return isRequire(node)
        ? { specifier: literal((node.arguments as unknown[])[0]), typeOnly: false }
        : null;
    default:
      return null;
  }
}

/** `import { type A, type B } from …` */
function onlyTypes(node: Node): boolean {
  const specifiers = (node.specifiers ?? []) as Node[];
  return (
    specifiers.length > 0 &&
    specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type')
  );
}

/** `require('x')` and Vite's `import.meta.glob('x')`. */
function isRequire(node: Node): boolean {
  const callee = node.callee as Node;
  if (callee.type === 'Identifier') return callee.name === 'require';
  if (callee.type !== 'MemberExpression') return false;
  const { object, property } = callee as unknown as { object: Node; property: Node };
  return object.type === 'MetaProperty' && (property.name === 'glob' || property.name === 'resolve');
}

function literal(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const parts = node.type === 'TemplateLiteral' ? (node.quasis as { value: { cooked: string } }[]) : [];
  return parts.length === 1 ? (parts[0]?.value.cooked ?? null) : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Visits every node with the nodes around it, the nearest last. */
export function walk(
  node: Node,
  visit: (node: Node, around: readonly Node[]) => void,
  around: readonly Node[] = [],
): void {
  visit(node, around);
  const inside = [...around, node];
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) walk(each, visit, inside);
  }
}

export function lineOf(text: string, node: Node): number {
  return text.slice(0, node.start as number).split('\n').length;
}
