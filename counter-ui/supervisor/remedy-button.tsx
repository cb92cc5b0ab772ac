// The one click of an alarm or an advice: sends its command, or opens the counter where there is more to choose.
import { useFloor } from './act.ts';
import type { Remedy } from './remedies.ts';
import { say, timeText } from './supervisor-text.ts';

export function RemedyButton({ remedy }: { remedy: Remedy }) {
  const { view, may, act, show } = useFloor();
  const { word, params } = remedy;
  const time = typeof params.until === 'number' ? timeText(params.until, view.timeZone) : '';
  if (show === null || ('command' in remedy && !may(remedy.command.type))) return null;
  return (
    <button
      type="button"
      className="button button-small"
      data-testid="remedy"
      onClick={() => {
        if ('command' in remedy) void act(remedy.command);
        else show({ counterId: remedy.show });
      }}
    >
      {say(word, { ...params, time })}
    </button>
  );
}
