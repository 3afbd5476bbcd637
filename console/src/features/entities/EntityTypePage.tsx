import type { EntityType } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { number, percent } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { ExplainedShare } from '@/shared/ui/ExplainedShare';
import { Figure, Figures } from '@/shared/ui/Figures';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Audience } from './Audience';
import { LifeCycle } from './LifeCycle';
import { ProcessPanel } from './ProcessPanel';
import './entities.css';
import { processQuery } from './getProcess';
import { entityTypesQuery } from './listEntityTypes';

export function EntityTypePage() {
  const { type = '' } = useParams();
  const types = useQuery(entityTypesQuery);
  const process = useQuery(processQuery(type));
  const found = types.data?.items.find((one) => one.type === type);
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/entities">Entities</Link> /{' '}
        <Link to="/entity-types" data-up>
          Types
        </Link>
      </nav>
      <header className="page-head">
        <h1 className="break">{type}</h1>
        {found && <Audience audience={found.audience} />}
        <span className="far small row">
          <Link to={address('/entities', {}, { type })}>All things of this type</Link>
          <Link to={address('/matrix', {}, { type })}>Who does what to them</Link>
          <Link to={address('/matrix/changes', {}, { type })}>What changed</Link>
        </span>
      </header>
      {found && <Portrait type={found} />}
      {found && (
        <Panel title="What is done with them" note="operations by what they do, told from calls that were served" flush>
          <LifeCycle type={found} />
        </Panel>
      )}
      <Answer query={process} lines={14}>
        {(map) => (map === null && types.data && !found ? <NoSuchType /> : <ProcessPanel process={map} />)}
      </Answer>
    </>
  );
}

function NoSuchType() {
  return (
    <Empty title="No call names a thing of this type">
      The address may be mistyped, or retention has removed the calls. <Link to="/entity-types">See the types that there are</Link>
    </Empty>
  );
}

function Portrait({ type }: { type: EntityType }) {
  return (
    <Figures>
      <Figure what="Things" value={number(type.entities)} to={address('/entities', {}, { type: type.type })} />
      <Figure what="Accesses" value={number(type.accesses)} to={address('/explained', {}, { type: type.type })} />
      <Figure what="Actors" value={number(type.actors)} to={address('/matrix', {}, { type: type.type })} />
      <Figure what="Served to one actor only" value={type.exclusive_share === null ? <span className="faint">not known</span> : percent(type.exclusive_share)} />
      <Figure what="Explained" value={<ExplainedShare share={type.explained_share} blind={type.blind} />} plain />
      <Figure what="Unexplained accesses" value={number(type.unexplained)} to={address('/explained', {}, { type: type.type })} />
    </Figures>
  );
}
