import { overviewQuery } from '@/shared/api/getOverview';
import { SEVERITIES, type Overview } from '@/shared/api/types';
import { counted, number } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import './overview.css';
import { Trend } from '@/shared/ui/Trend';

/** In one line: what is open, how much was seen, how far analysis got, what was refused. */
export function OverviewStrip() {
  const overview = useQuery(overviewQuery);
  return (
    <Answer query={overview} lines={2}>
      {(found) => <Strip overview={found} />}
    </Answer>
  );
}

function Strip({ overview }: { overview: Overview }) {
  const refused = overview.rejects.reduce((sum, reject) => sum + reject.count, 0);
  const open = SEVERITIES.reduce((sum, severity) => sum + overview.open_alerts[severity], 0);
  return (
    <Figures>
      <div className="figure">
        <div className="what">Open alerts</div>
        <div className="open-alerts">
          <Link className="value" to="/alerts?status=open">
            {number(open)}
          </Link>
          {SEVERITIES.filter((severity) => overview.open_alerts[severity] > 0).map((severity) => (
            <Link key={severity} className={`badge tone-${severity}`} to={`/alerts?status=open&severity=${severity}`} title={`${counted(overview.open_alerts[severity], 'open alert')} of severity ${severity}`}>
              {number(overview.open_alerts[severity])} <span className="word">{severity}</span>
            </Link>
          ))}
        </div>
      </div>
      <Figure what="Actors" value={number(overview.actors)} to="/actors" />
      <Figure what="Endpoints" value={number(overview.endpoints)} to="/endpoints" />
      <Figure what="Entities" value={number(overview.entities)} to="/entities" />
      <Figure what="Calls" value={number(overview.calls)} to="/calls" />
      <div className="figure trend-figure">
        <div className="what">7 days, by the hour</div>
        <Trend counts={overview.calls_per_hour.map((hour) => hour.calls)} by="by the hour" />
      </div>
      <Figure what="Analysed up to" value={overview.event_time === null ? 'no call yet' : <Time at={overview.event_time} show="absolute" />} plain to="/intake" />
      <Figure what="Refused · late" value={<Losses refused={refused} late={overview.late_calls} />} plain to="/intake" />
    </Figures>
  );
}

function Losses({ refused, late }: { refused: number; late: number }) {
  return (
    <span className={refused > 0 ? 'losses' : 'faint'}>
      {number(refused)} · {number(late)}
    </span>
  );
}
