// The words on the paper ticket in Chinese.
import type { printVi } from '../vi/print.ts';

export const printZh: Readonly<Record<keyof typeof printVi, string>> = {
  heading: '排队号码',
  counter: '{numbers} 号窗口',
  counters: '{numbers} 号窗口',
  floor: '{floor} 层',
  ahead: '您前面还有 {ahead} 人',
  nobodyAhead: '您前面没有人等候',
  estimate: '预计等候 {low}–{high} 分钟',
  issued: '打印时间 {date} {time}',
  validToday: '号码仅限当日有效',
  thanks: '感谢您的耐心等候',
  copy: '第 {copy} 次打印',
};
