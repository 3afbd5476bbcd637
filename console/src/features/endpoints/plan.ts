import type { EndpointDetail } from '@/shared/api/types';
import type { Said } from './addCorrection';
import { partsOf, suggestedName, upTo, variableOf, withVariable } from './template';

/** What somebody is about to say: of the whole template, or of a part of it. */
export type Plan = { kind: 'pin' } | { kind: 'reject' | 'rename' | 'value'; part: number };

type Subject = Pick<EndpointDetail, 'host' | 'method' | 'template'>;

export const TITLES: Record<Plan['kind'], string> = {
  pin: 'Pin this template',
  reject: 'Reject this variable part',
  rename: 'Rename this variable part',
  value: 'Take this name for a value',
};

export const DOES: Record<Plan['kind'], string> = { pin: 'Pin', reject: 'Reject', rename: 'Rename', value: 'Take it for a value' };

/** Names are asked for where there is one to give. */
export function firstName(plan: Plan, endpoint: Subject): string | undefined {
  if (plan.kind === 'rename') return variableOf(partsOf(endpoint.template)[plan.part] ?? '');
  return plan.kind === 'value' ? suggestedName(endpoint.template, plan.part) : undefined;
}

/** The correction that does it. */
export function said(plan: Plan, endpoint: Subject, name: string): Said {
  const host = endpoint.host ?? '';
  switch (plan.kind) {
    case 'pin':
      return { kind: 'pin', host, method: endpoint.method, template: endpoint.template };
    case 'value':
      return { kind: 'pin', host, template: withVariable(endpoint.template, plan.part, name) };
    case 'reject':
      return { kind: 'reject', host, template: upTo(endpoint.template, plan.part) };
    case 'rename':
      return { kind: 'rename', host, template: upTo(endpoint.template, plan.part), name };
  }
}

/** What will happen, for whoever is asked whether they mean it. */
export function consequence(plan: Plan, endpoint: Subject, name: string): string {
  const part = plan.kind === 'pin' ? '' : (partsOf(endpoint.template)[plan.part] ?? '');
  const where = endpoint.host ?? 'every host';
  switch (plan.kind) {
    case 'pin':
      return `${endpoint.method} ${endpoint.template} on ${where} stays one endpoint, whatever is learned later: its variable parts are values, its other parts are names.`;
    case 'value':
      return `From the next calls on, whatever stands in the place of "${part}" is a value: all of it counts as ${withVariable(endpoint.template, plan.part, name || 'id')} on ${where}, for every method. Endpoints that differ only there become one.`;
    case 'reject':
      return `From the next calls on, each name in the place of ${part} is a route of its own, for every endpoint under ${upTo(endpoint.template, plan.part)} on ${where}. One endpoint may become many; what is usual for it is shared out among them.`;
    case 'rename':
      if (part === `{${name}}`) return 'That is its name already.';
      return `${part} is called {${name || '…'}} in every endpoint under ${upTo(endpoint.template, plan.part)} on ${where}. Nothing is split or merged.`;
  }
}
