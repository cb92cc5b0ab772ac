// How much of a promise has been used up: a bar, and the number beside it for whoever does not see the colour.
export function ShareBar({ percent }: { percent: number }) {
  const grade = percent >= 100 ? 'over' : percent >= 75 ? 'near' : 'well';
  return (
    <span className={`share share-${grade}`}>
      <span className="share-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, percent)}%` }} />
      </span>
      <span className="share-number">
        {percent >= 100 ? '⚠ ' : ''}
        {percent} %
      </span>
    </span>
  );
}
