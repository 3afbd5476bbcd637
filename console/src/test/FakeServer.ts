interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}
type Answer = object | ((asked: Asked) => object);

const QUIET = { low: 0, medium: 0, high: 0, critical: 0 };
const NOTHING_YET = { calls: 0, actors: 0, endpoints: 0, entities: 0, open_alerts: QUIET, first_call: null, last_call: null, event_time: null, late_calls: 0, rejects: [], calls_per_hour: [] };

const HOME = {
  event_time: null,
  alerts: { alerts_a_day: 5, today: [], done: 0, below: 0, earlier: 0, snoozed: 0, suppressed: 0 },
  learning: { since: null, days: 0, items: [], endpoints: [], as_of: null },
  coverage: { calls: 0, with_actor: 0, with_response: 0, late: 0, rejected: 0, waiting: 0, dropped: 0, gaps: [] },
  notices: [],
  timeline: [],
  marks: [],
};

/** A server in memory: answers what it was told to, remembers what it was asked, and has nothing until told otherwise. */
export class FakeServer {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer>([
    ['GET /api/v1/overview', NOTHING_YET],
    ['GET /api/v1/session', { required: false, user: { name: 'local', role: 'admin' }, page: null, provider: null }],
    ['GET /api/v1/scenarios', { items: [] }],
    ['GET /api/v1/notices', { items: [] }],
    ['GET /api/v1/networks', { items: [], applied: true }],
    ['GET /api/v1/calls/histogram', { from: '2026-11-01T00:00:00Z', to: '2026-11-21T00:00:00Z', step_seconds: 86400, buckets: [], as_of: null }],
    ['GET /api/v1/home', HOME],
    ['GET /api/v1/matrix', { items: [], next_cursor: null, weeks: [], as_of: null }],
    ['GET /api/v1/sources', { since: '2026-11-20T08:00:00Z', items: [] }],
    ['GET /api/v1/people', { items: ['ben', 'local'], you: 'local' }],
    ['GET /api/v1/suppressions/preview', { days: 30, alerts: 0, confirmed: 0, items: [] }],
  ]);

  answer(request: string, answer: Answer): this {
    this.answers.set(request, answer);
    return this;
  }

  refuse(request: string, status: number, title: string, detail: string): this {
    return this.answer(request, () => {
      throw new Refusal(status, title, detail);
    });
  }

  /** As if nobody listened at the address. */
  vanish(request: string): this {
    return this.answer(request, () => {
      throw new TypeError('fetch failed');
    });
  }

  requests(request: string): Asked[] {
    return this.asked.filter((one) => `${one.method} ${one.path}` === request);
  }

  fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input), 'http://console.test');
    const asked: Asked = { method: init.method ?? 'GET', path: url.pathname, query: url.searchParams, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined };
    this.asked.push(asked);
    const answer = this.answers.get(`${asked.method} ${asked.path}`);
    try {
      if (!answer) throw new Refusal(404, 'Not found', `Nothing at ${asked.path}`);
      return Response.json(typeof answer === 'function' ? (answer as (asked: Asked) => object)(asked) : answer);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return Response.json({ type: 'about:blank', title: refusal.title, status: refusal.status, detail: refusal.detail }, { status: refusal.status });
    }
  };
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(title);
  }
}

export function install(server: FakeServer): FakeServer {
  globalThis.fetch = server.fetch;
  return server;
}
