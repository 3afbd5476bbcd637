import type { ValueCount } from '@/shared/api/types';
import { number } from '@/shared/format/number';
import { Meter } from '@/shared/ui/Meter';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';
import { Link } from 'react-router';

interface Props {
  title: string;
  values: readonly ValueCount[];
  all: number;
  text?: (value: string) => string;
  link: (value: string) => string;
}

/** Countries, networks or devices: how much of the actor's traffic each one carries, and since when. */
export function ValueCounts({ title, values, all, text = (value) => value, link }: Props) {
  return (
    <Panel title={title} flush>
      {values.length === 0 ? (
        <Empty tight title="Not known">
          The calls do not tell, or no address database is installed.
        </Empty>
      ) : (
        <Table
          label={title}
          rows={values}
          rowKey={(row) => row.value}
          columns={[
            { name: title, wide: true, cell: (row) => <span title={row.value}>{text(row.value)}</span> },
            { name: 'Calls', right: true, cell: (row) => <Link to={link(row.value)}>{number(row.calls)}</Link> },
            { name: 'Share', cell: (row) => <Meter value={all === 0 ? 0 : row.calls / all} label="Share of its calls" /> },
            { name: 'Since', cell: (row) => <Time at={row.first_seen} show="relative" /> },
          ]}
        />
      )}
    </Panel>
  );
}
