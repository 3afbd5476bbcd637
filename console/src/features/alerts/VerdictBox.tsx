import { type Alert, type AlertStatus, STATUSES } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { Panel } from '@/shared/ui/Panel';
import { useState } from 'react';
import { useUpdateAlert } from './updateAlert';

const MEANING: Record<AlertStatus, string> = {
  open: 'Nobody has looked yet.',
  investigating: 'Somebody is looking into it.',
  confirmed: 'It was what it said.',
  dismissed: 'It was not, or it was wanted.',
};

/** What a person says about the alert. A verdict is saved at once, together with the note as it stands. */
export function VerdictBox({ alert }: { alert: Alert }) {
  const [note, setNote] = useState(alert.note ?? '');
  const update = useUpdateAlert(alert.id);
  const changed = note.trim() !== (alert.note ?? '');
  const newNote = changed ? { note: note.trim() || null } : {};
  return (
    <Panel title="Verdict" note={update.isPending ? 'saving …' : update.isSuccess && !changed ? 'saved' : undefined}>
      <div className="stack">
        <div className="verdicts" role="group" aria-label="Status">
          {STATUSES.map((status) => (
            <button key={status} className={`verdict ${status}`} aria-pressed={alert.status === status} disabled={update.isPending} title={MEANING[status]} onClick={() => update.mutate({ status, ...newNote })}>
              {label(status)}
            </button>
          ))}
        </div>
        <p className="small faint">{MEANING[alert.status]}</p>
        <textarea className="field" rows={3} aria-label="Note" placeholder="What you found, for whoever comes next" maxLength={10_000} value={note} onChange={(event) => setNote(event.target.value)} />
        {changed && (
          <div className="row">
            <button className="button main" disabled={update.isPending} onClick={() => update.mutate(newNote)}>
              Save note
            </button>
            <button className="button plain" onClick={() => setNote(alert.note ?? '')}>
              Discard
            </button>
          </div>
        )}
        {update.error && (
          <p role="alert" className="note-bad">
            Not saved: {update.error.message}
          </p>
        )}
      </div>
    </Panel>
  );
}
