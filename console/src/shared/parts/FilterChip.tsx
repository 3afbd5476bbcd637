import { label } from '@/shared/format/words';
import { useFilters } from '@/shared/keys/useFilters';

interface Props {
  name: string;
  value: string | undefined;
  /** What to show in its place. */
  text?: string | undefined;
  /** What leaves the address with it. */
  remove?: string[];
}

/** What a view is filtered by, and a button that takes it away. */
export function FilterChip({ name, value, text = value, remove = [name] }: Props) {
  const filters = useFilters();
  if (value === undefined) return null;
  return (
    <span className="chip" title={value}>
      <span className="soft">{label(name)}</span> <b className="clip">{text}</b>
      <button aria-label={`Remove the filter ${name}`} onClick={() => filters.set(Object.fromEntries(remove.map((each) => [each, undefined])))}>
        ×
      </button>
    </span>
  );
}
