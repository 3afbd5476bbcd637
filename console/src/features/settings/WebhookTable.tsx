import type { Webhook } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { counted } from '@/shared/format/number';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useState } from 'react';
import { Link } from 'react-router';
import { DeliveryState, answerOf } from './DeliveryState';
import { ChangeWebhook, RemoveWebhook } from './WebhookDialogs';
import { severitiesFrom } from './WebhookFields';
import { useChangeWebhook, useTestWebhook } from './changeWebhooks';

const messagesOf = (webhook: Webhook) => address('/settings/notifications', {}, { webhook: webhook.id });

export function WebhookTable({ webhooks }: { webhooks: readonly Webhook[] }) {
  const [asking, setAsking] = useState<{ what: 'change' | 'remove'; webhook: Webhook }>();
  const change = useChangeWebhook();
  const test = useTestWebhook();
  const onClose = () => setAsking(undefined);
  const columns: readonly Column<Webhook>[] = [
    { name: 'State', cell: (one) => <State webhook={one} /> },
    { name: 'For', wide: true, cell: (one) => <Where webhook={one} /> },
    { name: 'Tells', cell: (one) => <Tells webhook={one} /> },
    { name: 'Last message', cell: (one) => <Last webhook={one} /> },
    {
      name: 'Do',
      cell: (one) => (
        <span className="row webhook-do">
          <button className="button small" aria-label={`Test ${one.name}`} disabled={test.isPending} onClick={() => test.mutate(one)}>
            Test
          </button>
          <button className="button small" aria-label={`Turn ${one.on ? 'off' : 'on'} ${one.name}`} disabled={change.isPending} onClick={() => change.mutate({ id: one.id, to: { on: !one.on } })}>
            Turn {one.on ? 'off' : 'on'}
          </button>
          <button className="button small" aria-label={`Change ${one.name}`} onClick={() => setAsking({ what: 'change', webhook: one })}>
            Change
          </button>
          <button className="button small" aria-label={`Remove ${one.name}`} onClick={() => setAsking({ what: 'remove', webhook: one })}>
            Remove
          </button>
        </span>
      ),
    },
  ];
  return (
    <div className="stack">
      <div className="panel">
        <Table label="Webhooks" columns={columns} rows={webhooks} rowKey={(one) => one.id} />
      </div>
      <TestAnswer test={test} />
      {change.error && (
        <p role="alert" className="note-bad">
          {change.error.message}
        </p>
      )}
      {asking?.what === 'change' && <ChangeWebhook webhook={asking.webhook} onClose={onClose} />}
      {asking?.what === 'remove' && <RemoveWebhook webhook={asking.webhook} onClose={onClose} />}
    </div>
  );
}

function State({ webhook }: { webhook: Webhook }) {
  return <span className={webhook.on ? 'badge tone-accent' : webhook.off_because ? 'badge tone-critical' : 'badge quiet'}>{webhook.on ? 'on' : 'off'}</span>;
}

function Where({ webhook }: { webhook: Webhook }) {
  return (
    <>
      <Link to={messagesOf(webhook)} data-row>
        {webhook.name}
      </Link>
      <div className="code soft small clip" title={webhook.url}>
        {webhook.url}
      </div>
      {webhook.off_because && <div className="small loud clip">Turned off: {webhook.off_because}</div>}
    </>
  );
}

function Tells({ webhook }: { webhook: Webhook }) {
  return (
    <div className="nowrap">
      {severitiesFrom(webhook.least_severity)}
      <div className="small faint">
        {webhook.which === 'today' ? 'within the budget' : 'also below the budget'} · {webhook.format === 'slack' ? 'text' : 'JSON'}
      </div>
    </div>
  );
}

function Last({ webhook }: { webhook: Webhook }) {
  const { last, waiting } = webhook;
  if (!last) return <span className="faint">none yet</span>;
  return (
    <>
      <span className="row">
        <DeliveryState delivery={last} />
        <Time at={last.tried ?? last.made} show="relative" />
      </span>
      <div className="small faint delivery-answer clip" title={answerOf(last)}>
        {waiting > 0 ? `${counted(waiting, 'message')} waiting` : last.status === 'given_up' ? answerOf(last) : last.title}
      </div>
    </>
  );
}

function TestAnswer({ test }: { test: ReturnType<typeof useTestWebhook> }) {
  const name = test.variables?.name;
  if (test.isPending) return <p role="status" className="note">Waiting for the answer of {name}, up to 10 seconds…</p>;
  if (test.error) return <p role="alert" className="note-bad">{test.error.message}</p>;
  if (!test.data) return null;
  const well = test.data.status === 'delivered';
  return (
    <p role={well ? 'status' : 'alert'} className={well ? 'note break' : 'note-bad break'}>
      {name} {well ? 'took the test' : 'did not take the test'}: {answerOf(test.data)}
    </p>
  );
}
