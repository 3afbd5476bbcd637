import type { AlertSummary } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { about } from './about';
import { useDecide } from './decide';
import { peopleQuery } from './listPeople';

interface Props {
  alerts: readonly AlertSummary[];
  onClose: () => void;
}

export function AssignDialog({ alerts, onClose }: Props) {
  const people = useQuery(peopleQuery).data;
  const [name, setName] = useState(alerts[0]?.assignee ?? '');
  const decide = useDecide();
  const give = (to: string | null) => decide.mutate({ alerts, decision: { assignee: to }, done: to ? `given to ${to}` : 'given to nobody' }, { onSuccess: onClose });
  return (
    <Dialog title="Assign" does="Assign" busy={decide.isPending} error={decide.error} onClose={onClose} onSubmit={() => give(name.trim() || null)}>
      <p className="soft">{about(alerts)}</p>
      <label>
        To whom; empty for nobody
        <input className="field" autoFocus list="people" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <datalist id="people">
        {people?.items.map((person) => (
          <option key={person} value={person} />
        ))}
      </datalist>
      {people && (
        <p>
          <button type="button" className="button small" onClick={() => give(people.you)}>
            To me ({people.you})
          </button>
        </p>
      )}
    </Dialog>
  );
}
