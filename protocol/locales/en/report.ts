// The words of the official tables.
import type { reportVi } from '../vi/report.ts';

export const reportEn: Record<keyof typeof reportVi, string> = {
  ratingsTitle: 'Summary of satisfaction ratings',
  number: 'No.',
  unit: 'Unit',
  total: 'Total',
  percent: 'Share %',
  fromHelp: 'First day of the period, YYYY-MM-DD',
  toHelp: 'Last day of the period, YYYY-MM-DD',
  period: 'From {from} to {to}',
  answeredOf: 'ratings of',
  servedShare: 'services finished',
  roundingNote: 'Because of rounding the shares do not add up to 100.',
  otherForms: 'ratings on another form are not in this table.',
  checkRows: 'Sum of rows',
  checkColumns: 'Sum of columns',
  checkRaw: 'Count of the ratings themselves',
  checked: 'Checked: {passed} sums agree.',
  checkFailed: 'Sums that do not agree: {failures}',
  preparedBy: 'Prepared by',
  headOfCentre: 'Head of the centre',
  signHint: '(Signature, full name)',
};
