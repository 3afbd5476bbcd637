import type { MatrixChangeKind } from '@/shared/api/types';

export const CHANGE_MEANS: Record<MatrixChangeKind, string> = {
  new: 'Not done at all in the week before',
  gone: 'No longer done in the week after',
  more: 'Far more calls than in the week before',
  less: 'Far fewer calls than in the week before',
};

export const CHANGE_LOOKS: Record<MatrixChangeKind, { sign: string; tone: string }> = {
  new: { sign: '+', tone: 'tone-accent' },
  gone: { sign: '−', tone: '' },
  more: { sign: '↑', tone: 'tone-medium' },
  less: { sign: '↓', tone: 'tone-low' },
};
