// Advice on staffing: what lies before a group of services and what would help.
import type { adviceVi } from '../vi/advice.ts';

export const adviceEn: Record<keyof typeof adviceVi, string> = {
  lend: '{group}: {waiting} waiting, {counters} counters, {expected} more expected; waits will reach {topMinutes} min by {topTime}. Let counter {counter} take {services} too until {untilTime}: then {withMinutes} min at most, {lenderMinutes} where it is lent from',
  open: '{group}: {waiting} waiting, {counters} counters, {expected} more expected; waits will reach {topMinutes} min by {topTime}. Counter {counter} opened by {byTime} keeps them under {targetMinutes}',
  'open-eases':
    '{group}: {waiting} waiting, {counters} counters, {expected} more expected; waits will reach {topMinutes} min by {topTime}. Counter {counter} opened by {byTime} brings them down to {withMinutes}, still over {targetMinutes}',
  close:
    '{group}: {waiting} waiting, {counters} counters. Counter {counter} may close: waits stay within {withMinutes} min',
  record:
    'Of {given} pieces of advice for more hands {followed} were followed; {needed} of {judged} looked at again were needed',
};
