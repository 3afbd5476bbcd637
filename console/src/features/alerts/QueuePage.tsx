import { homeQuery } from '@/shared/api/getHome';
import type { AlertSummary } from '@/shared/api/types';
import { counted, number } from '@/shared/format/number';
import { focusedAlert, moveFocus } from '@/shared/keys/rows';
import { useFilters } from '@/shared/keys/useFilters';
import { useKeys } from '@/shared/keys/useKeys';
import { Choices } from '@/shared/ui/Choices';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { AlertFilterBar } from './AlertFilterBar';
import { BudgetField } from './BudgetField';
import { CampaignHead } from './CampaignHead';
import { QueueSection } from './QueueSection';
import { TriageBar } from './TriageBar';
import { useTriage } from './useTriage';
import { knownAlerts } from './knownAlerts';
import './alert.css';

const ORDERS = [
  { value: 'risk', text: 'Riskiest first' },
  { value: 'newest', text: 'Newest first' },
] as const;

/** What is to be decided: today's, what fell below the line of a day, and what is left from before. With filters one list. */
export function QueuePage() {
  const filters = useFilters();
  const [search] = useSearchParams();
  const client = useQueryClient();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const meant = (): readonly AlertSummary[] => {
    const focused = focusedAlert();
    const ids = selected.size > 0 ? [...selected] : focused ? [focused] : [];
    return knownAlerts(client, ids);
  };
  const triage = useTriage(meant, () => {
    if (selected.size === 0) moveFocus(1);
    setSelected(new Set());
  });
  const toggle = (id: string) => setSelected((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  useKeys({
    ' ': () => {
      const focused = focusedAlert();
      if (focused) toggle(focused);
    },
  });
  const section = { selected, onSelect: toggle };
  const campaign = filters.one('campaign');
  return (
    <>
      <header className="page-head">
        <h1>{campaign ? 'A campaign' : 'Alerts'}</h1>
        {!filters.any && <BudgetField />}
        <span className="far row">
          <Link to="/suppressions">Suppressions</Link>
          <Choices label="Order" options={ORDERS} chosen={[filters.one('sort') === 'newest' ? 'newest' : 'risk']} onChoose={(sort) => filters.set({ sort: sort === 'risk' ? undefined : sort })} />
        </span>
      </header>
      {campaign ? <CampaignHead campaign={campaign} onSelect={(ids) => setSelected(new Set(ids))} /> : <AlertFilterBar />}
      {filters.any ? <QueueSection {...section} search={search} /> : <Sections {...section} />}
      {selected.size > 0 && (
        <div className="selection">
          <b>{counted(selected.size, 'alert')} selected</b>
          <TriageBar act={triage.act} />
          <button className="button plain" onClick={() => setSelected(new Set())}>
            Clear
          </button>
        </div>
      )}
      {triage.dialog}
    </>
  );
}

function Sections(section: { selected: ReadonlySet<string>; onSelect: (id: string) => void }) {
  const alerts = useQuery(homeQuery).data?.alerts;
  const [unfolded, setUnfolded] = useState(false);
  const place = (name: string) => new URLSearchParams({ place: name });
  return (
    <>
      <QueueSection {...section} search={place('today')} title="Today" note={alerts && `${number(alerts.done)} done of today's ${number(alerts.done + alerts.today.length)}`} />
      {alerts && alerts.below > 0 && (
        <div className="fold">
          <button className="button" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? 'Hide' : 'Show'} {counted(alerts.below, 'alert')} of these 24 hours below the line
          </button>
          <span className="faint small">
            the riskiest {number(alerts.alerts_a_day)} a day are above it
          </span>
        </div>
      )}
      {unfolded && <QueueSection {...section} search={place('below')} title="Below the line" />}
      {alerts && alerts.earlier > 0 && <QueueSection {...section} search={place('earlier')} title="Earlier" note="older than 24 hours and not decided" />}
    </>
  );
}
