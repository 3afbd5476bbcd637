import type { Severity } from '@/shared/api/types';
import { percent, risk } from '@/shared/format/number';

interface Props {
  value: number;
  label: string;
  tone?: Severity;
  as?: 'risk' | 'percent';
}

/** A number in 0..1 and a thin bar of its length. */
export function Meter({ value, label, tone, as = 'percent' }: Props) {
  const share = Math.min(1, Math.max(0, value));
  const text = as === 'risk' ? risk(value) : percent(value);
  return (
    <span className={tone ? `meter tone-${tone}` : 'meter'} title={`${label} ${text}`}>
      <span className="text">{text}</span>
      <span className="track" aria-hidden="true">
        <span className="fill" style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
}
