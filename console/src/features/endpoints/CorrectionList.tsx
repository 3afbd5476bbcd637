import type { Correction } from '@/shared/api/types';
import { Time } from '@/shared/ui/Time';
import { Template } from './Template';
import { useRemoveCorrection } from './removeCorrection';

const KINDS: Record<Correction['kind'], string> = { pin: 'pinned', reject: 'rejected', rename: 'renamed' };

/** What was said about paths, each with a way to take it back. */
export function CorrectionList({ corrections }: { corrections: readonly Correction[] }) {
  const remove = useRemoveCorrection();
  return (
    <ul className="corrections" aria-label="Corrections">
      {corrections.map((one) => (
        <li key={one.id}>
          <span className="badge bare tone-accent">{KINDS[one.kind]}</span>
          <span className="code break">
            {one.method && <span className="method">{one.method} </span>}
            <Template template={one.template} />
            {one.name && <span className="faint"> → {`{${one.name}}`}</span>}
          </span>
          <span className="small faint">
            {one.host ?? 'every host'}
            {one.by && ` · by ${one.by}`} · <Time at={one.at} show="relative" />
          </span>
          <button className="button small" disabled={remove.isPending} aria-label={`Take back: ${KINDS[one.kind]} ${one.template}`} onClick={() => remove.mutate(one.id)}>
            Take back
          </button>
        </li>
      ))}
      {remove.error && (
        <li role="alert" className="note-bad">
          Not taken back: {remove.error.message}
        </li>
      )}
    </ul>
  );
}
