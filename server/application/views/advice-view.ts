// Staffing advice as the supervisor is shown it.
import type { AdviceView } from '../../../protocol/views/supervisor-view.ts';
import { adviceWords } from '../../domain/staffing/advice-words.ts';
import type { StaffingAdvice } from '../../domain/staffing/staffing-advice.ts';

export function adviceView(advice: StaffingAdvice, timeZone: string): AdviceView {
  const { deed, serviceIds, since } = advice;
  return {
    ...adviceWords(advice, timeZone),
    ...{ groupServiceIds: [...serviceIds], counterId: deed.counterId, since },
    serviceIds: deed.kind === 'lend' ? [...deed.serviceIds] : [],
    until: deed.kind === 'lend' ? deed.untilAt : null,
  };
}
