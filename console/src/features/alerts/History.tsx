import type { Alert, AlertEvent } from '@/shared/api/types';
import { absolute } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { Panel } from '@/shared/ui/Panel';
import { Time } from '@/shared/ui/Time';

/** Who said what about this alert, the latest first. */
export function History({ alert }: { alert: Alert }) {
  const now = useNow();
  const old = alert.note && alert.history.every((event) => event.what !== 'note');
  if (alert.history.length === 0 && !old) return null;
  return (
    <Panel title="History">
      <ul className="history">
        {alert.history.map((event) => (
          <li key={`${event.at} ${event.what}`}>
            <p>
              <b>{event.who}</b> {words(event, now)} <span className="small faint"><Time at={event.at} show="relative" /></span>
            </p>
            {event.what === 'note' && event.said && <blockquote>{event.said}</blockquote>}
          </li>
        ))}
        {old && (
          <li>
            <blockquote>{alert.note}</blockquote>
          </li>
        )}
      </ul>
    </Panel>
  );
}

const STATUS: Record<string, string> = { open: 'opened it again', investigating: 'is looking into it', confirmed: 'confirmed it', dismissed: 'dismissed it' };

function words({ what, said }: AlertEvent, now: number): string {
  switch (what) {
    case 'status':
      return STATUS[said ?? ''] ?? `set it to ${said}`;
    case 'note':
      return said ? 'noted' : 'removed the note';
    case 'assignee':
      return said ? `gave it to ${said}` : 'gave it to nobody';
    case 'snooze':
      return said ? `snoozed it until ${absolute(said, now)}` : 'woke it up';
  }
}
