// The words on the paper ticket in Khmer.
import type { printVi } from '../vi/print.ts';

export const printKm: Readonly<Record<keyof typeof printVi, string>> = {
  heading: 'លេខរង់ចាំ',
  counter: 'បញ្ជរលេខ {numbers}',
  counters: 'បញ្ជរលេខ {numbers}',
  floor: 'ជាន់ {floor}',
  ahead: 'នៅមុខលោកអ្នកមាន {ahead} នាក់',
  nobodyAhead: 'គ្មានអ្នករង់ចាំនៅមុខលោកអ្នកទេ',
  estimate: 'រយៈពេលរង់ចាំប្រហែល {low}–{high} នាទី',
  issued: 'បោះពុម្ពនៅម៉ោង {time} ថ្ងៃទី {date}',
  validToday: 'មានសុពលភាពតែថ្ងៃនេះប៉ុណ្ណោះ',
  thanks: 'សូមអរគុណលោកអ្នកដែលបានរង់ចាំ',
  copy: 'បោះពុម្ពលើកទី {copy}',
};
