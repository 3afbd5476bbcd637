import type { Alert } from '@/shared/api/types';
import { lasting } from '@/shared/format/time';
import { ActorLink } from '@/shared/parts/ActorLink';
import { Answer } from '@/shared/ui/Answer';
import { PreliminaryBadge, SeverityBadge, StatusBadge } from '@/shared/ui/Badges';
import { Meter } from '@/shared/ui/Meter';
import { Panel } from '@/shared/ui/Panel';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { AlertActor } from './AlertActor';
import { AlertCalls } from './AlertCalls';
import { AlertChart } from './AlertChart';
import { CardNotes } from './CardNotes';
import { EvidenceTable } from './EvidenceTable';
import { Involved } from './Involved';
import { SignalTimeline } from './SignalTimeline';
import { SurgePicture } from './SurgePicture';
import { VerdictBox } from './VerdictBox';
import { alertQuery } from './getAlert';
import './alert.css';

export function AlertPage() {
  const { id = '' } = useParams();
  const alert = useQuery(alertQuery(id));
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/" data-up>
          Alerts
        </Link>{' '}
        / <span className="code">{id}</span>
      </nav>
      <Answer query={alert} lines={12}>
        {(found) => <Story alert={found} />}
      </Answer>
    </>
  );
}

function Story({ alert }: { alert: Alert }) {
  return (
    <>
      <header className="alert-head">
        <h1>{alert.title}</h1>
        <p className="row soft">
          <SeverityBadge severity={alert.severity} />
          <StatusBadge status={alert.status} />
          {alert.preliminary && <PreliminaryBadge />}
          <span className="row">
            risk <Meter value={alert.risk} label="Risk" as="risk" tone={alert.severity} />
          </span>
          <span>
            by <ActorLink actor={alert.actor} showKind />
          </span>
          <span>
            <Time at={alert.first_seen} show="absolute" /> – <Time at={alert.last_seen} show="absolute" /> UTC, lasted {lasting(alert.first_seen, alert.last_seen)},{' '}
            <Time at={alert.last_seen} show="relative" />
          </span>
        </p>
      </header>
      <div className="split">
        <div className="pile">
          <Panel title="What happened">
            <Summary text={alert.summary} />
          </Panel>
          <Panel title="Evidence" note="observed against what is usual here" flush>
            <EvidenceTable alert={alert} evidence={alert.evidence} />
          </Panel>
          <SurgePicture alert={alert} />
          <AlertChart alert={alert} />
          <Panel title="How it unfolded" note={`raised ${lasting(alert.first_seen, alert.raised_at)} after the first call`}>
            <SignalTimeline alert={alert} />
          </Panel>
        </div>
        <aside className="pile">
          <VerdictBox key={alert.id} alert={alert} />
          <Panel title="What to check">
            <Steps steps={alert.what_to_check} />
          </Panel>
          <Panel title="Involved">
            <Involved involved={alert.involved} />
          </Panel>
        </aside>
      </div>
      <AlertCalls alert={alert} />
      <AlertActor actor={alert.actor} />
      <CardNotes cards={alert.cards} />
    </>
  );
}

function Summary({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <div className="summary">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  if (steps.length === 0) return <p className="faint">Nothing beyond the notes of the detections below.</p>;
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
