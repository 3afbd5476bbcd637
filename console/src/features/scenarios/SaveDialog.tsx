import type { BackTest } from '@/shared/api/types';
import { useEffect, useRef, useState } from 'react';
import { type Draft, draftWords } from './draft';
import { useSetScenario } from './setScenario';

interface Props {
  id: string;
  draft: Draft;
  /** A back-test of these very settings. */
  test: BackTest | undefined;
  onClose: () => void;
}

/** Asks why, and says what is known of the settings. */
export function SaveDialog({ id, draft, test, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const save = useSetScenario(id);
  useEffect(() => dialog.current?.showModal?.(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-label="Save settings" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ ...draft, reason, test: test?.id }, { onSuccess: onClose });
        }}
      >
        <h2>Save settings</h2>
        <p className="break">{draftWords(draft)}</p>
        {test?.result ? <p className="note">{test.result.sentence}</p> : <p className="note">These settings were not back-tested: nobody knows what they would have raised.</p>}
        <label>
          Why
          <textarea className="field" rows={3} autoFocus required maxLength={2000} placeholder="For whoever asks later" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {save.error && (
          <p role="alert" className="note-bad pre">
            Not saved: {save.error.message}
          </p>
        )}
        <div className="row">
          <button className="button main" disabled={save.isPending || reason.trim() === ''}>
            Save
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
