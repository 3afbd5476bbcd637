import type { Retention } from '@/shared/api/types';
import { useMay } from '@/shared/api/useMay';
import { bytes, counted, number } from '@/shared/format/number';
import { Answer } from '@/shared/ui/Answer';
import { Figure, Figures } from '@/shared/ui/Figures';
import { Panel } from '@/shared/ui/Panel';
import { useQuery } from '@tanstack/react-query';
import { KeepForm } from './KeepForm';
import { SettingsTabs } from './SettingsTabs';
import { useKeep } from './changeRetention';
import { retentionQuery } from './getRetention';
import { limitsText } from './limits';
import './settings.css';

/** How much is stored, how much of it is kept, and how that is changed. */
export function RetentionPage() {
  const retention = useQuery(retentionQuery);
  return (
    <>
      <SettingsTabs />
      <Answer query={retention}>{(found) => <Kept retention={found} />}</Answer>
    </>
  );
}

function Kept({ retention }: { retention: Retention }) {
  const admin = useMay('admin');
  const keep = useKeep();
  const { lake, disk, command } = retention;
  const low = disk.free_bytes < disk.reserve_bytes;
  return (
    <>
      <Figures>
        <Figure what="Calls stored" value={number(lake.calls)} to="/calls" />
        <Figure what="Days" value={number(lake.days)} />
        <Figure what="From" value={lake.first_day ?? '–'} plain />
        <Figure what="On disk" value={bytes(lake.bytes)} />
        <Figure what="Free on the disk" value={bytes(disk.free_bytes)} />
        <Figure what="Deleted so far" value={number(lake.deleted_calls)} />
      </Figures>
      {low && <p className="note-bad">The disk has less room than the reserve of {bytes(disk.reserve_bytes)}: no more calls are taken in. Keep less, or free some space.</p>}
      {lake.damaged_files > 0 && <p className="note-bad">{counted(lake.damaged_files, 'file')} of calls were found damaged and set aside; `apian lake status` tells which.</p>}
      <Panel title="How much is kept" note={retention.from === 'setting' ? 'as said here; it wins over the command line' : 'as the command line of the server says'}>
        <div className="stack">
          <p>
            <strong>{limitsText(retention)}</strong>
          </p>
          <p className="soft">
            Whole days in UTC go, the oldest first, and never the latest. Alerts, actors and what was learned stay. What is held with <code>apian lake hold</code> stays too.
          </p>
          {admin ? <KeepForm key={`${retention.keep_days} ${retention.keep_bytes}`} retention={retention} /> : <p className="faint">Administrators change this.</p>}
          {admin && retention.from === 'setting' && (
            <p>
              <button className="button small" disabled={keep.isPending} onClick={() => keep.mutate(null)}>
                Back to the command line: {limitsText(command).toLowerCase()}
              </button>
            </p>
          )}
          {keep.error && (
            <p role="alert" className="note-bad">
              {keep.error.message}
            </p>
          )}
        </div>
      </Panel>
    </>
  );
}
