import type { Retention, RetentionLimits } from '@/shared/api/types';
import { bytes, counted } from '@/shared/format/number';
import { Dialog } from '@/shared/ui/Dialog';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useKeep } from './changeRetention';
import { leavingQuery } from './getRetention';
import { gigabytesOf, limitsOf, limitsText } from './limits';

/** Other limits, and what would go with them, told before it goes. */
export function KeepForm({ retention }: { retention: Retention }) {
  const [days, setDays] = useState(String(retention.keep_days ?? ''));
  const [gigabytes, setGigabytes] = useState(gigabytesOf(retention.keep_bytes));
  const [asking, setAsking] = useState(false);
  const limits = limitsOf(days, gigabytes);
  const changed = limits !== null && (limits.keep_days !== retention.keep_days || limits.keep_bytes !== retention.keep_bytes);
  const leaving = useLeaving(useDeferredValue(changed ? limits : null));
  const keep = useKeep();
  return (
    <>
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsking(true);
        }}
      >
        <label>
          Days, today among them
          <input className="field" inputMode="numeric" placeholder="all" value={days} onChange={(event) => setDays(event.target.value)} />
        </label>
        <label>
          Gigabytes at most
          <input className="field" inputMode="decimal" placeholder="no limit" value={gigabytes} onChange={(event) => setGigabytes(event.target.value)} />
        </label>
        <button className="button main" disabled={!changed}>
          Keep that much
        </button>
      </form>
      {limits === null && <p className="note-bad">Whole days from 1 on, gigabytes above 0; leave a field empty for no limit.</p>}
      {changed && <p role="status">{leaving}</p>}
      {asking && limits && (
        <Dialog title={`${limitsText(limits)}?`} does="Keep that much" busy={keep.isPending} error={keep.error} onClose={() => setAsking(false)} onSubmit={() => keep.mutate(limits, { onSuccess: () => setAsking(false) })}>
          <p>{leaving}</p>
          <p className="soft">What is deleted is gone for good.</p>
        </Dialog>
      )}
    </>
  );
}

function useLeaving(limits: RetentionLimits | null): string {
  const found = useQuery(leavingQuery(limits ?? {}));
  if (limits === null || (limits.keep_days == null && limits.keep_bytes == null)) return 'Nothing is deleted any more.';
  if (found.error) return `What would go is not known: ${found.error.message}`;
  if (found.data == null) return 'Looking at what would go…';
  if (found.data.calls === 0) return 'Nothing that is stored now would go.';
  return `${counted(found.data.calls, 'call')} of ${counted(found.data.days, 'day')} would go at once, ${bytes(found.data.bytes)}.`;
}
