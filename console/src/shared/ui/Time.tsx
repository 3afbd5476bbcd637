import { absolute, precise, relative } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';

interface Props {
  at: string | null;
  /** What to show: both, or one of them with the other in the tooltip. */
  show?: 'both' | 'relative' | 'absolute' | 'precise';
}

export function Time({ at, show = 'both' }: Props) {
  const now = useNow();
  if (at === null) return <span className="faint">never</span>;
  const tooltip = `${at} · ${new Date(at).toLocaleString()} your time`;
  return (
    <time dateTime={at} title={tooltip} className="nowrap">
      {show === 'precise' ? precise(at) : show === 'relative' ? relative(at, now) : absolute(at, now)}
      {show === 'both' && <span className="faint"> · {relative(at, now)}</span>}
    </time>
  );
}
