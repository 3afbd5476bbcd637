import { Dialog } from '@/shared/ui/Dialog';
import { useState } from 'react';
import { type ToSave, useSaveQuery } from './saveQuery';

export type Draft = ToSave;

/** Names a statement and keeps it for everybody, or puts it in the place of one that was kept. */
export function SaveDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const [name, setName] = useState(draft.name);
  const [description, setDescription] = useState(draft.description);
  const save = useSaveQuery();
  return (
    <Dialog
      title={draft.id === undefined ? 'Save this query' : `Change ${draft.name}`}
      does="Save for everybody"
      busy={save.isPending || name.trim() === '' || draft.sql.trim() === ''}
      error={save.error}
      failed="Not saved"
      onClose={onClose}
      onSubmit={() => save.mutate({ ...draft, name, description }, { onSuccess: onClose })}
    >
      <label>
        Name
        <input className="field" autoFocus required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        What it finds, and how to read it
        <textarea className="field" rows={3} maxLength={2000} value={description} onChange={(event) => setDescription(event.target.value)} />
      </label>
      <pre className="code sql-text">{draft.sql}</pre>
    </Dialog>
  );
}
