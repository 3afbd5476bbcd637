import type { Alert, NamedNetwork } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { entityParts, to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { NetworkName } from '@/shared/parts/NetworkName';
import { useNetworkOf } from '@/shared/parts/useNetworkOf';
import { Link } from 'react-router';

const SHOWN = 6;

/** Users, credentials, addresses, endpoints and entities that take part. */
export function Involved({ involved }: { involved: Alert['involved'] }) {
  const networkOf = useNetworkOf();
  const groups: [name: string, values: readonly string[], link: (value: string) => string | null][] = [
    ['Users', involved.users, (user) => address('/actors', {}, { q: user })],
    ['Credentials', involved.credentials, () => null],
    ['Addresses', involved.addresses, () => null],
    ['Endpoints', involved.endpoints, (endpoint) => address('/endpoints', {}, { q: endpoint.replace(/^[A-Z]+ /, '') })],
    ['Entities', involved.entities, (entity) => entityLink(entity)],
  ];
  const filled = groups.filter(([, values]) => values.length > 0);
  if (filled.length === 0) return <p className="faint">Nobody and nothing but the actor.</p>;
  return (
    <dl className="stack">
      {filled.map(([name, values, link]) => (
        <div key={name}>
          <dt className="small faint">
            {name} {values.length > 1 && number(values.length)}
          </dt>
          {values.slice(0, SHOWN).map((value) => (
            <One key={value} value={value} link={link(value)} network={name === 'Addresses' ? networkOf(value) : undefined} />
          ))}
          {values.length > SHOWN && (
            <dd>
              <details>
                <summary className="soft">{number(values.length - SHOWN)} more</summary>
                {values.slice(SHOWN).map((value) => (
                  <div key={value} className="code break">
                    {value} {name === 'Addresses' && <NetworkName network={networkOf(value)} />}
                  </div>
                ))}
              </details>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function One({ value, link, network }: { value: string; link: string | null; network: NamedNetwork | undefined }) {
  return (
    <dd className="code break">
      {link ? <Link to={link}>{value}</Link> : value} <NetworkName network={network} />
    </dd>
  );
}

function entityLink(text: string): string | null {
  const parts = entityParts(text);
  return parts && to.entity(parts.type, parts.id);
}
