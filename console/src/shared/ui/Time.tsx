import { absolute, clock, precise, relative } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';

interface Props {
  at: string | null;
  /** What to show, in the viewer's zone: both, or one of them. The tooltip has it in UTC. */
  show?: 'both' | 'relative' | 'absolute' | 'clock' | 'precise';
}

const TEXT: Record<NonNullable<Props['show']>, (at: string, now: number) => string> = { both: absolute, relative, absolute, clock, precise };

export function Time({ at, show = 'both' }: Props) {
  const now = useNow();
  if (at === null) return <span className="faint">never</span>;
  return (
    <time dateTime={at} title={`${new Date(at).toISOString().replace('T', ' ').replace('Z', '')} UTC, ${relative(at, now)}`} className="nowrap">
      {TEXT[show](at, now)}
      {show === 'both' && <span className="faint"> · {relative(at, now)}</span>}
    </time>
  );
}
