import type { EntityType } from '@/shared/api/types';
import { label } from '@/shared/format/words';
import { AUDIENCE_MEANS, AUDIENCE_TONES } from './deeds';

/** Who sees the things of a type. */
export function Audience({ audience }: { audience: EntityType['audience'] }) {
  return (
    <span className={`badge bare ${AUDIENCE_TONES[audience]}`} title={AUDIENCE_MEANS[audience]}>
      {label(audience)}
    </span>
  );
}
