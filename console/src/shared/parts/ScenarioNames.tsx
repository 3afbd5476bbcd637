import { scenariosQuery } from '@/shared/api/listScenarios';
import { useQuery } from '@tanstack/react-query';

/** The titles of detections; their ids until the titles are known. */
export function ScenarioNames({ ids }: { ids: readonly string[] }) {
  const cards = useQuery(scenariosQuery).data?.items ?? [];
  return <span title={ids.join('\n')}>{ids.map((id) => cards.find((card) => card.id === id)?.title ?? id).join(' · ')}</span>;
}
