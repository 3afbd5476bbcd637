import type { ApiDocument, Correction, Drift, DriftKind, Endpoint, EndpointDetail, Inventory } from '@/shared/api/types';

export const aLine = (changes: Partial<Endpoint> = {}): Endpoint => ({
  id: 'ep-1',
  endpoint: 'GET /v1/orders/{orderId}',
  host: 'api.shop.example',
  method: 'GET',
  template: '/v1/orders/{orderId}',
  calls: 5210,
  actors: 41,
  first_seen: '2026-11-01T08:00:00Z',
  last_seen: '2026-11-20T03:02:00Z',
  sensitivity: 'high',
  labels: [],
  posture: 'required',
  data: [],
  state: 'active',
  trend: Array.from({ length: 28 }, (_, step) => step),
  ...changes,
});

export const aPage = (...items: Endpoint[]) => ({ items, next_cursor: null, total: items.length, trend_from: '2026-11-13T04:00:00Z', trend_step_hours: 6 });

export const anEndpoint = (changes: Partial<EndpointDetail> = {}): EndpointDetail => ({
  id: 'ep-1',
  endpoint: 'GET /v1/orders/{orderId}',
  host: null,
  method: 'GET',
  template: '/v1/orders/{orderId}',
  calls: 200,
  actors: 0,
  first_seen: '2026-11-01T08:00:00Z',
  last_seen: '2026-11-20T03:02:00Z',
  sensitivity: 'high',
  labels: [],
  posture: 'unknown',
  state: 'active',
  counted: 0,
  served: 0,
  anonymous: 0,
  data: [],
  parameters: [],
  request: { bodies: 0, keys: [] },
  response: { bodies: 0, keys: [] },
  unlisted: 0,
  decisions: [],
  callers: [],
  statuses: [],
  entities: [],
  neighbours: [],
  calls_per_hour: [],
  ...changes,
});

/** An endpoint of which everything is known. */
export const aKnownEndpoint = (changes: Partial<EndpointDetail> = {}): EndpointDetail =>
  anEndpoint({
    host: 'api.shop.example',
    posture: 'mixed',
    counted: 5400,
    served: 5210,
    anonymous: 12,
    data: [{ kind: 'card_number', level: 'sensitive', request: 0, response: 318 }],
    parameters: [{ name: 'expand', calls: 2700 }],
    response: {
      bodies: 100,
      keys: [
        { path: 'items[]', type: 'array', bodies: 100 },
        { path: 'items[].sku', type: 'string', bodies: 60 },
        { path: 'items[].sku', type: 'null', bodies: 30 },
        { path: 'items_total', type: 'integer', bodies: 5 },
      ],
    },
    decisions: [
      { part: 0, text: 'v1', because: 'name', odds: 0, evidence: [] },
      { part: 1, text: 'orders', because: 'name', odds: -6, evidence: ['2 names, none seen once'] },
      { part: 2, text: '{orderId}', because: 'learned', odds: 9.4, evidence: ['212 values, 94% seen once', 'echoed as "id" in 88% of responses'] },
    ],
    entities: [{ type: 'order', entities: 212, calls: 5100 }],
    neighbours: [{ id: 'ep-2', endpoint: 'DELETE /v1/orders/{orderId}', method: 'DELETE', calls: 3, last_seen: '2026-11-20T03:02:00Z', sensitivity: 'high', posture: 'required' }],
    ...changes,
  });

export const aCorrection = (changes: Partial<Correction> = {}): Correction => ({
  id: 'co-1',
  kind: 'pin',
  host: null,
  method: null,
  template: '/v1/orders/{id}',
  name: null,
  by: null,
  at: '2026-11-22T15:00:00Z',
  ...changes,
});

export const anInventory = (changes: Partial<Inventory> = {}): Inventory => ({ endpoints: 0, posture: [], state: [], sensitivity: [], method: [], host: [], label: [], data: [], level: [], ...changes });

export const aDocument = (changes: Partial<ApiDocument> = {}): ApiDocument => ({
  name: 'shop',
  title: 'Shop',
  version: '1.4.0',
  operations: 61,
  hosts: ['api.shop.example'],
  notes: [],
  by: 'cli',
  at: '2026-11-22T15:00:00Z',
  ...changes,
});

export const aDrift = (changes: Partial<Drift> = {}): Drift => ({
  kind: 'required',
  document: 'shop',
  endpoint: 'GET /v1/orders/{orderId}',
  endpoint_id: 'ep-1',
  method: 'GET',
  host: 'api.shop.example',
  template: '/v1/orders/{orderId}',
  says: '3 of 120 response bodies lack `total`',
  direction: 'response',
  name: 'total',
  count: 3,
  of: 120,
  last: null,
  ...changes,
});

const KINDS: readonly DriftKind[] = ['shadow', 'zombie', 'unused', 'parameter', 'status', 'key', 'type', 'required'];

/** What is asked of drift, if these are all there are. */
export const driftOf = (documents: number, ...items: Drift[]) => ({
  items,
  next_cursor: null,
  total: items.length,
  documents,
  kinds: KINDS.map((kind) => ({ kind, drifts: items.filter((one) => one.kind === kind).length })),
});
