import type { AlertSummary } from '@/shared/api/types';
import { counted } from '@/shared/format/number';
import { alertColumns } from '@/shared/parts/AlertTable';
import type { Long } from '@/shared/ui/LongRows';
import { Table } from '@/shared/ui/Table';
import { Link } from 'react-router';

interface Props {
  label: string;
  alerts: readonly AlertSummary[];
  /** The list that a row is part of, as its address: the alert's page walks along it. */
  search: string;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
  long?: Long;
}

/** Alerts that are decided about: picked one by one, with what they are part of and whose they are. */
export function QueueTable({ label, alerts, search, selected, onSelect, long }: Props) {
  const columns = alertColumns(search, {
    pick: (alert) => <input type="checkbox" aria-label={`Select ${alert.title}`} checked={selected.has(alert.id)} onChange={() => onSelect(alert.id)} />,
    below: (alert) => alert.campaign && <CampaignLink campaign={alert.campaign} />,
    whose: (alert) => <span className="small faint clip">{alert.assignee ?? ''}</span>,
  });
  return <Table label={label} columns={columns} rows={alerts} rowKey={(alert) => alert.id} {...(long && { long })} />;
}

function CampaignLink({ campaign }: { campaign: NonNullable<AlertSummary['campaign']> }) {
  return (
    <Link className="badge bare tone-accent campaign" to={`/alerts?campaign=${encodeURIComponent(campaign.id)}`} title={campaign.reason}>
      {counted(campaign.alerts, 'alert')} of {counted(campaign.actors, 'actor')}
    </Link>
  );
}
