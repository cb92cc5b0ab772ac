// A part of a benchmark that is a process of its own, so that it takes no time from what is measured: its one argument is
// the task as JSON, it sends one message to its parent and ends.
import { fork } from 'node:child_process';

export function inOwnProcess<Result>(script: string, task: object): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(script, import.meta.url), [JSON.stringify(task)], {
      execArgv: ['--import', 'tsx'],
    });
    child.once('message', (result) => resolve(result as Result));
    child.once('exit', (code) => reject(new Error(`the process of ${script} ended with ${code}`)));
  });
}

/** The task of this process, which ends with its parent. */
export function taskOf<Task>(): Task {
  process.once('disconnect', () => process.exit(1));
  return JSON.parse(process.argv[2] ?? '{}') as Task;
}

export function answer(result: object): void {
  process.send?.(result, () => process.exit(0));
}
