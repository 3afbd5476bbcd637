import type { Delivery, Webhook } from '@/shared/api/types';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DeliveryState, answerOf } from './DeliveryState';
import { deliveriesQuery } from './listDeliveries';

const COLUMNS: readonly Column<Delivery>[] = [
  { name: 'State', cell: (one) => <DeliveryState delivery={one} /> },
  { name: 'Message', wide: true, cell: (one) => (one.alert ? <Link to={`/alerts/${encodeURIComponent(one.alert)}`}>{one.title}</Link> : one.title) },
  { name: 'Made', cell: (one) => <Time at={one.made} show="relative" /> },
  { name: 'Tries', right: true, cell: (one) => one.tries },
  {
    name: 'Last answer',
    cell: (one) => (
      <span className="delivery-answer clip code" title={answerOf(one)}>
        {answerOf(one)}
      </span>
    ),
  },
  { name: 'Next try', cell: (one) => (one.next_try ? <Time at={one.next_try} show="relative" /> : <span className="faint">none</span>) },
];

/** What was told to one webhook, and what came of it. */
export function DeliveryPanel({ webhook }: { webhook: Webhook }) {
  const deliveries = useQuery(deliveriesQuery(webhook.id));
  return (
    <Panel title={`Messages to ${webhook.name}`} note="the latest 100" more={<Link to="/settings/notifications">Close</Link>} flush>
      <Answer query={deliveries} lines={3}>
        {({ items }) => (items.length === 0 ? <Empty tight title="Nothing was told yet">The next alert that fits will be, within seconds of being firm. Try it with a test.</Empty> : <Table label={`Messages to ${webhook.name}`} columns={COLUMNS} rows={items} rowKey={(one) => String(one.number)} />)}
      </Answer>
    </Panel>
  );
}
