// What the server says is wrong with an edit of the set-up, by the field of the form to which it belongs. Shared by the
// forms of devices and of speech; how it is shown is theirs.
import type { Problem } from '../../protocol/refusals.ts';
import { language } from '../language.tsx';
import { devicesText as text } from './device-kinds.ts';

/** By field; what belongs to none of them under the empty name. */
export type Wrong = Readonly<Record<string, string>>;

/** `path`: where in the set-up the form's thing stands, such as `devices.boards.3`. */
export function faultsOf(
  { title, code, errors = [] }: Problem,
  path: string,
  fields: readonly string[],
): Wrong {
  if (code === 'setup-changed-meanwhile') return { '': text(language, 'changedMeanwhile') };
  const found: Record<string, string> = {};
  for (const fault of errors) {
    const inside = fault.path.startsWith(`${path}.`) ? fault.path.slice(path.length + 1) : '';
    const field = fields.find((key) => inside === key || inside.startsWith(`${key}.`)) ?? '';
    const where =
      field === '' ? `${fault.path}: ` : inside === field ? '' : `${inside.slice(field.length + 1)}: `;
    found[field] = [found[field], where + fault.message].filter(Boolean).join('; ');
  }
  return Object.keys(found).length === 0 ? { '': title } : found;
}
