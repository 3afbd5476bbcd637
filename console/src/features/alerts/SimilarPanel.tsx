import { type SimilarAlerts, STATUSES } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number, percent } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { StatusBadge } from '@/shared/ui/Badges';
import { Panel } from '@/shared/ui/Panel';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { similarQuery } from './listSimilarAlerts';

/** Earlier alerts like this one, and what people decided about them. */
export function SimilarPanel({ id }: { id: string }) {
  const similar = useQuery(similarQuery(id));
  return (
    <Panel title="Similar before">
      <Answer query={similar} lines={3}>
        {(found) => (
          <div className="stack">
            <p>{verdictText(found)}</p>
            <ul className="similar">
              {found.items.map(({ alert, because, note, score }) => (
                <li key={alert.id}>
                  <div className="similar-head">
                    <StatusBadge status={alert.status} />
                    <span className="small faint">
                      <Time at={alert.raised_at} show="relative" /> · {percent(score)} alike
                    </span>
                  </div>
                  <Link to={to.alert(alert.id)}>{alert.title}</Link>
                  <p className="small faint">{because.join(', ')}</p>
                  {note && <p className="small soft">“{note}”</p>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Answer>
    </Panel>
  );
}

/** '4 of 5 similar ones were dismissed, 1 is open.' */
export function verdictText({ total, verdicts }: SimilarAlerts): string {
  if (total === 0) return 'No alert before was like this one.';
  const parts = [...STATUSES]
    .filter((status) => verdicts[status] > 0)
    .sort((one, other) => verdicts[other] - verdicts[one])
    .map((status) => `${number(verdicts[status])} ${status === 'open' || status === 'investigating' ? `still ${status === 'open' ? 'open' : 'being investigated'}` : status}`);
  return `Of ${number(total)} similar: ${parts.join(', ')}.`;
}
