// The words of the page of policies, and its figures as they are read: minutes, shares, a policy's promise and warnings.
import { type PolicyName, policyWarnings } from '../../protocol/dispatch-setup.ts';
import { policiesEn, policyForEn, visitKindEn } from '../../protocol/locales/en/policies.ts';
import { boundEn, policyEn, policyWarningEn } from '../../protocol/locales/en/reason.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { policiesVi, policyForVi, visitKindVi } from '../../protocol/locales/vi/policies.ts';
import { boundVi, policyVi, policyWarningVi } from '../../protocol/locales/vi/reason.ts';
import type { VisitKind, WaitBoundView } from '../../protocol/views/policy-trial.ts';
import { language } from '../language.tsx';

const page = textPage(policiesVi, policiesEn);
const names = textPage(policyVi, policyEn);
const uses = textPage(policyForVi, policyForEn);
const bounds = textPage(boundVi, boundEn);
const warnings = textPage(policyWarningVi, policyWarningEn);
const kinds = textPage(visitKindVi, visitKindEn);

export function tell(
  word: keyof typeof policiesVi,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return page(language, word, params);
}
export const nameOf = (policy: PolicyName): string => names(language, policy);
export const useOf = (policy: PolicyName): string => uses(language, policy);
export const kindText = (kind: VisitKind): string => kinds(language, kind);
export const boundText = ({ code, params }: WaitBoundView): string => bounds(language, code, params);

/** What one must know before switching it on; empty where there is nothing. */
export function warningsOf(policy: PolicyName): string[] {
  return policyWarnings[policy].map((warning) => warnings(language, warning));
}

/** Minutes with one decimal, as this language writes it. */
export function minutesFigure(ms: number): string {
  return figure(ms / 60_000, 1);
}

export function shareFigure(share: number): string {
  return tell('percent', { share: figure(share * 100, 0) });
}

function figure(value: number, decimals: number): string {
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', places).format(value);
}

/** "20/11/2026" */
export function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}
