// Boards in the hall, in Chinese.
import type { displayVi } from '../vi/display.ts';

export const displayZh: Record<keyof typeof displayVi, string> = {
  counter: '窗口',
  toCounter: '请到窗口',
  recall: '再次呼叫',
  priority: '优先',
  recent: '最近呼叫',
  nowServing: '正在办理',
  closed: '关闭',
  paused: '暂停',
  backAt: '{time} 恢复',
  aboutMinutes: '≈ {from}–{to} 分钟',
  free: '空闲',
  missed: '过号',
  waiting: '等候',
  welcome: '欢迎光临',
  ticket: '号码',
  serving: '正在办理',
  wholeHall: '全中心',
  floor: '{floor} 楼',
  nobodyWaiting: '无人等候',
  soundBlocked: '声音被阻止 – 请触摸此处开启',
  soundBlockedHelp:
    'Start the browser with --autoplay-policy=no-user-gesture-required and no touch is needed.',
};
