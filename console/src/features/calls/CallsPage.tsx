import { present } from '@/shared/format/present';
import { useFilters } from '@/shared/keys/useFilters';
import { CallTable } from '@/shared/parts/CallTable';
import { Pages } from '@/shared/ui/Pages';
import { Period } from '@/shared/ui/Period';
import { Empty } from '@/shared/ui/States';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CallFilterFields } from './CallFilterFields';
import { callsQuery } from '@/shared/api/listCalls';

export function CallsPage() {
  const filters = useFilters();
  const status = Number(filters.one('status')) || undefined;
  const words = ['actor', 'endpoint', 'entity_type', 'entity_id', 'country', 'asn', 'device', 'client_ip', 'call_id', 'from', 'to'] as const;
  const asked = Object.fromEntries(words.map((name) => [name, filters.one(name)])) as Record<(typeof words)[number], string | undefined>;
  const calls = useInfiniteQuery(callsQuery(present({ ...asked, status })));
  const sameActor = asked.actor !== undefined;
  return (
    <>
      <header className="page-head">
        <h1>Calls</h1>
        <span className="lead">Every request that was read, the newest first</span>
      </header>
      <div className="filters">
        <CallFilterFields actorName={sameActor ? calls.data?.pages[0]?.items[0]?.actor_name : undefined} endpointText={calls.data?.pages[0]?.items[0]?.endpoint} />
        <Period />
        {filters.any && (
          <button className="button plain" onClick={filters.clear}>
            Clear
          </button>
        )}
      </div>
      <div className="panel">
        <Pages query={calls} more="Earlier calls" empty={<NoCalls filtered={filters.any} clear={filters.clear} />}>
          {(rows, long) => <CallTable calls={rows} withActor={!sameActor} long={long} />}
        </Pages>
      </div>
    </>
  );
}

function NoCalls({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (!filtered) {
    return (
      <Empty title="No calls yet">
        Send some to <code>POST /v1/calls</code>, read a file with <code>./apian analyze</code>, or look around with <code>./apian demo</code>.
      </Empty>
    );
  }
  return (
    <Empty title="No call matches these filters">
      Calls that are older than what retention keeps are gone.{' '}
      <button className="button" onClick={clear}>
        Show all calls
      </button>
    </Empty>
  );
}
