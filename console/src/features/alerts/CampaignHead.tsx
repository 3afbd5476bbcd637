import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { alertsQuery, askedBy } from './listAlerts';

interface Props {
  campaign: string;
  onSelect: (ids: readonly string[]) => void;
}

/** Why these alerts belong together, and all of them at once. */
export function CampaignHead({ campaign, onSelect }: Props) {
  const [search] = useSearchParams();
  const items = useInfiniteQuery(alertsQuery(askedBy(search))).data?.pages.flatMap((page) => page.items) ?? [];
  const reason = items.find((alert) => alert.campaign?.id === campaign)?.campaign?.reason;
  return (
    <div className="row">
      {reason && <p className="note">They belong together: {reason}.</p>}
      {items.length > 0 && (
        <button className="button" onClick={() => onSelect(items.map(({ id }) => id))}>
          Select all {items.length} to decide about them at once
        </button>
      )}
    </div>
  );
}
