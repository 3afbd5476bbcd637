import type { SuppressionState } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { number } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { Empty } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { scopeText } from './scope';
import { suppressionsQuery, useEndSuppression } from './suppressions';
import './alert.css';

/** What nobody wants to see for a while, why, and until when. */
export function SuppressionsPage() {
  const suppressions = useQuery(suppressionsQuery);
  return (
    <>
      <nav className="crumb" aria-label="Where you are">
        <Link to="/alerts" data-up>
          Alerts
        </Link>{' '}
        / suppressions
      </nav>
      <header className="page-head">
        <h1>Suppressions</h1>
        <span className="lead">Alerts that nobody needs to see for a while. Nothing is deleted; each has a reason and an end.</span>
      </header>
      <div className="panel">
        <Answer query={suppressions}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="Nothing is suppressed">
                Press <kbd>s</kbd> on an alert to hide alerts like it for a while.
              </Empty>
            ) : (
              <Suppressions items={items} />
            )
          }
        </Answer>
      </div>
    </>
  );
}

function Suppressions({ items }: { items: readonly SuppressionState[] }) {
  const end = useEndSuppression();
  return (
    <Table
      label="Suppressions"
      rows={items}
      rowKey={(one) => one.id}
      columns={[
        { name: 'State', cell: (one) => <span className={one.live ? 'badge tone-accent' : 'badge quiet'}>{one.live ? 'in force' : 'over'}</span> },
        {
          name: 'Hides alerts of',
          wide: true,
          cell: (one) => (
            <>
              <span className="code clip" title={scopeText(one.scope)}>
                {scopeText(one.scope)}
              </span>
              <div className="soft clip">{one.reason}</div>
            </>
          ),
        },
        { name: 'By', cell: (one) => <>{one.by} <span className="faint">· <Time at={one.made} show="relative" /></span></> },
        { name: 'Until', cell: (one) => <Time at={one.ended ?? one.until} show="both" /> },
        { name: 'Hidden', right: true, cell: (one) => <Link to={address('/alerts', {}, { show: 'suppressed' })}>{number(one.alerts)}</Link> },
        {
          name: '',
          cell: (one) => (
            <span className="row ends">
              {one.live && (
                <button className="button small" title="Ends now. What it hid stays hidden; what is raised from now on is shown." onClick={() => end.mutate({ suppression: one, hidden: 'stays' })}>
                  End
                </button>
              )}
              <button className="button small" title="As if it had never been: what it hid returns." onClick={() => end.mutate({ suppression: one, hidden: 'returns' })}>
                Take back
              </button>
            </span>
          ),
        },
      ]}
    />
  );
}
