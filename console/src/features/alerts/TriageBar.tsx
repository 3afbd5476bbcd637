import type { AlertStatus } from '@/shared/api/types';
import type { Act } from './useTriage';

const ACTS: readonly { act: Act; text: string; key: string; means: string; status?: AlertStatus }[] = [
  { act: 'confirm', text: 'Confirm', key: 'e', means: 'It was what it said', status: 'confirmed' },
  { act: 'dismiss', text: 'Dismiss', key: 'x', means: 'It was not, or it was wanted', status: 'dismissed' },
  { act: 'investigate', text: 'Investigating', key: 'i', means: 'Somebody is looking into it', status: 'investigating' },
  { act: 'note', text: 'Note', key: 'n', means: 'What you found, for whoever comes next' },
  { act: 'assign', text: 'Assign', key: 'a', means: 'Whose it is' },
  { act: 'snooze', text: 'Snooze', key: 'z', means: 'Out of sight for a while; it comes back by itself' },
  { act: 'suppress', text: 'Suppress', key: 's', means: 'Hide alerts like it, with a reason and an end' },
];

interface Props {
  act: (act: Act) => void;
  status?: AlertStatus;
}

/** What can be done with an alert, each with its key. */
export function TriageBar({ act, status }: Props) {
  return (
    <div className="triage" role="group" aria-label="Triage">
      {ACTS.map((one) => (
        <button
          key={one.act}
          type="button"
          className={`button act ${one.status ?? ''}`}
          title={`${one.means} (${one.key})`}
          {...(one.status && status && { 'aria-pressed': one.status === status })}
          onClick={() => act(one.act)}
        >
          {one.text} <kbd aria-hidden="true">{one.key}</kbd>
        </button>
      ))}
    </div>
  );
}
