import { Time } from './Time';

/** When the numbers of a page were counted, where that is not now. */
export function AsOf({ at }: { at: string | null | undefined }) {
  return at ? (
    <span className="far small faint" title="In a large lake, what is counted over all calls is counted once in a while">
      counted <Time at={at} show="relative" />
    </span>
  ) : null;
}
