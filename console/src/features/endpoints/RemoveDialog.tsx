import type { ApiDocument } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { useEffect, useRef } from 'react';
import { useRemoveDocument } from './removeDocument';

/** Asks whether a document is meant to go, and says what goes with it. */
export function RemoveDialog({ document, onClose }: { document: ApiDocument; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const remove = useRemoveDocument();
  useEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-label="Remove this document" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          remove.mutate(document.name, { onSuccess: onClose });
        }}
      >
        <h2>Remove {document.name}</h2>
        <p>
          {counted(document.operations, 'route')} of {document.title || document.name} will no longer win over what is learned, and traffic is no longer held against it. To bring it back, import its file again.
        </p>
        {remove.error && (
          <p role="alert" className="note-bad">
            Not removed: {remove.error.message}
          </p>
        )}
        <div className="row">
          <button className="button main" disabled={remove.isPending}>
            Remove
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
