import type { Webhook } from '@/shared/api/types';
import { useFilters } from '@/shared/keys/useFilters';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { AddWebhook } from './AddWebhook';
import { DeliveryPanel } from './DeliveryPanel';
import { SettingsTabs } from './SettingsTabs';
import { WebhookTable } from './WebhookTable';
import { webhooksQuery } from './listWebhooks';
import './settings.css';

/** Where new alerts are told, and whether that works. */
export function NotificationsPage() {
  const webhooks = useQuery(webhooksQuery);
  return (
    <>
      <SettingsTabs />
      <p className="soft">New alerts are told where your team already looks: a chat, a pager, a ticket system. Each is told once, as soon as it is firm; what is suppressed, snoozed or decided is not.</p>
      <Answer query={webhooks} lines={3}>{({ items }) => <Webhooks webhooks={items} />}</Answer>
      <Panel title="Add a webhook" note="alerts are told from then on">
        <AddWebhook />
      </Panel>
    </>
  );
}

function Webhooks({ webhooks }: { webhooks: readonly Webhook[] }) {
  const asked = useFilters().one('webhook');
  const shown = webhooks.find((one) => one.id === asked);
  if (webhooks.length === 0) {
    return (
      <div className="panel">
        <Empty title="Nobody is told">Alerts wait here until somebody looks. Make an incoming webhook in your chat, and add its address below.</Empty>
      </div>
    );
  }
  return (
    <>
      <WebhookTable webhooks={webhooks} />
      {shown && <DeliveryPanel webhook={shown} />}
    </>
  );
}
