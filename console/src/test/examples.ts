import type { ActorDetail, Alert, AlertSummary, Call, Evidence, Overview } from '@/shared/api/types';

const MARIA = { id: 'act-1', name: 'maria@shop.example', kind: 'user' };

export const aSummary = (changes: Partial<AlertSummary> = {}): AlertSummary => ({
  id: 'a-1',
  raised_at: '2026-11-20T02:14:00Z',
  first_seen: '2026-11-20T02:11:00Z',
  last_seen: '2026-11-20T03:02:00Z',
  severity: 'critical',
  risk: 0.97,
  title: 'maria read 412 orders of others',
  actor: MARIA,
  scenarios: ['id-walk'],
  preliminary: false,
  status: 'open',
  ...changes,
});

export const anEvidence = (changes: Partial<Evidence> = {}): Evidence => ({ measure: 'orders read', observed: 409, expected: 2, expected_low: 0, expected_high: 5, unit: 'orders', window: 'PT1H', ...changes });

export const anAlert = (changes: Partial<Alert> = {}): Alert => ({
  ...aSummary(),
  summary: 'Maria read 412 orders.\n\nUsually it is 2 to 6 a day.',
  involved: { users: [], credentials: [], addresses: [], endpoints: [], entities: [] },
  evidence: [anEvidence()],
  calls: ['c-1'],
  note: null,
  cards: [{ id: 'id-walk', title: 'Walking through ids', question: 'Is it counting?', severity: 'high', next_steps: ['Ask the owner.'], false_positives: ['An export job.'], blind_spots: ['Ids in bodies.'] }],
  what_to_check: ['Revoke the session.'],
  signals: [{ scenario: 'id-walk', at: '2026-11-20T02:12:00Z', reason: '31 orders in a row', evidence: [] }],
  ...changes,
});

export const aCall = (changes: Partial<Call> = {}): Call => ({
  time: '2026-11-20T02:11:08.120Z',
  call_id: 'c-1',
  host: null,
  method: 'GET',
  path: '/v1/orders/1001',
  endpoint: 'GET /v1/orders/{orderId}',
  endpoint_id: 'ep-1',
  status: 200,
  actor: MARIA.id,
  actor_name: MARIA.name,
  actor_kind: MARIA.kind,
  credential: null,
  client_ip: null,
  country: null,
  asn: null,
  user_agent: null,
  device: null,
  entities: [{ type: 'order', id: '1001', how: 'used', whose: 'own' }],
  request_bytes: null,
  response_bytes: null,
  duration_ms: null,
  ...changes,
});

export const anActor = (changes: Partial<ActorDetail> = {}): ActorDetail => ({
  actor: MARIA.id,
  name: MARIA.name,
  kind: MARIA.kind,
  first_seen: '2026-11-01T08:00:00Z',
  last_seen: '2026-11-20T03:02:00Z',
  calls: 1204,
  risk: 0.97,
  open_alerts: 1,
  facets: [],
  top_endpoints: [],
  countries: [],
  networks: [],
  devices: [],
  alerts: [],
  calls_per_hour: [],
  tenant: null,
  application: null,
  roles: null,
  calls_per_day: [],
  used: [],
  entities: [],
  peers: { group: 'user', by: 'kind', count: 0, items: [], unusual: [] },
  ...changes,
});

export const anOverview = (changes: Partial<Overview> = {}): Overview => ({
  calls: 1284220,
  actors: 1893,
  endpoints: 74,
  entities: 60214,
  open_alerts: { low: 0, medium: 0, high: 0, critical: 1 },
  first_call: '2026-11-01T00:00:00Z',
  last_call: '2026-11-22T14:03:07Z',
  event_time: '2026-11-22T14:03:00Z',
  late_calls: 12,
  rejects: [],
  calls_per_hour: [],
  ...changes,
});
