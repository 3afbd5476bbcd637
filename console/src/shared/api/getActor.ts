import { queryOptions } from '@tanstack/react-query';
import { get } from './server';

export const actorQuery = (actor: string) =>
  queryOptions({
    queryKey: ['actor', actor],
    queryFn: ({ signal }) => get('/api/v1/actors/{actor}', { path: { actor }, signal }),
  });
