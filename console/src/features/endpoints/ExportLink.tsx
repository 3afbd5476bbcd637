import { address } from '@/shared/api/server';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inventoryQuery } from './getInventory';

/** What was learned as an OpenAPI document: of all hosts, or of one. */
export function ExportLink() {
  const hosts = useQuery(inventoryQuery).data?.host ?? [];
  const [host, setHost] = useState('');
  return (
    <>
      {hosts.length > 1 && (
        <select className="field pick" aria-label="Host to export" value={host} onChange={(event) => setHost(event.target.value)}>
          <option value="">All hosts</option>
          {hosts.map((one) => (
            <option key={one.word} value={one.word}>
              {one.word}
            </option>
          ))}
        </select>
      )}
      <a className="button" href={address('/api/v1/openapi', {}, { host })} download title="An OpenAPI 3.1 document of what was learned, without any value that was sent">
        Export what was learned
      </a>
    </>
  );
}
