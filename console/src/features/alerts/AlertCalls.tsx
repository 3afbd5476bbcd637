import type { Alert } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { counted } from '@/shared/format/number';
import { CallTable } from '@/shared/parts/CallTable';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { alertCallsQuery } from './listAlertCalls';

/** What matched: the first and the most telling calls. */
export function AlertCalls({ alert }: { alert: Alert }) {
  const calls = useQuery(alertCallsQuery(alert.id));
  const everything = to.calls({ actor: alert.actor.id, from: alert.first_seen, to: new Date(Date.parse(alert.last_seen) + 1).toISOString() });
  const found = calls.data?.items.length;
  return (
    <Panel id="calls" title="Calls behind it" note={found ? `${counted(found, 'call')}, the first and the most telling` : undefined} more={<Link to={everything}>all calls of this actor in this time</Link>} flush>
      <Answer query={calls}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty tight title="These calls are no longer kept">The alert names {counted(alert.calls.length, 'call')}; retention has removed them since.</Empty>
          ) : (
            <div className="call-window">
              <CallTable calls={items} withActor={new Set(items.map((call) => call.actor)).size > 1} />
            </div>
          )
        }
      </Answer>
    </Panel>
  );
}
