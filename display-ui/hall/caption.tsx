// A caption in Vietnamese with the English beside it.
import { displayText } from '../display-text.ts';

export function Caption({ name }: { name: Parameters<typeof displayText>[1] }) {
  return (
    <h2 className="hall-caption">
      {displayText('vi', name)} <small lang="en">{displayText('en', name)}</small>
    </h2>
  );
}
