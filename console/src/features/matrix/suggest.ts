import { get } from '@/shared/api/server';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

const SUGGESTIONS = 12;

export interface Suggestion {
  id: string;
  text: string;
}

export const actorSuggestions = (q: string) =>
  queryOptions({
    queryKey: ['suggest', 'actor', q],
    queryFn: async ({ signal }) => (await get('/api/v1/actors', { query: { q, limit: SUGGESTIONS }, signal })).items.map((one): Suggestion => ({ id: one.actor, text: `${one.name} · ${one.kind} · ${one.actor}` })),
    placeholderData: keepPreviousData,
  });

export const endpointSuggestions = (q: string) =>
  queryOptions({
    queryKey: ['suggest', 'endpoint', q],
    queryFn: async ({ signal }) => (await get('/api/v1/endpoints', { query: { q, limit: SUGGESTIONS }, signal })).items.map((one): Suggestion => ({ id: one.id, text: `${one.endpoint} · ${one.host ?? 'any host'}` })),
    placeholderData: keepPreviousData,
  });

export const typeNames = queryOptions({
  queryKey: ['suggest', 'type'],
  queryFn: async ({ signal }) => (await get('/api/v1/entities', { query: { limit: 1 }, signal })).types,
  staleTime: 60_000,
});
