import { actorQuery } from '@/shared/api/getActor';
import type { ActorDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { useFilters } from '@/shared/keys/useFilters';
import { Empty, Failed, Loading } from '@/shared/ui/States';
import { useQueries } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { AddActor } from './AddActor';
import { CompareTable } from './CompareTable';
import { COMPARED_MAX } from './compare';
import './compare.css';

/** Actors side by side: who they are, how much they do, and what one does that the others do not. */
export function ComparePage() {
  const [search] = useSearchParams();
  const filters = useFilters();
  const asked = [...new Set(search.getAll('actor'))].slice(0, COMPARED_MAX);
  const found = useQueries({ queries: asked.map((id) => actorQuery(id)) });
  const actors = found.flatMap(({ data }) => (data ? [data] : []));
  const set = (ids: readonly string[]) => filters.set({ actor: ids });
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/actors" data-up>
          Actors
        </Link>{' '}
        / side by side
      </nav>
      <header className="page-head">
        <h1>Side by side</h1>
        <span className="lead">Shares are of each actor&apos;s own calls, so that a busy one and a quiet one can be compared</span>
      </header>
      <Beside actors={actors} asked={asked} onSet={set} />
      {found.map(({ error, refetch }, place) => error && <Failed key={asked[place]} error={error} retry={() => void refetch()} />)}
      {asked.length === 0 && <Empty title="Nobody to compare yet">Find an actor above, or follow &ldquo;side by side&rdquo; from the peers on an actor&apos;s page.</Empty>}
      {actors.length < asked.length && found.some(({ isPending }) => isPending) && <Loading lines={12} />}
      {actors.length > 0 && <CompareTable actors={actors} onRemove={(id) => set(asked.filter((one) => one !== id))} />}
    </>
  );
}

interface BesideProps {
  actors: readonly ActorDetail[];
  asked: readonly string[];
  onSet: (ids: readonly string[]) => void;
}

/** Whom else to look at: its peers, or anybody by name. */
function Beside({ actors, asked, onSet }: BesideProps) {
  const [first] = actors;
  const add = (id: string) => onSet([...asked, id]);
  if (asked.length >= COMPARED_MAX) return <p className="small faint">{COMPARED_MAX} stand beside one another at most; take one away to add another.</p>;
  const peers = first?.peers.items.filter(({ id }) => !asked.includes(id)) ?? [];
  return (
    <div className="beside">
      <AddActor except={asked} onAdd={add} />
      {first && peers.length > 0 && (
        <p className="peer-names">
          <span className="small faint">
            Peers of <Link to={to.actor(first.actor)}>{first.name}</Link>:
          </span>
          {peers.slice(0, 6).map((peer) => (
            <button key={peer.id} type="button" className="button" onClick={() => add(peer.id)}>
              + {peer.name}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
