// The set-up document on disk: read, upgraded after a backup, checked, and edited with the version before it kept. A
// broken document ends start-up with one sentence that names the field and the file, and nothing is written.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LowSync } from 'lowdb';
import { setupFaults, setupWarnings } from '../../protocol/setup-consistency.ts';
import { type Setup, setupSchema, setupVersion } from '../../protocol/setup-schema.ts';
import { packageRoot } from '../package-root.ts';
import { type JsonFile, jsonFile, replaceSynced } from './json-file.ts';
import { keepFormer } from './setup-history.ts';
import { upgraded } from './upgrades.ts';

export class SetupError extends Error {
  override readonly name = 'SetupError';
}

export type SetupEdit =
  | { readonly ok: true; readonly setup: Setup }
  | {
      readonly ok: false;
      readonly code: 'invalid-setup' | 'setup-changed-meanwhile';
      readonly errors: { path: string; message: string }[];
    };

export type SetupStore = {
  current(): Setup;
  readonly warnings: readonly string[];
  /** Checks an edited document without keeping it. */
  check(next: unknown): SetupEdit;
  /** Keeps an edited document; its revision must be the one in force, and is raised by one. */
  replace(next: unknown): SetupEdit;
};

/** Opens the document; throws `SetupError`. */
export function openSetupStore(file: string): SetupStore {
  const adapter = jsonFile(file);
  const low = readDocument(adapter, file);
  const read = versioned(low.data, file);
  let setup = accepted(read.document, file);
  if (read.upgradedFrom !== null) {
    replaceSynced(`${file}.v${read.upgradedFrom}.bak`, `${JSON.stringify(low.data, null, 2)}\n`);
    low.data = setup;
    low.write();
  }
  const check = (next: unknown): SetupEdit => {
    const result = checked(next);
    if (!result.ok) return result;
    if (result.setup.revision !== setup.revision)
      return meanwhile(`is ${result.setup.revision}, but ${setup.revision} is in force`);
    if (adapter.changedOutside())
      return meanwhile(`of ${file} was changed by another program or by hand; start again to take it up`);
    return result;
  };
  return {
    current: () => setup,
    warnings: [
      ...adapter.warnings,
      ...setupWarnings(setup).map(({ path, message }) => `${file}: ${path}: ${message}`),
    ],
    check,
    replace(next) {
      const result = check(next);
      if (!result.ok) return result;
      keepFormer(file, setup);
      const raised = { ...result.setup, revision: setup.revision + 1 };
      low.data = raised;
      low.write();
      setup = raised;
      return { ok: true, setup };
    },
  };
}

/** Copies a sample to `file` unless a document or its `.bak` is there already; throws `SetupError` for an unknown sample. */
export function createFromSample(file: string, name: string): void {
  const folder = join(packageRoot(), 'server', 'setup', 'samples');
  const known = readdirSync(folder).map((each) => basename(each, '.json'));
  if (!known.includes(name))
    throw new SetupError(`There is no sample "${name}"; there are ${known.join(' and ')}.`);
  if (existsSync(file) || existsSync(`${file}.bak`)) return;
  mkdirSync(dirname(file), { recursive: true });
  replaceSynced(file, readFileSync(join(folder, `${name}.json`), 'utf8'));
}

function readDocument(adapter: JsonFile, file: string): LowSync<unknown> {
  const low = new LowSync<unknown>(adapter, null);
  try {
    low.read();
  } catch (error) {
    if (error instanceof SyntaxError) throw new SetupError(`${file}: is not JSON: ${error.message}.`);
    throw error;
  }
  if (low.data !== null) return low;
  throw new SetupError(
    existsSync(file) ? `${file}: holds no set-up document.` : `${file}: there is no set-up document.`,
  );
}

function meanwhile(message: string): SetupEdit {
  return { ok: false, code: 'setup-changed-meanwhile', errors: [{ path: 'revision', message }] };
}

function versioned(data: unknown, file: string): { document: unknown; upgradedFrom: number | null } {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new SetupError(`${file}: is not an object.`);
  const version: unknown = 'version' in data ? data.version : 0;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    throw new SetupError(`${file}: version: must be a whole number.`);
  if (version > setupVersion)
    throw new SetupError(
      `${file}: version: ${version} is newer than this program, which knows ${setupVersion}.`,
    );
  const document = upgraded(data as Record<string, unknown>);
  return { document, upgradedFrom: version < setupVersion ? version : null };
}

function accepted(document: unknown, file: string): Setup {
  const result = checked(document);
  if (result.ok) return result.setup;
  const [first] = result.errors;
  throw new SetupError(`${file}: ${first?.path}: ${first?.message}.`);
}

function checked(document: unknown): SetupEdit {
  const parsed = setupSchema.safeParse(document);
  if (!parsed.success) {
    const errors = parsed.error.issues
      .slice(0, 50)
      .map((issue) => ({ path: issue.path.join('.') || 'document', message: issue.message }));
    return { ok: false, code: 'invalid-setup', errors };
  }
  const faults = setupFaults(parsed.data).slice(0, 50);
  return faults.length === 0
    ? { ok: true, setup: parsed.data }
    : { ok: false, code: 'invalid-setup', errors: faults };
}
