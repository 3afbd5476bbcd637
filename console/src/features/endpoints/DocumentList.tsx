import type { ApiDocument } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { Time } from '@/shared/ui/Time';
import { useState } from 'react';
import { RemoveDialog } from './RemoveDialog';

/** The imported documents, each with a way to forget it. */
export function DocumentList({ documents }: { documents: readonly ApiDocument[] }) {
  const [leaving, setLeaving] = useState<ApiDocument | null>(null);
  return (
    <>
      <ul className="documents" aria-label="Documents">
        {documents.map((one) => (
          <li key={one.name}>
            <span className="code break">{one.name}</span>
            <span className="break">
              {one.title || <span className="faint">without a title</span>} <span className="faint">{one.version}</span>
            </span>
            <span>{counted(one.operations, 'operation')}</span>
            <span className="soft break">{one.hosts.length === 0 ? 'any host' : one.hosts.join(', ')}</span>
            <span className="small faint">
              {one.by && `by ${one.by} · `}
              <Time at={one.at} show="relative" />
            </span>
            <button className="button small" aria-label={`Remove ${one.name}`} onClick={() => setLeaving(one)}>
              Remove
            </button>
            {one.notes.length > 0 && <Notes notes={one.notes} />}
          </li>
        ))}
      </ul>
      {leaving && <RemoveDialog document={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

/** What could not be used of a document. */
function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <ul className="bullets small soft">
      {notes.map((note) => (
        <li key={note} className="break">
          {note}
        </li>
      ))}
    </ul>
  );
}
