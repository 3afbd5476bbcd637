import { overviewQuery } from '@/shared/api/getOverview';
import { sessionQuery } from '@/shared/api/getSession';
import { number } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { Panel } from '@/shared/ui/Panel';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { LiveSources } from './LiveSources';
import { SettingsTabs } from './SettingsTabs';
import { type HowTo, howTos } from './sources';
import './settings.css';

/** How calls come in, and whether they do. */
export function SourcesPage() {
  const overview = useQuery(overviewQuery);
  const required = useQuery(sessionQuery).data?.required ?? false;
  return (
    <>
      <SettingsTabs />
      <Answer query={overview}>
        {(found) => (
          <Figures>
            <Figure what="Calls" value={number(found.calls)} to="/calls" />
            <Figure what="Last call" value={<Time at={found.last_call} />} plain />
            <Figure what="Waiting to be judged" value={number(found.waiting_calls ?? 0)} />
            <Figure what="Refused records" value={number(found.rejects.reduce((sum, reject) => sum + reject.count, 0))} to="/intake" />
          </Figures>
        )}
      </Answer>
      {required && (
        <p className="note">
          Senders must show a token with the role ingest. <Link to="/settings/tokens">Make one</Link> and put it where these say APIAN_TOKEN.
        </p>
      )}
      <LiveSources />
      <Panel title="How to send calls" note="ready to paste, with this server’s address">
        <div className="how-to">
          {howTos(location.origin, required).map((one, index) => (
            <Source key={one.name} source={one} open={index === 0} />
          ))}
        </div>
      </Panel>
    </>
  );
}

function Source({ source, open }: { source: HowTo; open: boolean }) {
  return (
    <details open={open}>
      <summary>
        <strong>{source.name}</strong> <span className="soft">{source.what}</span>
      </summary>
      <div className="stack">
        {source.steps.map((step) => (
          <div key={step.text} className="stack">
            <p>{step.text}</p>
            <pre tabIndex={0}>{step.paste}</pre>
          </div>
        ))}
      </div>
    </details>
  );
}
