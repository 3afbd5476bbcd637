import type { IdentityCorrection } from '@/shared/api/types';
import { Panel } from '@/shared/ui/Panel';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { identityCorrectionsQuery } from './listIdentityCorrections';
import { useRemoveIdentityCorrection } from './removeIdentityCorrection';
import { speaksOf, words } from './ruling';

/** What people said about this actor, each with a way to take it back. Says nothing where nothing was said. */
export function Rulings({ actor }: { actor: string }) {
  const said = useQuery(identityCorrectionsQuery).data?.items.filter((one) => speaksOf(one, actor)) ?? [];
  if (said.length === 0) return null;
  return (
    <Panel title="What people said" note="it wins over all evidence; seen in calls from the next minute of traffic on" flush>
      <RulingList said={said} />
    </Panel>
  );
}

function RulingList({ said }: { said: readonly IdentityCorrection[] }) {
  const remove = useRemoveIdentityCorrection();
  return (
    <ul className="rulings" aria-label="What people said">
      {said.map((one) => (
        <li key={one.id}>
          <span className="badge bare tone-accent">{one.kind}</span>
          <span className="break">{words(one)}</span>
          <span className="small faint">
            {one.by && `by ${one.by} · `}
            <Time at={one.at} show="relative" />
          </span>
          <button className="button small" disabled={remove.isPending} aria-label={`Take back: ${words(one)}`} onClick={() => remove.mutate(one.id)}>
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
