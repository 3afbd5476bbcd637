import { counted } from '@/shared/format/number';
import type { Outcome } from './importDocuments';

/** What became of the files that were just brought. */
export function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  return (
    <ul className="outcomes" aria-label="Imported just now">
      {outcomes.map((one, index) =>
        'problem' in one ? (
          <li key={index} role="alert" className="note-bad break">
            {one.file} was not imported: {one.problem}
          </li>
        ) : (
          <li key={index} role="status" className="good">
            {one.file} is imported as {one.document.name}: {counted(one.document.operations, 'operation')}
            {one.document.notes.length > 0 && `, ${counted(one.document.notes.length, 'remark')} below`}
          </li>
        ),
      )}
    </ul>
  );
}
