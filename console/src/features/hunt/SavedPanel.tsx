import type { SavedQuery } from '@/shared/api/types';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { savedQuery } from './listSaved';
import { useRemoveSaved } from './removeSaved';
import { huntAddress } from './statement';

type Saved = Pick<SavedQuery, 'id' | 'name' | 'description'>;

/** What people kept, which everybody may change, and the examples, which stay. A click runs one. */
export function SavedPanel({ onChange }: { onChange: (saved: Saved) => void }) {
  const saved = useQuery(savedQuery);
  return (
    <Panel title="Saved queries">
      <Answer query={saved} lines={5}>
        {(found) => (
          <div className="stack">
            <Group title="Kept by people" queries={found.filter((one) => !one.built_in)} onChange={onChange} />
            <Group title="Examples" queries={found.filter((one) => one.built_in)} />
          </div>
        )}
      </Answer>
    </Panel>
  );
}

function Group({ title, queries, onChange }: { title: string; queries: readonly SavedQuery[]; onChange?: (saved: Saved) => void }) {
  return (
    <section aria-label={title}>
      <h3 className="faint">{title}</h3>
      {queries.length === 0 && <p className="small faint">None yet: write one and choose Save.</p>}
      <ul className="saved">
        {queries.map((query) => (
          <li key={query.id}>
            <Link to={huntAddress(query.sql)} title={query.description}>
              {query.name}
            </Link>
            {onChange && <Manage query={query} onChange={onChange} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Manage({ query, onChange }: { query: SavedQuery; onChange: (saved: Saved) => void }) {
  const remove = useRemoveSaved();
  return (
    <span className="small faint manage">
      {query.author} <Time at={query.changed} show="relative" />
      <button className="button plain small" onClick={() => onChange(query)} title={`Put what is in the editor in the place of ${query.name}`}>
        Change
      </button>
      <button className="button plain small" disabled={remove.isPending} onClick={() => remove.mutate(query.id)} aria-label={`Remove ${query.name}`}>
        Remove
      </button>
      {remove.error && <span className="note-bad">{remove.error.message}</span>}
    </span>
  );
}
