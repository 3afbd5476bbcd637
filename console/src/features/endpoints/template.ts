import type { Correction, EndpointDetail } from '@/shared/api/types';

/** The parts between the slashes. */
export function partsOf(template: string): string[] {
  return template.split('/').filter(Boolean);
}

/** '{orderId}.json' has a variable, 'orders' has none. */
export function isVariable(part: string): boolean {
  return part.includes('{');
}

/** 'orderId' of '{orderId}.json'. */
export function variableOf(part: string): string {
  return /\{([^}]*)\}/.exec(part)?.[1] ?? part;
}

/** The template up to a part, that part included: what a correction of it is about. */
export function upTo(template: string, part: number): string {
  return `/${partsOf(template).slice(0, part + 1).join('/')}`;
}

/** The template with a part that was a name as a variable. */
export function withVariable(template: string, part: number, name: string): string {
  return `/${partsOf(template).map((text, index) => (index === part ? `{${name}}` : text)).join('/')}`;
}

/** A name for what stands behind a name: 'userId' after 'users'. */
export function suggestedName(template: string, part: number): string {
  const owner = partsOf(template).slice(0, part).findLast((text) => !isVariable(text))?.replace(/[^A-Za-z]/g, '') ?? '';
  const one = owner.replace(/ies$/, 'y').replace(/s$/, '');
  return one ? `${one}Id` : 'id';
}

const nameless = (template: string) => partsOf(template).map((part) => part.replace(/\{[^}]*\}/g, '{}'));

/** Whether a correction is about this endpoint: about all of its template, or for a variable about the beginning of it. */
export function concerns(correction: Correction, endpoint: Pick<EndpointDetail, 'host' | 'method' | 'template'>): boolean {
  if (correction.host !== null && correction.host !== endpoint.host) return false;
  if (correction.method !== null && correction.method !== endpoint.method) return false;
  const said = nameless(correction.template);
  const mine = nameless(endpoint.template);
  return said.every((part, index) => part === mine[index]) && (correction.kind !== 'pin' || said.length === mine.length);
}
