const LETTERS_MAX = 19;

/** Paths short enough for a box: without what all begin with, and without their beginning where they are still too long. */
export function shortNames(endpoints: readonly string[]): Map<string, string> {
  const paths = endpoints.map((endpoint) => partsOf(endpoint));
  const common = sharedParts(paths);
  return new Map(endpoints.map((endpoint, index) => [endpoint, clipped((paths[index] ?? []).slice(common))]));
}

const partsOf = (endpoint: string) => endpoint.replace(/^\S+ /, '').split('/').filter(Boolean);

/** How many parts all paths have in common at their beginning; each keeps one at least. */
function sharedParts(paths: readonly string[][]): number {
  const [first = []] = paths;
  const shortest = Math.min(...paths.map((path) => path.length));
  const differs = first.findIndex((part, index) => paths.some((path) => path[index] !== part));
  return Math.max(0, Math.min(differs < 0 ? first.length : differs, shortest - 1));
}

/** Where there is no room: without the names of variables, then with whole parts from the end only. */
function clipped(parts: readonly string[]): string {
  const bare = parts.map((part) => part.replace(/\{[^}]*\}/, '{}'));
  for (const from of [parts, bare, ...bare.slice(1).map((_, first) => ['…', ...bare.slice(first + 1)])]) {
    const text = from[0] === '…' ? from.join('/') : `/${from.join('/')}`;
    if (text.length <= LETTERS_MAX) return text;
  }
  return `…${parts.at(-1)?.slice(1 - LETTERS_MAX) ?? ''}`;
}
