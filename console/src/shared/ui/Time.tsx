import { absolute, clock, precise, relative } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';

interface Props {
  at: string | null;
  /** What to show: both, or one of them with the other in the tooltip. */
  show?: 'both' | 'relative' | 'absolute' | 'clock' | 'precise';
}

const TEXT: Record<NonNullable<Props['show']>, (at: string, now: number) => string> = { both: absolute, relative, absolute, clock, precise };

export function Time({ at, show = 'both' }: Props) {
  const now = useNow();
  if (at === null) return <span className="faint">never</span>;
  const tooltip = `${at} · ${new Date(at).toLocaleString()} your time`;
  return (
    <time dateTime={at} title={tooltip} className="nowrap">
      {TEXT[show](at, now)}
      {show === 'both' && <span className="faint"> · {relative(at, now)}</span>}
    </time>
  );
}
