import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';
import { weekText } from '@/shared/format/weeks';

interface Props {
  name: string;
  weeks: readonly string[];
  chosen: string | undefined;
  /** The word for every week, where that can be chosen. */
  any?: string;
}

/** Chooses a week of the data; one that the address names and the data has not stays in the list. */
export function WeekPick({ name, weeks, chosen, any }: Props) {
  const filters = useFilters();
  return (
    <select className="field week" aria-label={label(name)} value={chosen ?? ''} onChange={(event) => filters.set({ [name]: event.target.value || undefined })}>
      {any !== undefined && <option value="">{any}</option>}
      {[...new Set([...weeks, ...(chosen === undefined ? [] : [chosen])])].map((week) => (
        <option key={week} value={week}>
          {weekText(week)}
        </option>
      ))}
    </select>
  );
}
