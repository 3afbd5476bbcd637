const HEIGHT = 26;

interface Props {
  /** Calls in each step, oldest first. */
  counts: readonly number[];
  /** What a step is: 'by the hour'. */
  by: string;
}

/** The shape of the last days, too small to point at. */
export function Trend({ counts, by }: Props) {
  const most = Math.max(1, ...counts);
  const points = counts.map((count, index) => `${index},${(HEIGHT - 1 - (count / most) * (HEIGHT - 3)).toFixed(2)}`).join(' ');
  if (counts.length < 2) return <span className="faint">–</span>;
  return (
    <svg className="trend" viewBox={`0 0 ${counts.length - 1} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`Calls ${by}, at most ${most}`}>
      <polygon points={`0,${HEIGHT} ${points} ${counts.length - 1},${HEIGHT}`} />
      <polyline points={points} />
    </svg>
  );
}
