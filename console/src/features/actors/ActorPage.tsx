import { actorQuery } from '@/shared/api/getActor';
import { address } from '@/shared/api/server';
import type { ActorDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { country, label } from '@/shared/format/words';
import { AlertTable } from '@/shared/parts/AlertTable';
import { FacetTable } from '@/shared/parts/FacetTable';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { HourBars } from '@/shared/ui/HourBars';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { TopEndpoints } from './TopEndpoints';
import { ValueCounts } from './ValueCounts';

export function ActorPage() {
  const { actor: id = '' } = useParams();
  const actor = useQuery(actorQuery(id));
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/actors" data-up>
          Actors
        </Link>{' '}
        / <span className="code">{id}</span>
      </nav>
      <Answer query={actor} lines={12}>
        {(found) => <Portrait actor={found} />}
      </Answer>
    </>
  );
}

function Portrait({ actor }: { actor: ActorDetail }) {
  const calls = to.calls({ actor: actor.actor });
  return (
    <>
      <header className="page-head">
        <h1 className="break">{actor.name}</h1>
        <span className="badge bare">{label(actor.kind)}</span>
      </header>
      <Figures>
        <Figure what="Calls" value={number(actor.calls)} to={calls} />
        <Figure what="Open alerts" value={number(actor.open_alerts)} to={address('/', {}, { actor: actor.actor, status: ['open', 'investigating'] })} />
        <Figure what="Facets" value={number(actor.facets.length)} to="#facets" />
        <Figure what="First seen (UTC)" value={<Time at={actor.first_seen} />} plain />
        <Figure what="Last seen (UTC)" value={<Time at={actor.last_seen} />} plain />
      </Figures>
      <Panel title="Alerts" flush>
        {actor.alerts.length === 0 ? <Empty tight title="No alert about this actor">Nothing it did stood out from what is usual.</Empty> : <AlertTable alerts={actor.alerts} withActor={false} />}
      </Panel>
      <Panel title="Facets" id="facets" note={`why these are one ${actor.kind}`} flush>
        {actor.facets.length === 0 ? <Empty tight title="No facets">Nothing but the calls themselves is known of this actor.</Empty> : <FacetTable facets={actor.facets} />}
      </Panel>
      <Panel title="Calls by the hour" note="7 days up to its last call" more={<Link to={calls}>all calls</Link>}>
        <HourBars hours={actor.calls_per_hour} filters={{ actor: actor.actor }} />
      </Panel>
      <Panel title="What it calls" flush>
        <TopEndpoints actor={actor.actor} endpoints={actor.top_endpoints} all={actor.calls} />
      </Panel>
      <div className="columns">
        <ValueCounts title="Countries" values={actor.countries} all={actor.calls} text={country} link={(value) => to.calls({ actor: actor.actor, country: value })} />
        <ValueCounts title="Networks" values={actor.networks} all={actor.calls} link={(value) => to.calls({ actor: actor.actor, asn: value })} />
        <ValueCounts title="Devices" values={actor.devices} all={actor.calls} link={(value) => to.calls({ actor: actor.actor, device: value })} />
      </div>
    </>
  );
}
