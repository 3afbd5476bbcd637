import type { EntityDetail, EntityType, Explained, MatrixCell, MatrixChange, Process } from '@/shared/api/types';

const SEEN = { first_seen: '2026-11-01T08:00:00Z', last_seen: '2026-11-20T03:02:00Z' };
export const JON = { id: 'act-2', name: 'jon@shop.example', kind: 'user' };
export const EVE = { id: 'act-9', name: 'eve@elsewhere.example', kind: 'user' };

export const anEntity = (changes: Partial<EntityDetail> = {}): EntityDetail => ({
  type: 'order',
  id: '7',
  ...SEEN,
  owner: null,
  actors: 0,
  calls: 0,
  shared: false,
  unexplained: 0,
  history: [],
  touched_by: [],
  callers: [],
  recent_calls: [],
  ...changes,
});

type Touch = EntityDetail['touched_by'][number];
export const aTouch = (changes: Partial<Touch> = {}): Touch => ({ actor: JON, how: 'created', whose: 'own', calls: 8, served: 8, ...SEEN, ...changes });

type Passing = EntityDetail['history'][number];
export const aPassing = (changes: Partial<Passing> = {}): Passing => ({
  time: '2026-11-20T02:11:08Z',
  call_id: 'c-1',
  endpoint: 'GET /orders/{orderId}',
  endpoint_id: 'ep-GET /orders/{orderId}',
  actor: JON,
  status: 200,
  how: 'used',
  whose: 'own',
  ...changes,
});

/** A process from its steps, each as what comes first, what follows, and how often. Every thing takes a step once. */
export function aProcess(entities: number, ...steps: [from: string | null, to: string | null, times: number][]): Process {
  const passed = [...new Set(steps.flatMap(([from, to]) => [from, to]))].filter((endpoint) => endpoint !== null).sort();
  const sum = (which: (step: (typeof steps)[number]) => boolean) => steps.filter(which).reduce((total, [, , times]) => total + times, 0);
  return {
    type: 'order',
    entities,
    nodes: passed.map((endpoint) => ({ endpoint, endpoint_id: `ep-${endpoint}`, times: sum(([, to]) => to === endpoint), begins: sum(([from, to]) => from === null && to === endpoint), ends: sum(([from, to]) => from === endpoint && to === null) })),
    edges: steps
      .map(([from, to, times]) => ({ from, to, times, entities: Math.min(times, entities), median_seconds: from === null || to === null ? null : 90, p90_seconds: from === null || to === null ? null : 900 }))
      .sort((one, other) => other.times - one.times),
    cut: false,
  };
}

export const aType = (changes: Partial<EntityType> = {}): EntityType => ({
  type: 'order',
  entities: 1966,
  accesses: 17565,
  actors: 171,
  exclusive_share: 0.65,
  audience: 'shared',
  explained_share: 0.974,
  unexplained: 461,
  blind: false,
  life_cycle: { creates: [], lists: [], reads: [], changes: [], deletes: [], names: [] },
  ...changes,
});

export const anExplained = (changes: Partial<Explained> = {}): Explained => ({
  endpoint: 'GET /orders/{orderId}',
  endpoint_id: 'ep-1',
  host: null,
  entity_type: 'order',
  accesses: 200,
  first_accesses: 40,
  explained: 150,
  unexplained: 50,
  explained_share: 0.75,
  blind: false,
  created: 20,
  shown: 30,
  used: 100,
  tenant: 0,
  parent: 0,
  public: 0,
  peers: 0,
  ...changes,
});

const CELL = { actor: EVE, endpoint: 'GET /orders/{orderId}', endpoint_id: 'ep-1', host: null, method: 'GET', entity_type: 'order', whose: 'other' } as const;
export const aCell = (changes: Partial<MatrixCell> = {}): MatrixCell => ({ week: '2026-11-09', ...CELL, calls: 12, refused: 1, entities: 12, ...SEEN, ...changes });
export const aChange = (changes: Partial<MatrixChange> = {}): MatrixChange => ({
  change: 'new',
  actor_is_new: false,
  ...CELL,
  calls_before: 0,
  calls: 12,
  refused_before: 0,
  refused: 0,
  entities_before: 0,
  entities: 12,
  ...changes,
});
