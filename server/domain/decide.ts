// The table of commands: each command and the file that decides it. A command without a decider does not compile.
import type { Command, CommandType } from '../../protocol/commands.ts';
import type { BranchState } from './branch-state.ts';
import { callHelp } from './commands/call-help.ts';
import { callNext } from './commands/call-next.ts';
import { callTicket } from './commands/call-ticket.ts';
import { cancelTicket } from './commands/cancel-ticket.ts';
import { closeCounter } from './commands/close-counter.ts';
import { continueService } from './commands/continue-service.ts';
import { endHelp } from './commands/end-help.ts';
import { endLending } from './commands/end-lending.ts';
import { finishService } from './commands/finish-service.ts';
import { issueTicket } from './commands/issue-ticket.ts';
import { lendCounter } from './commands/lend-counter.ts';
import { markNoShow } from './commands/mark-no-show.ts';
import { moveTicket } from './commands/move-ticket.ts';
import { openCounter } from './commands/open-counter.ts';
import { parkTicket } from './commands/park-ticket.ts';
import { pauseCounter } from './commands/pause-counter.ts';
import { recallTicket } from './commands/recall-ticket.ts';
import { resumeCounter } from './commands/resume-counter.ts';
import { resumeDueTicket } from './commands/resume-due-ticket.ts';
import { resumeTicket } from './commands/resume-ticket.ts';
import { returnTicket } from './commands/return-ticket.ts';
import { setIntake } from './commands/set-intake.ts';
import { setPriority } from './commands/set-priority.ts';
import { setWorkProfile } from './commands/set-work-profile.ts';
import { startBusinessDay } from './commands/start-business-day.ts';
import { startService } from './commands/start-service.ts';
import { submitRating } from './commands/submit-rating.ts';
import { takeOverCounter } from './commands/take-over-counter.ts';
import { transferTicket } from './commands/transfer-ticket.ts';
import { undoStep } from './commands/undo-step.ts';
import type { Decide, DecideContext, Decision } from './decision.ts';

const deciders: { readonly [T in CommandType]: Decide<T> } = {
  'issue-ticket': issueTicket,
  'cancel-ticket': cancelTicket,
  'open-counter': openCounter,
  'close-counter': closeCounter,
  'pause-counter': pauseCounter,
  'resume-counter': resumeCounter,
  'call-next': callNext,
  'call-ticket': callTicket,
  'recall-ticket': recallTicket,
  'start-service': startService,
  'finish-service': finishService,
  'mark-no-show': markNoShow,
  'park-ticket': parkTicket,
  'resume-ticket': resumeTicket,
  'transfer-ticket': transferTicket,
  'call-help': callHelp,
  'continue-service': continueService,
  'end-help': endHelp,
  'end-lending': endLending,
  'lend-counter': lendCounter,
  'move-ticket': moveTicket,
  'resume-due-ticket': resumeDueTicket,
  'return-ticket': returnTicket,
  'set-intake': setIntake,
  'set-priority': setPriority,
  'set-work-profile': setWorkProfile,
  'take-over-counter': takeOverCounter,
  'undo-step': undoStep,
  'submit-rating': submitRating,
  'start-business-day': startBusinessDay,
};

/** What the floor makes of a command: events and the asker's result, or a refusal. Changes nothing. */
export function decide(state: BranchState, command: Command, context: DecideContext): Decision {
  const decider = deciders[command.type] as Decide<typeof command.type>;
  return decider(state, command as never, context);
}
