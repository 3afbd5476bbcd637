import type { NamedNetwork } from '@/shared/api/types';
import { KIND_MEANING } from '@/shared/format/networks';

/** What people call the network of the address beside it. */
export function NetworkName({ network }: { network: NamedNetwork | undefined }) {
  if (!network) return null;
  return (
    <span className="network-name clip soft" title={`${network.name}, ${network.network}: ${KIND_MEANING[network.kind]}`}>
      {network.name}
    </span>
  );
}
