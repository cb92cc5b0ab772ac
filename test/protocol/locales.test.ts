// The texts: every page in both languages with the same keys, words in each, the same places to fill in, and a sentence
// for every code that the contract can answer and every state that a device can report.
import { describe, expect, it } from 'vitest';
import { deviceGradeSchema, deviceReasonSchema } from '../../protocol/device-status.ts';
import { endpoints } from '../../protocol/http-contract.ts';
import { gradeEn, reasonEn } from '../../protocol/locales/en/office.ts';
import { problemEn } from '../../protocol/locales/en/problem.ts';
import { gradeVi, reasonVi } from '../../protocol/locales/vi/office.ts';
import { problemVi } from '../../protocol/locales/vi/problem.ts';
import { problemStatus, refusalStatus } from '../../protocol/refusals.ts';

type Page = Readonly<Record<string, string>>;
type PageFile = Readonly<Record<string, Page>>;

const files = import.meta.glob<PageFile>('../../protocol/locales/{vi,en}/*.ts', { eager: true });

/** Every page of a language by its file and name, `office grade`. */
function pagesOf(language: 'vi' | 'en'): ReadonlyMap<string, Page> {
  const ending = language === 'vi' ? /Vi$/ : /En$/;
  const found = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
  return new Map(
    found.flatMap(([path, file]) =>
      Object.entries(file).map(([name, page]) => {
        expect(name, path).toMatch(ending);
        return [`${path.split('/').at(-1)?.replace('.ts', '')} ${name.replace(ending, '')}`, page] as const;
      }),
    ),
  );
}

const [vietnamese, english] = [pagesOf('vi'), pagesOf('en')];
const pages = [...vietnamese].map(([name, page]) => [name, page, english.get(name) ?? {}] as const);
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the pages', () => {
  it('are there, the same in both languages', () => {
    expect(vietnamese.size).toBeGreaterThanOrEqual(13);
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });
  it.each(pages)('%s has the same keys in both', (_name, vi, en) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    expect(Object.keys(vi)).not.toHaveLength(0);
  });
  it.each(pages)('%s has words in every text', (_name, vi, en) => {
    for (const [key, text] of [...Object.entries(vi), ...Object.entries(en)]) {
      expect(text, key).toMatch(/\p{L}/u);
      expect(text, key).toBe(text.trim());
      expect(text, 'one way of writing a letter').toBe(text.normalize('NFC'));
    }
  });
  it.each(pages)('%s has the same places to fill in', (_name, vi, en) => {
    for (const [key, text] of Object.entries(vi)) expect(places(en[key] ?? ''), key).toEqual(places(text));
  });
  it.each(pages)('%s has braces only around a name', (_name, vi, en) => {
    for (const text of [...Object.values(vi), ...Object.values(en)])
      expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });
});

describe('every code has its sentence', () => {
  const codes = [...Object.keys(refusalStatus), ...Object.keys(problemStatus)].sort();
  it.each([
    ['vi', problemVi],
    ['en', problemEn],
  ])('in %s, and no sentence is without a code', (_language, page) => {
    expect(Object.keys(page).sort()).toEqual(codes);
    for (const [code, sentence] of Object.entries(page)) expect(sentence, code).toMatch(/\.$/);
  });
  it('is of the floor or of the door, not of both', () => {
    expect(new Set(codes).size).toBe(codes.length);
  });
  it('that the contract names at an endpoint', () => {
    const named = Object.values(endpoints).flatMap(({ problems }) => [...problems]);
    expect(codes).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

describe('every state of a device', () => {
  it.each([
    ['vi', reasonVi, gradeVi],
    ['en', reasonEn, gradeEn],
  ])('has its words in %s, and there are no words for another', (_language, reasons, grades) => {
    expect(Object.keys(reasons).sort()).toEqual([...deviceReasonSchema.options].sort());
    expect(Object.keys(grades).sort()).toEqual([...deviceGradeSchema.options].sort());
    for (const [reason, sentence] of Object.entries(reasons)) expect(sentence, reason).toMatch(/[.?]$/);
  });
  it.each([
    ...(['silent', 'unreachable', 'connection-lost', 'paper-near-end', 'paper-out'] as const),
    ...(['offline', 'cover-open', 'cutter-error', 'device-error', 'wrong-answer'] as const),
  ])('that somebody can mend says what to do: %s', (reason) => {
    for (const sentence of [reasonVi[reason], reasonEn[reason]])
      expect(sentence.match(/[.?](\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
  });
});
