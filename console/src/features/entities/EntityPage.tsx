import type { EntityDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { ActorLink } from '@/shared/parts/ActorLink';
import { CallTimeline } from '@/shared/parts/CallTimeline';
import { CallTable } from '@/shared/parts/CallTable';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { LifeLine } from './LifeLine';
import { TouchedBy } from './TouchedBy';
import { UsualWay } from './UsualWay';
import { WayOnMap } from './WayOnMap';
import './entities.css';
import { entityQuery } from './getEntity';
import { processQuery } from './getProcess';
import { runsOf, wayOf } from './runs';

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
  const process = useQuery(processQuery(entity.type));
  const calls = to.calls({ entity_type: entity.type, entity_id: entity.id });
  const earlier = entity.calls - entity.history.length;
  const runs = runsOf(entity.history, process.data, earlier <= 0);
  const way = useMemo(() => wayOf(entity.history, earlier <= 0), [entity.history, earlier]);
  const odd = runs.filter((run) => run.usual?.unusual).length;
  return (
    <>
      <header className="page-head">
        <h1 className="break">
          <Link className="faint" to={to.entityType(entity.type)}>
            {entity.type}
          </Link>{' '}
          <span className="code">{entity.id}</span>
        </h1>
        <Reach entity={entity} />
      </header>
      <Figures>
        <Figure what="Owner" value={entity.owner === null ? <span className="faint">not known</span> : <ActorLink actor={entity.owner} showKind />} plain />
        <Figure what="Calls" value={number(entity.calls)} to={calls} />
        <Figure what="Actors" value={number(entity.actors)} to="#callers" />
        <Figure what="Unexplained" value={<span className={entity.unexplained === 0 ? 'faint' : 'loud'}>{number(entity.unexplained)}</span>} to="#callers" />
        <Figure what="First seen" value={<Time at={entity.first_seen} />} plain />
        <Figure what="Last seen" value={<Time at={entity.last_seen} />} plain />
      </Figures>
      <Panel id="callers" title="Who touched it" note="and how each knew it first" flush>
        {entity.touched_by.length === 0 ? <Empty tight title="No callers kept">Retention has removed their calls.</Empty> : <TouchedBy entity={entity} />}
      </Panel>
      <div className="split">
        <Panel title="Its process so far" note={odd > 0 ? counted(odd, 'unusual step') : undefined} more={<Link to={calls}>all calls</Link>} flush>
          {runs.length === 0 ? <Empty tight title="No calls kept">Retention has removed them.</Empty> : <LifeLine runs={runs} earlier={Math.max(0, earlier)} />}
        </Panel>
        <Answer query={process} lines={6}>
          {(usual) => <UsualWay type={entity.type} process={usual} />}
        </Answer>
      </div>
      {process.data && <WayOnMap process={process.data} way={way} />}
      <CallTimeline of={{ entity_type: entity.type, entity_id: entity.id }} />
      <Panel title="Recent calls" more={<Link to={calls}>all calls</Link>} flush>
        {entity.recent_calls.length === 0 ? <Empty tight title="No calls kept">Retention has removed them.</Empty> : <CallTable calls={entity.recent_calls} />}
      </Panel>
    </>
  );
}

/** Whether one side only was served. */
function Reach({ entity }: { entity: EntityDetail }) {
  return entity.shared ? (
    <span className="badge bare outline" title="More than one side was served: its owner with its tenant, and others">
      Shared
    </span>
  ) : (
    <span className="badge bare tone-accent" title="No more than one side was served: its owner with its tenant">
      Exclusive
    </span>
  );
}
