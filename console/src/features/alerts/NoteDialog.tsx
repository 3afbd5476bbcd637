import type { AlertSummary } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { useState } from 'react';
import { about } from './about';
import { useDecide } from './decide';

interface Props {
  alerts: readonly AlertSummary[];
  onClose: () => void;
}

export function NoteDialog({ alerts, onClose }: Props) {
  const [note, setNote] = useState('');
  const decide = useDecide();
  const save = () => note.trim() !== '' && decide.mutate({ alerts, decision: { note: note.trim() }, done: 'got a note' }, { onSuccess: onClose });
  return (
    <Dialog title="Note" does="Save note" busy={decide.isPending} error={decide.error} onClose={onClose} onSubmit={save}>
      <p className="soft">{about(alerts)}</p>
      <textarea
        className="field"
        rows={4}
        autoFocus
        aria-label="Note"
        placeholder="What you found, for whoever comes next"
        maxLength={10_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save()}
      />
      <p className="small faint">Ctrl+Enter saves. Earlier notes stay in the history.</p>
    </Dialog>
  );
}
