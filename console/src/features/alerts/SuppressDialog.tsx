import type { Alert, AlertSummary, SuppressionScope } from '@/shared/api/types';
import { counted, number } from '@/shared/format/number';
import { Dialog } from '@/shared/ui/Dialog';
import { Loading } from '@/shared/ui/States';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { about } from './about';
import { alertQuery } from './getAlert';
import { KINDS, type Kind, chosen, heldBy } from './scope';
import { isEmpty, previewQuery, useSuppress } from './suppressions';

interface Props {
  alerts: readonly AlertSummary[];
  onClose: () => void;
  onDone: () => void;
}

const DAY_MS = 86_400_000;
const NAMES_SHOWN = 3;

/** Hides alerts like these for a while: what they have in common, why, and until when; with what that would have hidden. */
export function SuppressDialog({ alerts, onClose, onDone }: Props) {
  const [kinds, setKinds] = useState<readonly Kind[]>(['scenarios', 'actors']);
  const [reason, setReason] = useState('');
  const [days, setDays] = useState(30);
  const suppress = useSuppress();
  const details = useQueries({ queries: alerts.map(({ id }) => alertQuery(id)) });
  const known = details.map(({ data }) => data).filter((alert): alert is Alert => alert !== undefined);
  const held = heldBy(known);
  const scope = chosen(held, kinds);
  const save = () => suppress.mutate({ scope, reason: reason.trim(), until: inDays(days) }, { onSuccess: onDone });
  const toggle = (kind: Kind) => setKinds(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]);
  return (
    <Dialog title="Suppress alerts like this" does="Suppress" busy={suppress.isPending || isEmpty(scope) || known.length < alerts.length} error={suppress.error} onClose={onClose} onSubmit={save}>
      <p className="soft">{about(alerts)}</p>
      {known.length < alerts.length ? (
        <Loading lines={3} />
      ) : (
        <fieldset className="scope">
          <legend className="small faint">Hide alerts that hold nothing but</legend>
          {KINDS.filter(({ kind }) => held[kind].length > 0).map(({ kind, text }) => (
            <label key={kind} className="inline">
              <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
              <span className="break">
                {text} <span className="faint code">{names(held[kind])}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Preview scope={scope} />
      <label>
        Why nobody needs to see them
        <input className="field" autoFocus required maxLength={1000} value={reason} placeholder="Our own scanner, SEC-412" onChange={(event) => setReason(event.target.value)} />
      </label>
      <label>
        For how many days, at most 180
        <input className="field" type="number" required min={1} max={179} value={days} onChange={(event) => setDays(Number(event.target.value))} />
      </label>
      <p className="small faint">Nothing is deleted. Once it is over, what it hid stays hidden, and what is raised from then on is shown.</p>
    </Dialog>
  );
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

function names(all: readonly string[]): string {
  const more = all.length - NAMES_SHOWN;
  return all.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${number(more)} more` : '');
}

function Preview({ scope }: { scope: SuppressionScope }) {
  const preview = useQuery(previewQuery(scope));
  if (isEmpty(scope)) return <p className="note">Choose at least one, or everything would be hidden.</p>;
  if (preview.error) return <p className="note-bad">{preview.error.message}</p>;
  if (!preview.data) return <p className="note">Counting …</p>;
  const { alerts, days, confirmed } = preview.data;
  return (
    <p className={confirmed > 0 ? 'note-bad' : 'note'} aria-live="polite">
      Covers <b>{counted(alerts, 'alert')}</b> of the last {number(days)} days{confirmed > 0 && `, ${number(confirmed)} of which were confirmed: it would hide real ones`}.
    </p>
  );
}
