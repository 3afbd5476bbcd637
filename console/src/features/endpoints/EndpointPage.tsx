import type { EndpointDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted, number } from '@/shared/format/number';
import { CallTimeline } from '@/shared/parts/CallTimeline';
import { CallerTable } from '@/shared/parts/CallerTable';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { HourBars } from '@/shared/ui/HourBars';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { BodyTree } from './BodyTree';
import { EndpointHead } from './EndpointHead';
import { DataFound, Neighbours, ParameterTable, Statuses, TouchedTypes } from './Facts';
import { Reasons } from './Reasons';
import './endpoints.css';
import { endpointQuery } from './getEndpoint';

const CALLERS = 10;

export function EndpointPage() {
  const { id = '' } = useParams();
  const endpoint = useQuery(endpointQuery(id));
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/endpoints" data-up>
          Endpoints
        </Link>{' '}
        / {endpoint.data ? (endpoint.data.host ?? 'any host') : '…'}
      </nav>
      <Answer query={endpoint} lines={12}>
        {(found) => <Portrait key={found.id} endpoint={found} />}
      </Answer>
    </>
  );
}

function Portrait({ endpoint }: { endpoint: EndpointDetail }) {
  const calls = to.calls({ endpoint: endpoint.id });
  return (
    <>
      <EndpointHead endpoint={endpoint} />
      <Figures>
        <Figure what="Calls" value={number(endpoint.calls)} to={calls} />
        <Figure what="Actors" value={number(endpoint.actors)} to="#callers" />
        <Figure what="First seen" value={<Time at={endpoint.first_seen} />} plain />
        <Figure what="Last called" value={<Time at={endpoint.last_seen} />} plain />
      </Figures>
      <div className="split">
        <div className="pile">
          <Panel title="Calls by the hour" note="7 days up to its last call" more={<Link to={calls}>all calls</Link>}>
            <HourBars hours={endpoint.calls_per_hour} filters={{ endpoint: endpoint.id }} />
          </Panel>
          <CallTimeline of={{ endpoint: endpoint.id }} />
          <Reasons endpoint={endpoint} />
          <div className="columns bodies">
            <Panel title="Requests" note={bodies(endpoint.request.bodies)} flush>
              <BodyTree shape={endpoint.request} of="requests" />
            </Panel>
            <Panel title="Responses" note={bodies(endpoint.response.bodies)} flush>
              <BodyTree shape={endpoint.response} of="responses" />
            </Panel>
          </div>
          {endpoint.unlisted > 0 && <p className="small faint">{counted(endpoint.unlisted, 'name or key was', 'names or keys were')} met that found no room in these lists.</p>}
          <Callers endpoint={endpoint} />
        </div>
        <Side endpoint={endpoint} />
      </div>
    </>
  );
}

function Callers({ endpoint }: { endpoint: EndpointDetail }) {
  const [all, setAll] = useState(false);
  const { callers, actors } = endpoint;
  return (
    <Panel id="callers" title="Who calls it" note={actors > callers.length ? `${number(callers.length)} of ${number(actors)}, the most calls first` : undefined} flush>
      {callers.length === 0 ? <Empty tight title="No callers kept" /> : <CallerTable callers={all ? callers : callers.slice(0, CALLERS)} filters={{ endpoint: endpoint.id }} />}
      {!all && callers.length > CALLERS && (
        <footer className="table-foot">
          <button className="button plain" onClick={() => setAll(true)}>
            Show {counted(callers.length - CALLERS, 'more caller', 'more callers')}
          </button>
        </footer>
      )}
    </Panel>
  );
}

function bodies(seen: number): string | undefined {
  return seen === 0 ? undefined : counted(seen, 'JSON body', 'JSON bodies');
}

function Side({ endpoint }: { endpoint: EndpointDetail }) {
  return (
    <div className="pile narrow">
      <Panel title="How it answers" flush>
        <Statuses endpoint={endpoint} />
      </Panel>
      <Panel title="Data found" note="calls whose bodies held it" flush>
        <DataFound endpoint={endpoint} />
      </Panel>
      <Panel title="Query parameters" flush>
        <ParameterTable endpoint={endpoint} />
      </Panel>
      <Panel title="Entities it touches" flush>
        <TouchedTypes endpoint={endpoint} />
      </Panel>
      {endpoint.neighbours.length > 0 && (
        <Panel title="Same path, other methods" flush>
          <Neighbours endpoint={endpoint} />
        </Panel>
      )}
    </div>
  );
}
