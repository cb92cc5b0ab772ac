// What the floor asks of whoever estimates waits: how long a waiting ticket will still wait, and how long whoever takes a
// number now would. Answers are at hand at once, as they were reckoned last; null where nothing is known.
import type { PriorityClassId, ServiceId, TicketId } from '../../../protocol/ids.ts';
import type { EstimateView } from '../../../protocol/views/view-parts.ts';
import type { AdviceTally } from '../../domain/staffing/advice-record.ts';
import type { StaffingAdvice } from '../../domain/staffing/staffing-advice.ts';
import type { WaitEstimate } from '../../domain/wait-estimate/wait-estimator.ts';

/** As it is announced: damped, from this moment on; `longer`: it has grown by more than what one may call the same. */
export type AnnouncedEstimate = WaitEstimate & { readonly longer: boolean };
export interface WaitEstimates {
  ofTicket(ticketId: TicketId, at: number): AnnouncedEstimate | null;
  ofNewcomer(serviceId: ServiceId, priorityClass: PriorityClassId | null): WaitEstimate | null;
}
/** Whoever looks ahead also advises on staffing. */
export interface StaffingAdviser {
  /** What is advised now, the group that is worst off first. */
  advice(): readonly StaffingAdvice[];
  /** How often advice was given, followed and right; null where there is no record yet. */
  adviceTally(): AdviceTally | null;
}
export type Foresight = WaitEstimates & StaffingAdviser;
export const noEstimates: Foresight = {
  ...{ ofTicket: () => null, ofNewcomer: () => null },
  ...{ advice: () => [], adviceTally: () => null },
};

/** In whole seconds, as screens and paper are told. */
export function estimateView(estimate: WaitEstimate | AnnouncedEstimate | null): EstimateView | null {
  if (estimate === null) return null;
  const seconds = (ms: number) => Math.round(Math.max(0, ms) / 1_000);
  const { lowMs, medianMs, highMs } = estimate;
  return {
    ...{ lowSeconds: seconds(lowMs), medianSeconds: seconds(medianMs), highSeconds: seconds(highMs) },
    longer: 'longer' in estimate && estimate.longer,
  };
}
