import type { Webhook } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { Dialog } from '@/shared/ui/Dialog';
import { useState } from 'react';
import { WebhookFields } from './WebhookFields';
import { useChangeWebhook, useRemoveWebhook } from './changeWebhooks';

interface Props {
  webhook: Webhook;
  onClose: () => void;
}

export function ChangeWebhook({ webhook, onClose }: Props) {
  const { name, url, format, least_severity, which } = webhook;
  const [draft, setDraft] = useState({ name, url, format, least_severity, which });
  const change = useChangeWebhook();
  return (
    <Dialog title={`Change ${name}`} name="Change this webhook" does="Save" busy={change.isPending} error={change.error} failed="Not saved" onClose={onClose} onSubmit={() => change.mutate({ id: webhook.id, to: draft }, { onSuccess: onClose })}>
      <WebhookFields draft={draft} onChange={setDraft} />
      <p className="small faint">Its secret stays. If other alerts are told than before, they are told from now on.</p>
    </Dialog>
  );
}

/** Asks whether a webhook is meant to go, and says what goes with it. */
export function RemoveWebhook({ webhook, onClose }: Props) {
  const remove = useRemoveWebhook();
  return (
    <Dialog title={`Remove ${webhook.name}`} name="Remove this webhook" does="Remove" busy={remove.isPending} error={remove.error} failed="Not removed" onClose={onClose} onSubmit={() => remove.mutate(webhook.id, { onSuccess: onClose })}>
      <p>
        Nothing is told to <span className="code break">{webhook.url}</span> any more{webhook.waiting > 0 && `, also not the ${counted(webhook.waiting, 'message')} that ${webhook.waiting === 1 ? 'waits' : 'wait'}`}. Its secret and the record of what was
        delivered go with it. To pause it, turn it off instead.
      </p>
    </Dialog>
  );
}
