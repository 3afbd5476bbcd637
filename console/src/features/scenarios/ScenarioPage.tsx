import type { ScenarioDetail } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number, percent } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { AlertTable } from '@/shared/parts/AlertTable';
import { CardLists } from '@/shared/parts/CardLists';
import { Answer } from '@/shared/ui/Answer';
import { SeverityBadge } from '@/shared/ui/Badges';
import { Figure, Figures } from '@/shared/ui/Figures';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { History } from './History';
import { NoiseBars } from './NoiseBars';
import { ReplayNote } from './ReplayNote';
import { SettingsPanel } from './SettingsPanel';
import { StateBadges } from './StateBadges';
import { getFrom } from './days';
import { scenarioQuery } from './getScenario';
import { dismissedShare } from './order';
import './scenarios.css';

/** One detection: what it asks, how noisy it is, what it found last, how it is set. */
export function ScenarioPage() {
  const { id = '' } = useParams();
  return (
    <>
      <div className="crumb">
        <Link to="/scenarios">Detections</Link> / {id}
      </div>
      <Answer query={useQuery(scenarioQuery(id))} lines={12}>
        {(detail) => <Detail key={id} detail={detail} />}
      </Answer>
    </>
  );
}

function Detail({ detail }: { detail: ScenarioDetail }) {
  const { scenario } = detail;
  return (
    <>
      <header className="page-head">
        <h1>{scenario.title}</h1>
        <SeverityBadge severity={scenario.severity} />
        <StateBadges scenario={scenario} />
        <span className="faint">{label(scenario.family)}</span>
      </header>
      <Raised detail={detail} />
      <div className="split">
        <div className="pile">
          <Panel title="Noise" note="by the day, in UTC">
            {scenario.noise.days.length === 0 ? <Empty tight title="No call was judged yet" /> : <NoiseBars scenario={scenario} />}
          </Panel>
          <SettingsPanel detail={detail} />
        </div>
        <div className="pile">
          <Panel title="What it asks">
            <div className="stack">
              <p>{scenario.question}</p>
              <p className="soft">{scenario.matters}</p>
              <CardLists card={scenario} />
            </div>
          </Panel>
          <ReplayNote replay={detail.replay} />
          <History changes={detail.history} />
        </div>
      </div>
      <Panel title="Last findings" flush more={<Link to={to.alertsOf(scenario.id)}>all its alerts</Link>}>
        {detail.findings.length === 0 ? <Empty tight title="No alert so far in which it fired" /> : <AlertTable alerts={detail.findings} />}
      </Panel>
    </>
  );
}

function Raised({ detail: { scenario } }: { detail: ScenarioDetail }) {
  const { noise } = scenario;
  const share = dismissedShare(scenario);
  return (
    <Figures>
      <Figure what="Alerts, 30 days" value={number(noise.alerts)} to={to.alertsOf(scenario.id, getFrom(noise.days))} />
      <Figure what="Signals" value={number(noise.signals)} />
      <Figure what="Actors" value={number(noise.actors)} />
      <Figure what="Undecided" value={number(noise.open)} to={to.alertsOf(scenario.id, { ...getFrom(noise.days), status: 'open' })} />
      <Figure what="Confirmed" value={number(noise.confirmed)} to={to.alertsOf(scenario.id, { ...getFrom(noise.days), status: 'confirmed' })} />
      <Figure what="Dismissed" value={share === null ? number(noise.dismissed) : `${number(noise.dismissed)} (${percent(share)} of those decided)`} to={to.alertsOf(scenario.id, { ...getFrom(noise.days), status: 'dismissed' })} />
      <Figure what="Last finding" plain value={<Time at={noise.last_finding} show="relative" />} />
    </Figures>
  );
}
