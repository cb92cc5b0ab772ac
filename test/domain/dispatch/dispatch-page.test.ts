// docs/dispatch.md says what the code says: every setting with its default, every policy with its name, bound and own
// warnings, and an example of every reason.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultDispatch, policyNames, policyWarnings } from '../../../protocol/dispatch-setup.ts';
import { boundEn, policyEn, policyWarningEn, reasonEn } from '../../../protocol/locales/en/reason.ts';
import { textPage } from '../../../protocol/locales/text-page.ts';
import { boundVi } from '../../../protocol/locales/vi/reason.ts';
import { policyMakers } from '../../../server/domain/dispatch/policies.ts';

const file = readFileSync(new URL('../../../docs/dispatch.md', import.meta.url), 'utf8');
/** Without line breaks: a sentence may go over several lines. */
const page = file.replace(/\s+/g, ' ');
const bound = textPage(boundVi, boundEn);

function settingsOf(group: object, path = ''): [string, string][] {
  return Object.entries(group).flatMap(([name, value]): [string, string][] => {
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isGroup) return settingsOf(value, `${path}${name}.`);
    if (Array.isArray(value)) return [[path + name, 'none']];
    return [[path + name, typeof value === 'string' ? `\`${value}\`` : String(value)]];
  });
}

/** The part of the page between a policy's heading and the next heading. */
function sectionOf(policy: string, name: string): string {
  const [, section = ''] = file.split(`### \`${policy}\` · ${name}\n`);
  return (section.split('\n#')[0] ?? '').replace(/\s+/g, ' ');
}

describe('the page of the dispatch policies', () => {
  it.each(settingsOf(defaultDispatch))('%s is %s unless set', (name, usual) => {
    expect(file).toContain(`\n| \`${name}\` | ${usual} | `);
  });
  it.each(policyNames)('%s has its name, its bound and, where it has none, its warning', (policy) => {
    const section = sectionOf(policy, policyEn[policy]);
    const { code, params } = policyMakers[policy](defaultDispatch).bound;
    expect(section).toContain(`**Bound:** ${bound('en', code, params)}`);
    const said = section.split('**Warning:**')[1] ?? '';
    if (policyWarnings[policy].length === 0) expect(said.trim()).toBe('none.');
    else expect(said).not.toContain('none.');
    if (policyWarnings[policy].includes('unbounded')) expect(said).toContain(policyWarningEn.unbounded);
  });
  it.each(Object.entries(reasonEn))('%s has an example', (_code, sentence) => {
    const words = sentence.split(/\{\w+\}/).map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    expect(page).toMatch(new RegExp(`\\*${words.join('\\w+')}\\*`));
  });
});
