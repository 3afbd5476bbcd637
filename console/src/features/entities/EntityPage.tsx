import type { EntityDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { ActorLink } from '@/shared/parts/ActorLink';
import { CallTable } from '@/shared/parts/CallTable';
import { CallerTable } from '@/shared/parts/CallerTable';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { entityQuery } from './getEntity';

export function EntityPage() {
  const { type = '', id = '' } = useParams();
  const entity = useQuery(entityQuery(type, id));
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/entities" data-up>
          Entities
        </Link>{' '}
        / <Link to={`/entities?type=${encodeURIComponent(type)}`}>{type}</Link>
      </nav>
      <Answer query={entity} lines={12}>
        {(found) => <Portrait entity={found} />}
      </Answer>
    </>
  );
}

function Portrait({ entity }: { entity: EntityDetail }) {
  const filters = { entity_type: entity.type, entity_id: entity.id };
  return (
    <>
      <header className="page-head">
        <h1 className="break">
          <span className="faint">{entity.type}</span> <span className="code">{entity.id}</span>
        </h1>
      </header>
      <Figures>
        <Figure what="Owner" value={entity.owner === null ? <span className="faint">not known</span> : <ActorLink actor={entity.owner} showKind />} plain />
        <Figure what="Calls" value={number(entity.calls)} to={to.calls(filters)} />
        <Figure what="Actors" value={number(entity.actors)} to="#callers" />
        <Figure what="First seen (UTC)" value={<Time at={entity.first_seen} />} plain />
        <Figure what="Last seen (UTC)" value={<Time at={entity.last_seen} />} plain />
      </Figures>
      <Panel id="callers" title="Who touched it" flush>
        {entity.callers.length === 0 ? <Empty tight title="No callers kept" /> : <CallerTable callers={entity.callers} filters={filters} owner={entity.owner?.id} />}
      </Panel>
      <Panel title="Recent calls" more={<Link to={to.calls(filters)}>all calls</Link>} flush>
        {entity.recent_calls.length === 0 ? <Empty tight title="No calls kept">Retention has removed them.</Empty> : <CallTable calls={entity.recent_calls} />}
      </Panel>
    </>
  );
}
