import type { BackTest } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { useState } from 'react';
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
  const [reason, setReason] = useState('');
  const save = useSetScenario(id);
  return (
    <Dialog
      title="Save settings"
      does="Save"
      busy={save.isPending || reason.trim() === ''}
      error={save.error}
      failed="Not saved"
      onClose={onClose}
      onSubmit={() => save.mutate({ ...draft, reason, test: test?.id }, { onSuccess: onClose })}
    >
      <p className="break">{draftWords(draft)}</p>
      {test?.result ? <p className="note">{test.result.sentence}</p> : <p className="note">These settings were not back-tested: nobody knows what they would have raised.</p>}
      <label>
        Why
        <textarea className="field" rows={3} autoFocus required maxLength={2000} placeholder="For whoever asks later" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </Dialog>
  );
}
