// Boards in the hall, in Khmer.
import type { displayVi } from '../vi/display.ts';

export const displayKm: Record<keyof typeof displayVi, string> = {
  counter: 'បញ្ជរ',
  toCounter: 'សូមអញ្ជើញទៅបញ្ជរ',
  recall: 'ហៅម្តងទៀត',
  priority: 'អាទិភាព',
  recent: 'ទើបហៅ',
  nowServing: 'កំពុងបម្រើ',
  closed: 'បិទ',
  paused: 'ផ្អាក',
  backAt: 'ត្រឡប់មកវិញម៉ោង {time}',
  aboutMinutes: '≈ {from}–{to} នាទី',
  free: 'រួចរាល់',
  missed: 'លេខអវត្តមាន',
  waiting: 'កំពុងរង់ចាំ',
  welcome: 'សូមស្វាគមន៍',
  ticket: 'លេខ',
  serving: 'កំពុងបម្រើ',
  wholeHall: 'ទូទាំងមជ្ឈមណ្ឌល',
  floor: 'ជាន់ទី {floor}',
  nobodyWaiting: 'គ្មានអ្នករង់ចាំ',
  soundBlocked: 'សំឡេងត្រូវបានបិទ – ប៉ះទីនេះដើម្បីបើក',
  soundBlockedHelp:
    'Start the browser with --autoplay-policy=no-user-gesture-required and no touch is needed.',
};
