import { useEffect, useRef, useState } from 'react';
import { type ToSave, useSaveQuery } from './saveQuery';

export type Draft = ToSave;

/** Names a statement and keeps it for everybody, or puts it in the place of one that was kept. */
export function SaveDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(draft.name);
  const [description, setDescription] = useState(draft.description);
  const save = useSaveQuery();
  const title = draft.id === undefined ? 'Save this query' : `Change ${draft.name}`;
  useEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-label={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ ...draft, name, description }, { onSuccess: onClose });
        }}
      >
        <h2>{title}</h2>
        <label>
          Name
          <input className="field" autoFocus required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          What it finds, and how to read it
          <textarea className="field" rows={3} maxLength={2000} value={description} onChange={(event) => setDescription(event.target.value)} />
        </label>
        <pre className="code sql-text">{draft.sql}</pre>
        {save.error && (
          <p role="alert" className="note-bad">
            Not saved: {save.error.message}
          </p>
        )}
        <div className="row">
          <button className="button main" disabled={save.isPending || name.trim() === '' || draft.sql.trim() === ''}>
            Save for everybody
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
