import { ENDPOINT_STATES, type Inventory, POSTURES, SENSITIVITIES } from '@/shared/api/types';
import { number } from '@/shared/format/number';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { SearchBox } from '@/shared/ui/SearchBox';
import { useQuery } from '@tanstack/react-query';
import { type Facet, endpointsOf, inventoryQuery } from './getInventory';
import { word } from './marks';

const NAMES = ['q', 'posture', 'sensitivity', 'data', 'label', 'state', 'method', 'host'];

interface Option {
  value: string;
  text: string;
  count: number;
}

/** One field for each way to cut the inventory; what is set stands out, and each word tells how many endpoints it leaves. */
export function EndpointFilterBar() {
  const filters = useFilters();
  const inventory = useQuery(inventoryQuery).data;
  const fixed = (facet: Facet, words: readonly string[]) => words.map((value) => ({ value, text: label(value), count: inventory ? endpointsOf(inventory, facet, value) : 0 }));
  const found = (facet: Facet, text = (value: string) => value) => (inventory?.[facet] ?? []).map((one) => ({ value: one.word, text: text(one.word), count: one.endpoints }));
  return (
    <div className="filters inventory">
      <SearchBox value={filters.one('q')} placeholder="Search the inventory" onSearch={(q) => filters.set({ q })} />
      <Pick name="posture" any="Any posture" options={fixed('posture', POSTURES)} />
      <Pick name="sensitivity" any="Any sensitivity" options={fixed('sensitivity', SENSITIVITIES)} />
      <Pick name="data" any="Any data" options={[...levels(inventory), ...found('data', word)]} />
      <Pick name="label" any="Any label" options={found('label', (value) => value.replaceAll('_', ' '))} />
      <Pick name="state" any="New or old" options={fixed('state', ENDPOINT_STATES)} />
      <Pick name="method" any="Any method" options={found('method')} />
      {((inventory?.host.length ?? 0) > 1 || filters.one('host')) && <Pick name="host" any="Any host" options={found('host')} />}
      {NAMES.some((name) => filters.one(name)) && (
        <button className="button plain" onClick={filters.clear}>
          Clear
        </button>
      )}
    </div>
  );
}

function levels(inventory: Inventory | undefined): Option[] {
  return (['secret', 'sensitive', 'personal'] as const).map((value) => ({ value, text: `${label(value)} data`, count: inventory ? endpointsOf(inventory, 'level', value) : 0 }));
}

function Pick({ name, any, options }: { name: string; any: string; options: readonly Option[] }) {
  const filters = useFilters();
  const value = filters.one(name);
  const known = value === undefined || options.some((option) => option.value === value);
  return (
    <select className={value === undefined ? 'field pick' : 'field pick set'} aria-label={label(name)} value={value ?? ''} onChange={(event) => filters.set({ [name]: event.target.value || undefined })}>
      <option value="">{any}</option>
      {!known && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text} ({number(option.count)})
        </option>
      ))}
    </select>
  );
}
