import { useState } from 'react';
import { EMPTY, WebhookFields } from './WebhookFields';
import { WebhookSecret } from './WebhookSecret';
import { useAddWebhook } from './changeWebhooks';

export function AddWebhook() {
  const [draft, setDraft] = useState(EMPTY);
  const add = useAddWebhook();
  return (
    <div className="stack">
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(draft, { onSuccess: () => setDraft(EMPTY) });
        }}
      >
        <WebhookFields draft={draft} onChange={setDraft} />
        <button className="button main" disabled={add.isPending}>
          Add
        </button>
      </form>
      {/^http:/.test(draft.url) && <p className="note">By http, whoever is on the way can read what alerts say. Use https unless it stays on your own machines.</p>}
      {add.error && (
        <p role="alert" className="note-bad">
          {add.error.message}
        </p>
      )}
      {add.data?.secret && <WebhookSecret name={add.data.name} format={add.data.format} secret={add.data.secret} />}
    </div>
  );
}
