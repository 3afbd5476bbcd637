import type { paths } from './schema.gen';

type Json<Op> = Op extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never;
type Part<Op, Name extends string> = Op extends { parameters: { [name in Name]?: infer Value } } ? Extract<Value, object> : never;
type Operation<Path extends keyof paths, Method extends string> = paths[Path] extends { [method in Method]: infer Op } ? Op : never;
type Body<Op> = Op extends { requestBody: { content: { 'application/json': infer Content } } } ? Content : never;
type Getting = { [P in keyof paths]: [Operation<P, 'get'>] extends [never] ? never : P }[keyof paths];
type Posting = { [P in keyof paths]: [Json<Operation<P, 'post'>>] extends [never] ? never : P }[keyof paths];
type Putting = { [P in keyof paths]: [Json<Operation<P, 'put'>>] extends [never] ? never : P }[keyof paths];
type Deleting = { [P in keyof paths]: [Operation<P, 'delete'>] extends [never] ? never : P }[keyof paths];
type Patching = { [P in keyof paths]: [Operation<P, 'patch'>] extends [never] ? never : P }[keyof paths];

interface Asked<Op> {
  path?: Part<Op, 'path'>;
  query?: Part<Op, 'query'>;
  signal?: AbortSignal;
}

/** What the server said instead of an answer, or that it said nothing at all (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** Whatever else the problem tells. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
  }
}

export function get<P extends Getting>(path: P, asked: Asked<Operation<P, 'get'>> = {}): Promise<Json<Operation<P, 'get'>>> {
  return send(address(path, asked.path, asked.query), asked.signal ? { signal: asked.signal } : {});
}

export function patch<P extends Patching>(
  path: P,
  at: Part<Operation<P, 'patch'>, 'path'> | undefined,
  body: Body<Operation<P, 'patch'>>,
): Promise<Json<Operation<P, 'patch'>>> {
  return send(address(path, at), { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

export function post<P extends Posting>(path: P, body: Body<Operation<P, 'post'>>, signal?: AbortSignal): Promise<Json<Operation<P, 'post'>>> {
  return send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), ...(signal && { signal }) });
}

/** The same at an address with parts that vary. */
export function postAt<P extends Posting>(path: P, at: Part<Operation<P, 'post'>, 'path'>, body: Body<Operation<P, 'post'>>): Promise<Json<Operation<P, 'post'>>> {
  return send(address(path, at), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

export function put<P extends Putting>(path: P, at: Part<Operation<P, 'put'>, 'path'> | undefined, body: Body<Operation<P, 'put'>>): Promise<Json<Operation<P, 'put'>>> {
  return send(address(path, at), { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

export function remove<P extends Deleting>(path: P, at: Part<Operation<P, 'delete'>, 'path'> | undefined, query: Partial<Part<Operation<P, 'delete'>, 'query'>> = {}): Promise<Json<Operation<P, 'delete'>>> {
  return send(address(path, at, query), { method: 'DELETE' });
}

/** Ends the session. */
export function leave(): Promise<object> {
  return send('/api/v1/session', { method: 'DELETE' });
}

/** What the server must see besides the cookie of a session before it changes anything; only a page of its own can know it. */
let page: string | null = null;

export function showPage(proof: string | null): void {
  page = proof;
}

/** Told when the server wants to know who asks. */
let onStranger = () => {};

export function whenStranger(then: () => void): void {
  onStranger = then;
}

/** Fills a path template and appends what is asked for; absent and empty values are left out, lists are repeated. */
export function address(template: string, path: object = {}, query: object = {}): string {
  const filled = Object.entries(path).reduce((text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(String(value))), template);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function send<T>(url: string, init: RequestInit): Promise<T> {
  return (await (await reach(url, init)).json()) as T;
}

/** Asks for what is no JSON: a file. */
export function postForFile<P extends keyof paths>(path: P, body: Body<Operation<P, 'post'>>): Promise<Response> {
  return reach(path, { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: '*/*' }, body: JSON.stringify(body) });
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  const proof: HeadersInit = page === null ? {} : { 'apian-page': page };
  const response = await fetch(url, { ...init, headers: { Accept: 'application/json, application/problem+json', ...proof, ...init.headers } }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new Problem(0, 'The server does not answer', 'No connection to the Apian server. It may be stopped or restarting; the page tries again by itself.');
  });
  if (response.ok) return response;
  if (response.status === 401 && url !== '/api/v1/session') onStranger();
  const said = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
  throw new Problem(response.status, said.title ?? `The server answered ${response.status}`, said.detail ?? `${init.method ?? 'GET'} ${url} failed.`, said);
}
