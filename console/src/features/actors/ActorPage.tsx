import { actorQuery } from '@/shared/api/getActor';
import { address } from '@/shared/api/server';
import type { ActorDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { country, label } from '@/shared/format/words';
import { CallTimeline } from '@/shared/parts/CallTimeline';
import { AlertTable } from '@/shared/parts/AlertTable';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { HourBars } from '@/shared/ui/HourBars';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ActorMatrix } from './ActorMatrix';
import { BaselinePanel } from './BaselinePanel';
import { FacetGraph } from './FacetGraph';
import { Hierarchy } from './Hierarchy';
import { Peers } from './Peers';
import { RulingDialog } from './RulingDialog';
import { Rulings } from './Rulings';
import { Timeline } from './Timeline';
import { TopEndpoints } from './TopEndpoints';
import { TouchedEntities } from './TouchedEntities';
import { ValueCounts } from './ValueCounts';
import './actors.css';
import { identityCorrectionsQuery } from './listIdentityCorrections';
import type { Plan } from './ruling';

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
  const applied = useQuery(identityCorrectionsQuery).data?.applied ?? false;
  const [plan, setPlan] = useState<Plan>();
  const onPlan = applied ? setPlan : undefined;
  return (
    <>
      <header className="page-head actor-head">
        <h1 className="break">{actor.name}</h1>
        <span className="badge bare">{label(actor.kind)}</span>
        {onPlan && <Buttons onPlan={onPlan} />}
      </header>
      {plan && <RulingDialog key={plan.kind} actor={actor} plan={plan} onClose={() => setPlan(undefined)} />}
      <Hierarchy actor={actor} />
      <Figures>
        <Figure what="Calls" value={number(actor.calls)} to={calls} />
        <Figure what="Open alerts" value={number(actor.open_alerts)} to={address('/alerts', {}, { actor: actor.actor, status: ['open', 'investigating'] })} />
        <Figure what="Facets" value={number(actor.facets.length)} to="#facets" />
        <Figure what="First seen" value={<Time at={actor.first_seen} />} plain />
        <Figure what="Last seen" value={<Time at={actor.last_seen} />} plain />
      </Figures>
      <Rulings actor={actor.actor} />
      <Panel title="Alerts" flush>
        {actor.alerts.length === 0 ? <Empty tight title="No alert about this actor">Nothing it did stood out from what is usual.</Empty> : <AlertTable alerts={actor.alerts} withActor={false} />}
      </Panel>
      <Panel title="Facets" id="facets" note={`why these are one ${actor.kind}; the wider a line the surer, dashed below 90%`}>
        {actor.facets.length === 0 ? <Empty tight title="No facets">Nothing but the calls themselves is known of this actor.</Empty> : <FacetGraph actor={actor} onPlan={onPlan} />}
      </Panel>
      <BaselinePanel actor={actor} />
      <CallTimeline of={{ actor: actor.actor }} />
      <Panel title="Timeline" note="days in UTC; lines are Mondays" more={<Link to={calls}>all calls</Link>}>
        <Timeline actor={actor} />
      </Panel>
      <ActorMatrix actor={actor.actor} />
      <Panel title="Entities it touched" id="entities" note="whose they are, and how it may have known of them" flush>
        <TouchedEntities entities={actor.entities} />
      </Panel>
      <Panel title="Calls by the hour" note="7 days up to its last call" more={<Link to={calls}>all calls</Link>}>
        <HourBars hours={actor.calls_per_hour} filters={{ actor: actor.actor }} />
      </Panel>
      <Peers actor={actor.actor} peers={actor.peers} />
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

function Buttons({ onPlan }: { onPlan: (plan: Plan) => void }) {
  return (
    <span className="buttons">
      <button className="button" onClick={() => onPlan({ kind: 'name' })}>
        Name
      </button>
      <button className="button" onClick={() => onPlan({ kind: 'join' })}>
        Join into another
      </button>
      <button className="button" onClick={() => onPlan({ kind: 'link' })}>
        Link a facet
      </button>
    </span>
  );
}
