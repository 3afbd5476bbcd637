import type { AuditEntry } from '@/shared/api/types';
import { present } from '@/shared/format/present';
import { useFilters } from '@/shared/keys/useFilters';
import { Pages } from '@/shared/ui/Pages';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { useInfiniteQuery } from '@tanstack/react-query';
import { SettingsTabs } from './SettingsTabs';
import { auditQuery } from './listAudit';
import './settings.css';

const columns: readonly Column<AuditEntry>[] = [
  { name: 'When', cell: (entry) => <Time at={entry.at} /> },
  { name: 'Who', cell: (entry) => <strong>{entry.who}</strong> },
  {
    name: 'Did',
    wide: true,
    cell: (entry) => (
      <>
        <div className="code clip" title={entry.action}>
          {entry.action.replace('/api/v1', '')}
        </div>
        {entry.detail && (
          <div className="small faint clip" title={entry.detail}>
            {entry.detail}
          </div>
        )}
      </>
    ),
  },
  { name: 'Outcome', cell: (entry) => <span className={entry.outcome === 'done' ? 'badge bare' : 'badge bare tone-high'}>{entry.outcome}</span> },
  { name: 'From', extra: true, cell: (entry) => <span className="code">{entry.address}</span> },
];

export function AuditPage() {
  const filters = useFilters();
  const entries = useInfiniteQuery(auditQuery(present({ q: filters.one('q'), who: filters.one('who') })));
  return (
    <>
      <SettingsTabs />
      <div className="filters">
        <SearchBox placeholder="What was done, or to what" value={filters.one('q')} onSearch={(q) => filters.set({ q })} />
      </div>
      <div className="panel">
        <Pages query={entries} empty={<Empty title="Nothing was done yet">Every change, every hunt and every sign-in will be listed here, for 400 days.</Empty>}>
          {(rows) => <Table label="Audit log" columns={columns} rows={rows} rowKey={(entry) => String(entry.number)} />}
        </Pages>
      </div>
    </>
  );
}
