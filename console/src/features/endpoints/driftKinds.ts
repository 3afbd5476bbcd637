import type { DriftKind } from '@/shared/api/types';

/** What each kind means, in a sentence. */
export const MEANINGS: Record<DriftKind, string> = {
  shadow: 'Served, and in no document that speaks of its host.',
  zombie: 'Deprecated or an older version, and still called.',
  unused: 'Documented, and never seen.',
  parameter: 'A query parameter that is not documented.',
  status: 'A status that is not documented.',
  key: 'A key of a body that is not documented, or that its schema rules out.',
  type: 'A key of another type than documented.',
  required: 'A key that is required, and absent in some bodies.',
};

export const TONES: Record<DriftKind, string> = { shadow: 'tone-high', zombie: 'tone-medium', type: 'tone-low', required: 'tone-low', key: 'tone-low', parameter: '', status: '', unused: 'outline' };
