import type { Server } from './apian';

/** The riskiest actor and those of its peers that are busiest. */
async function comparable(server: Server): Promise<string> {
  const answer = (await (await fetch(`${server.url}/api/v1/actors?sort=risk&limit=1`)).json()) as { items: { actor: string }[] };
  const first = answer.items[0]?.actor ?? '';
  const { peers } = (await (await fetch(`${server.url}/api/v1/actors/${encodeURIComponent(first)}`)).json()) as { peers: { items: { id: string }[] } };
  return [first, ...peers.items.slice(0, 2).map(({ id }) => id)].map((id) => `actor=${encodeURIComponent(id)}`).join('&');
}

/** One page of every kind, with something on it. */
export async function places(server: Server): Promise<Record<string, string>> {
  const first = async (list: string, member: string) => {
    const answer = (await (await fetch(`${server.url}${list}`)).json()) as { items: Record<string, string>[] };
    const value = answer.items[0]?.[member];
    if (value === undefined) throw new Error(`${list} has no item with ${member}`);
    return encodeURIComponent(value);
  };
  const type = await first('/api/v1/entities?limit=1', 'type');
  return {
    home: '/',
    alerts: '/alerts',
    suppressions: '/suppressions',
    alert: `/alerts/${await first('/api/v1/alerts?limit=1', 'id')}`,
    actors: '/actors',
    actor: `/actors/${await first('/api/v1/actors?sort=risk&limit=1', 'actor')}`,
    compare: `/actors/compare?${await comparable(server)}`,
    endpoints: '/endpoints',
    endpoint: `/endpoints/${await first('/api/v1/endpoints?limit=1', 'id')}`,
    corrections: '/endpoints/corrections',
    drift: '/endpoints/drift',
    entities: '/entities',
    entity: `/entities/${type}/${await first('/api/v1/entities?limit=1', 'id')}`,
    'entity-types': '/entity-types',
    'entity-type': `/entity-types/${type}`,
    explained: '/explained',
    matrix: '/matrix',
    'matrix-changes': '/matrix/changes',
    calls: '/calls',
    hunt: '/hunt',
    'hunt-answer': `/hunt#${encodeURIComponent('SELECT status, count(*) AS calls FROM calls GROUP BY status')}`,
    'hunt-builder': '/hunt/builder',
    detections: '/scenarios',
    detection: '/scenarios/many-refused',
    intake: '/intake',
    sources: '/settings',
    retention: '/settings/retention',
    networks: '/settings/networks',
    users: '/settings/users',
    tokens: '/settings/tokens',
    audit: '/settings/audit',
    notifications: '/settings/notifications',
    account: '/settings/account',
    'not-found': '/nowhere',
  };
}
