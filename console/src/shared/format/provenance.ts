import type { How, Side } from '@/shared/api/types';

/** How an actor knew a thing, in plain words. */
export const HOW_MEANS: Record<How, string> = {
  created: 'It made the thing',
  shown: 'An earlier answer to it named the thing',
  used: 'It had used the thing before',
  tenant: 'The thing belongs to its own tenant',
  parent: 'It came through a parent in the path that it knew',
  public: 'Everybody may see such a thing',
  peers: 'People in its role do so',
  unexplained: 'Nothing explains how it knew the thing',
};

/** To whom a thing belonged at that moment, in plain words. */
export const SIDE_MEANS: Record<Side, string> = {
  own: 'Belongs to the actor itself',
  tenant: "Belongs to others of the actor's tenant",
  other: 'Belongs to somebody else',
  shared: 'Belongs to several',
  public: 'Everybody may see such things',
  unknown: 'Nobody knows whose it is',
};
