import { actorQuery } from '@/shared/api/getActor';
import type { Alert } from '@/shared/api/types';
import { BaselinePicture } from '@/shared/parts/BaselinePicture';
import { Panel } from '@/shared/ui/Panel';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { picturePage, surgeOf } from './surge';

/** What is usual at the endpoint that a surge is about; nothing for alerts of another kind. */
export function SurgePicture({ alert }: { alert: Alert }) {
  const counts = alert.evidence.some(({ measure }) => measure.startsWith('calls to '));
  const actor = useQuery({ ...actorQuery(alert.actor.id), enabled: counts });
  const surge = alert.evidence.map((evidence) => surgeOf(alert, evidence, actor.data?.top_endpoints ?? [])).find((one) => one !== null);
  if (!surge) return null;
  return (
    <Panel title="What is usual there" note={<span className="code">{surge.endpoint.endpoint}</span>} more={<Link to={picturePage(alert.actor.id, surge)}>on the actor's page</Link>}>
      <BaselinePicture actor={alert.actor.id} what={surge.endpoint.endpoint} asked={surge.asked} />
    </Panel>
  );
}
