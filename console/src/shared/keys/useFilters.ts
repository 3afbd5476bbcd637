import { useSearchParams } from 'react-router';

/** The filters of a view, which live in its URL and nowhere else. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  return {
    one: (name: string) => search.get(name) ?? undefined,
    /** The value if it is one of those that are allowed: a URL may say anything. */
    oneOf: <T extends string>(name: string, allowed: readonly T[]) => allowed.find((word) => word === search.get(name)),
    manyOf: <T extends string>(name: string, allowed: readonly T[]) => allowed.filter((word) => search.getAll(name).includes(word)),
    any: search.size > 0,
    set: (changes: Record<string, string | readonly string[] | undefined>) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            after.delete(name);
            for (const one of Array.isArray(value) ? value : [value]) if (one) after.append(name, one);
          }
          return after;
        },
        { replace: true },
      ),
    clear: () => setSearch({}, { replace: true }),
  };
}
