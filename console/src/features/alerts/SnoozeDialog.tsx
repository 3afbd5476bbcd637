import type { AlertSummary } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { useState } from 'react';
import { about } from './about';
import { useDecide } from './decide';

interface Props {
  alerts: readonly AlertSummary[];
  onClose: () => void;
  onDone: () => void;
}

const HOUR_MS = 3_600_000;
const LENGTHS = [
  { text: 'An hour', hours: 1 },
  { text: 'Four hours', hours: 4 },
  { text: 'A day', hours: 24 },
  { text: 'Three days', hours: 72 },
  { text: 'A week', hours: 168 },
  { text: 'A month', hours: 720 },
] as const;

/** Out of sight for a while; it comes back by itself, among today's. */
export function SnoozeDialog({ alerts, onClose, onDone }: Props) {
  const [hours, setHours] = useState<number>(24);
  const decide = useDecide();
  const snooze = () => {
    decide.mutate({ alerts, decision: { snoozed_until: new Date(Date.now() + hours * HOUR_MS).toISOString() }, done: 'snoozed' });
    onDone();
  };
  return (
    <Dialog title="Snooze" does="Snooze" onClose={onClose} onSubmit={snooze}>
      <p className="soft">{about(alerts)}</p>
      <fieldset className="lengths">
        <legend className="small faint">Comes back by itself, among today&apos;s, after</legend>
        {LENGTHS.map((length) => (
          <label key={length.hours} className="inline">
            <input type="radio" name="length" autoFocus={length.hours === 24} checked={hours === length.hours} onChange={() => setHours(length.hours)} /> {length.text}
          </label>
        ))}
      </fieldset>
      {alerts.some((alert) => alert.snoozed_until) && (
        <button type="button" className="button" onClick={() => decide.mutate({ alerts, decision: { snoozed_until: null }, done: 'woken up' }, { onSuccess: onClose })}>
          Wake it up now
        </button>
      )}
    </Dialog>
  );
}
