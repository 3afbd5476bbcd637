import type { Alert } from '@/shared/api/types';
import { lasting } from '@/shared/format/time';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { AlertActor } from './AlertActor';
import { AlertCalls } from './AlertCalls';
import { AlertChart } from './AlertChart';
import { AlertHead } from './AlertHead';
import { CardNotes } from './CardNotes';
import { Checklist } from './Checklist';
import { EvidenceList } from './EvidenceList';
import { History } from './History';
import { Involved } from './Involved';
import { Normal } from './Normal';
import { QueueWalk } from './QueueWalk';
import { SignalTimeline } from './SignalTimeline';
import { SimilarPanel } from './SimilarPanel';
import { Story } from './Story';
import { SurgePicture } from './SurgePicture';
import { TriageBar } from './TriageBar';
import { alertQuery } from './getAlert';
import { useTriage } from './useTriage';
import './alert.css';

export function AlertPage() {
  const { id = '' } = useParams();
  const alert = useQuery(alertQuery(id));
  return (
    <>
      <QueueWalk id={id} />
      <Answer query={alert} lines={12}>
        {(found) => <Page key={found.id} alert={found} />}
      </Answer>
    </>
  );
}

function Page({ alert }: { alert: Alert }) {
  const triage = useTriage(() => [alert]);
  return (
    <>
      <AlertHead alert={alert} />
      <div className="bar">
        <TriageBar act={triage.act} status={alert.status} />
      </div>
      {triage.dialog}
      <div className="split">
        <div className="pile">
          <Panel title="What happened">
            <Story text={alert.summary} name={alert.actor.name} />
          </Panel>
          <Panel title="Evidence" note="what was observed, beside what is usual">
            <EvidenceList alert={alert} />
          </Panel>
          <AlertChart alert={alert} />
          <SurgePicture alert={alert} />
          <Panel title="How it unfolded" note={`raised ${lasting(alert.first_seen, alert.raised_at)} after the first call`}>
            <SignalTimeline alert={alert} />
          </Panel>
        </div>
        <aside className="pile">
          <Panel title="What to check">
            <Checklist alert={alert} />
          </Panel>
          <SimilarPanel id={alert.id} />
          <Normal alert={alert} />
          <History alert={alert} />
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
