import { scenariosQuery } from '@/shared/api/listScenarios';
import type { Scenario } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { Answer } from '@/shared/ui/Answer';
import { Choices } from '@/shared/ui/Choices';
import { SearchBox } from '@/shared/ui/SearchBox';
import { Empty } from '@/shared/ui/States';
import { useQuery } from '@tanstack/react-query';
import { ScenarioTable } from './ScenarioTable';
import { ORDERS, ordered } from './order';
import './scenarios.css';

const FAMILIES = ['credential', 'entity', 'permission', 'volume', 'refusal'] as const;
const STATES = ['on', 'off', 'changed'] as const;

/** What Apian looks for, and how noisy each of it is. */
export function ScenariosPage() {
  const filters = useFilters();
  const scenarios = useQuery(scenariosQuery);
  const order = filters.oneOf('sort', ORDERS) ?? 'alerts';
  const families = filters.manyOf('family', FAMILIES);
  const state = filters.oneOf('state', STATES);
  const wanted = filters.one('q')?.toLowerCase() ?? '';
  const matches = (one: Scenario) =>
    `${one.id} ${one.title} ${one.question}`.toLowerCase().includes(wanted) && (families.length === 0 || families.includes(one.family)) && (state === undefined || (state === 'changed' ? one.changed : one.on === (state === 'on')));
  return (
    <>
      <header className="page-head">
        <h1>Detections</h1>
        <span className="lead">What Apian looks for, and what each raised in the last 30 days of traffic</span>
      </header>
      <div className="filters">
        <SearchBox value={filters.one('q')} placeholder="Search detections" onSearch={(q) => filters.set({ q })} />
        <Choices
          label="Family"
          options={FAMILIES.map((family) => ({ value: family, text: label(family) }))}
          chosen={families}
          onChoose={(family) => filters.set({ family: families.includes(family) ? families.filter((one) => one !== family) : [...families, family] })}
        />
        <Choices label="State" options={STATES.map((one) => ({ value: one, text: label(one) }))} chosen={state ? [state] : []} onChoose={(one) => filters.set({ state: one === state ? undefined : one })} />
      </div>
      <Answer query={scenarios} lines={12}>
        {({ items }) => {
          const rows = ordered(items.filter(matches), order);
          if (rows.length > 0) return <ScenarioTable scenarios={rows} order={order} setOrder={(sort) => filters.set({ sort: sort === 'alerts' ? undefined : sort })} />;
          return items.length === 0 ? (
            <Empty title="No detections are installed">Detections are files in the folder detections/; the server reads them as it starts.</Empty>
          ) : (
            <Empty title="No detection matches">
              <button className="button" onClick={filters.clear}>
                Show all detections
              </button>
            </Empty>
          );
        }}
      </Answer>
    </>
  );
}
