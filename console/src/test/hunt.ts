import type { LakeTable, QueryAnswer, QueryColumn, SavedQuery } from '@/shared/api/types';
import { FakeServer } from './FakeServer';

export const aColumn = (name: string, changes: Partial<QueryColumn> = {}): QueryColumn => ({ name, type: 'VARCHAR', form: 'text', means: null, beside: null, ...changes });

export const anAnswer = (changes: Partial<QueryAnswer> = {}): QueryAnswer => ({
  id: 'run-00000001',
  columns: [aColumn('actor', { means: 'actor' }), aColumn('calls', { type: 'BIGINT', form: 'number' })],
  rows: [
    ['act-1', 1204],
    ['act-2', 7],
  ],
  cut: null,
  cells_cut: 0,
  rows_max: 10_000,
  elapsed_ms: 12,
  warnings: [],
  ...changes,
});

export const aSaved = (changes: Partial<SavedQuery> = {}): SavedQuery => ({ id: 'q-1', name: 'Refunds', sql: 'FROM refunds', description: 'Who pays back', author: 'ann', changed: '2026-11-20T02:00:00Z', built_in: false, ...changes });

export const TABLES: LakeTable[] = [
  { name: 'calls', means: 'One row for each call.', columns: [{ name: 'time', type: 'TIMESTAMP WITH TIME ZONE', means: 'when it happened' }, { name: 'actor', type: 'VARCHAR', means: 'who' }] },
  { name: 'actors', means: 'One row for each actor.', columns: [{ name: 'actor', type: 'VARCHAR', means: 'who' }, { name: 'name', type: 'VARCHAR', means: 'what people call it' }] },
];

const BUILT = { words: 'Actors with more than 50 different entities', sql: '-- Actors\nSELECT actor FROM accesses' };

/** A server with tables and saved queries, and an answer to every statement. */
export const hunting = (answer: QueryAnswer = anAnswer()) =>
  new FakeServer()
    .answer('GET /api/v1/hunt/tables', { items: TABLES })
    .answer('GET /api/v1/hunt/saved', { items: [aSaved(), aSaved({ id: 'example-1', name: 'Hours', sql: 'FROM hours', author: null, changed: null, built_in: true })] })
    .answer('GET /api/v1/hunt/builder', BUILT)
    .answer('GET /api/v1/entities', { items: [], types: ['invoice', 'order'], next_cursor: null })
    .answer('POST /api/v1/hunt/queries', answer);
