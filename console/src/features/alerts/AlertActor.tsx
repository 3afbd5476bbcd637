import { actorQuery } from '@/shared/api/getActor';
import type { ActorRef, Facet } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { FacetTable } from '@/shared/parts/FacetTable';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

/** Who did it, and why Apian holds these facets for one actor. */
export function AlertActor({ actor }: { actor: ActorRef }) {
  const known = useQuery(actorQuery(actor.id));
  return (
    <Panel title="Who it was" note={`why these are one ${actor.kind}`} more={<Link to={to.actor(actor.id)}>everything about {actor.name}</Link>} flush>
      <Answer query={known} lines={4}>
        {(found) => (
          <>
            <p className="who soft">
              <Link to={to.actor(actor.id)}>
                <b>{found.name}</b>
              </Link>{' '}
              · {found.kind} · first seen <Time at={found.first_seen} /> · <Link to={to.calls({ actor: actor.id })}>{number(found.calls)} calls</Link>
            </p>
            {found.facets.length === 0 ? <Empty tight title="No facets">Nothing but the calls themselves is known of this actor.</Empty> : <Facets facets={found.facets} actor={actor} />}
          </>
        )}
      </Answer>
    </Panel>
  );
}

const SHOWN = 8;

/** Those in use last; a consumer may have hundreds of tokens. */
function Facets({ facets, actor }: { facets: readonly Facet[]; actor: ActorRef }) {
  const latest = [...facets].sort((one, other) => Date.parse(other.last_seen) - Date.parse(one.last_seen));
  return (
    <>
      <FacetTable facets={latest.slice(0, SHOWN)} />
      {latest.length > SHOWN && (
        <p className="who">
          <Link to={to.actor(actor.id)}>{counted(latest.length - SHOWN, 'more facet')} with their proofs</Link>
        </p>
      )}
    </>
  );
}
