import type { Inventory } from '@/shared/api/types';
import { address } from '@/shared/api/server';
import { number } from '@/shared/format/number';
import { Figure, Figures } from '@/shared/ui/Figures';
import { useQuery } from '@tanstack/react-query';
import { type Facet, endpointsOf, inventoryQuery } from './getInventory';

const COUNTS: readonly { what: string; facet: Facet; word: string; filter: Record<string, string> }[] = [
  { what: 'Open to anybody', facet: 'posture', word: 'open', filter: { posture: 'open' } },
  { what: 'Partly open', facet: 'posture', word: 'mixed', filter: { posture: 'mixed' } },
  { what: 'High sensitivity', facet: 'sensitivity', word: 'high', filter: { sensitivity: 'high' } },
  { what: 'With secret data', facet: 'level', word: 'secret', filter: { data: 'secret' } },
  { what: 'New in 7 days', facet: 'state', word: 'new', filter: { state: 'new' } },
  { what: 'Dormant for 30 days', facet: 'state', word: 'dormant', filter: { state: 'dormant' } },
];

/** What there is to worry about, in numbers; each leads to its endpoints. */
export function InventoryFigures() {
  const inventory = useQuery(inventoryQuery).data;
  return (
    <Figures>
      <Figure what="Endpoints" value={inventory ? number(inventory.endpoints) : '–'} to="/endpoints" />
      {COUNTS.map(({ what, facet, word, filter }) => (
        <Figure key={what} what={what} value={inventory ? <Count inventory={inventory} facet={facet} word={word} /> : '–'} to={address('/endpoints', {}, filter)} />
      ))}
    </Figures>
  );
}

function Count({ inventory, facet, word }: { inventory: Inventory; facet: Facet; word: string }) {
  const count = endpointsOf(inventory, facet, word);
  return <span className={count === 0 ? 'none' : ''}>{number(count)}</span>;
}
