import type { Facet } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { Meter } from '@/shared/ui/Meter';
import { Table } from '@/shared/ui/Table';
import { Time } from '@/shared/ui/Time';

/** Why these are one actor: each facet with the proof that links it. */
export function FacetTable({ facets }: { facets: readonly Facet[] }) {
  return (
    <Table
      label="Facets"
      rows={facets}
      rowKey={(facet) => `${facet.type} ${facet.value}`}
      columns={[
        { name: 'Facet', cell: (facet) => <span className="nowrap">{label(facet.type)}</span> },
        { name: 'Value', cell: (facet) => <span className="code nowrap">{facet.value}</span> },
        { name: 'Linked because', wide: true, cell: (facet) => <span title={facet.because}>{facet.because}</span> },
        { name: 'Confidence', cell: (facet) => <Meter value={facet.confidence} label="Confidence" /> },
        { name: 'First seen', extra: true, cell: (facet) => <Time at={facet.first_seen} show="absolute" /> },
        { name: 'Last seen', cell: (facet) => <Time at={facet.last_seen} show="absolute" /> },
      ]}
    />
  );
}
