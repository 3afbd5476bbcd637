import { networksQuery } from '@/shared/api/listNetworks';
import type { NamedNetwork } from '@/shared/api/types';
import { useMay } from '@/shared/api/useMay';
import { KIND_MEANING } from '@/shared/format/networks';
import { Answer } from '@/shared/ui/Answer';
import { Panel } from '@/shared/ui/Panel';
import { Empty } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { tell } from '@/shared/ui/toasts';
import { useQuery } from '@tanstack/react-query';
import { AddNetwork } from './AddNetwork';
import { PasteNetworks } from './PasteNetworks';
import { SettingsTabs } from './SettingsTabs';
import { useSetNetworks } from './setNetworks';
import './settings.css';

/** What address ranges are: the office, the company's VPN, a partner's data centre. */
export function NetworksPage() {
  const networks = useQuery(networksQuery);
  const admin = useMay('admin');
  return (
    <>
      <SettingsTabs />
      <p className="soft">
        What you say of a network wins over address databases: detections go by its kind, and its name stands beside its addresses. It holds for calls that are judged from now on; alerts that were raised stay. Of networks within one another the narrowest
        counts.
      </p>
      <Answer query={networks}>
        {({ items, applied }) => (
          <>
            {!applied && <p className="note">This server shows a cluster’s lake, and the job that fills it does not read this list. Networks cannot be named here.</p>}
            <Networks items={items} editable={admin && applied} />
            {admin && applied && (
              <>
                <Panel title="Name a network">
                  <AddNetwork />
                </Panel>
                <Panel title="Paste many" note="added to those there are, all or none">
                  <PasteNetworks />
                </Panel>
              </>
            )}
            {!admin && applied && <p className="small faint">Administrators can change this list.</p>}
          </>
        )}
      </Answer>
    </>
  );
}

function Networks({ items, editable }: { items: readonly NamedNetwork[]; editable: boolean }) {
  const set = useSetNetworks();
  if (items.length === 0) {
    return (
      <Empty tight title="No network has a name">
        Name the company’s VPN and proxies first: without that, colleagues who come out of them seem to travel.
      </Empty>
    );
  }
  const remove = (network: NamedNetwork) =>
    set.mutate((present) => present.filter((one) => one.network !== network.network), {
      onSuccess: () => tell(`${network.name} is no longer listed.`, { undo: () => set.mutate((present) => [network, ...present]) }),
    });
  const columns: readonly Column<NamedNetwork>[] = [
    {
      name: 'Name',
      cell: (network) => (
        <strong className="named clip" title={network.name}>
          {network.name}
        </strong>
      ),
    },
    { name: 'Network', cell: (network) => <span className="code nowrap">{network.network}</span> },
    { name: 'Kind', cell: (network) => network.kind },
    { name: 'Which is', wide: true, cell: (network) => <span className="soft">{KIND_MEANING[network.kind]}</span> },
  ];
  const removal: Column<NamedNetwork> = {
    name: 'Change',
    cell: (network) => (
      <button className="button small" disabled={set.isPending} aria-label={`Remove ${network.name}, ${network.network}`} onClick={() => remove(network)}>
        Remove
      </button>
    ),
  };
  return (
    <div className="panel">
      <Table label="Networks" columns={editable ? [...columns, removal] : columns} rows={items} rowKey={(network) => network.network} />
      {set.error && (
        <p role="alert" className="note-bad pre">
          {set.error.message}
        </p>
      )}
    </div>
  );
}
