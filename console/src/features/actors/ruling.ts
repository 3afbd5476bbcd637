import type { ActorDetail, Facet, IdentityCorrection } from '@/shared/api/types';
import type { Said } from './addIdentityCorrection';

/** What somebody is about to say of an actor, or of one of its facets. */
export type Plan = { kind: 'name' | 'join' | 'link' } | { kind: 'unlink' | 'move'; facet: Facet };

/** What the dialog asks for, as far as the plan needs it. */
export interface Asked {
  name: string;
  other: string;
  type: string;
  value: string;
}

type Subject = Pick<ActorDetail, 'actor' | 'name'>;

export const FACET_TYPES = ['user_id', 'subject', 'username', 'certificate', 'access_token', 'refresh_token', 'session', 'api_key', 'client_id'] as const;

export const TITLES: Record<Plan['kind'], string> = {
  name: 'Name this actor',
  join: 'Join this actor into another',
  link: 'Link a facet to this actor',
  move: 'Link this facet to another actor',
  unlink: 'Unlink this facet',
};

export const DOES: Record<Plan['kind'], string> = { name: 'Name', join: 'Join', link: 'Link', move: 'Link', unlink: 'Unlink' };

/** The correction that does it. */
export function said(plan: Plan, actor: Subject, asked: Asked): Said {
  switch (plan.kind) {
    case 'name':
      return { kind: 'name', actor: actor.actor, name: asked.name };
    case 'join':
      return { kind: 'join', from: actor.actor, into: asked.other };
    case 'link':
      return { kind: 'link', type: asked.type, value: asked.value, actor: actor.actor };
    case 'move':
      return { kind: 'link', type: plan.facet.type, value: plan.facet.value, actor: asked.other };
    case 'unlink':
      return { kind: 'unlink', type: plan.facet.type, value: plan.facet.value, actor: actor.actor };
  }
}

/** What will happen, for whoever is asked whether they mean it. */
export function consequence(plan: Plan, actor: Subject, asked: Asked): string {
  const other = asked.other || 'the other actor';
  switch (plan.kind) {
    case 'name':
      return `From the next calls on, ${actor.actor} is called "${asked.name || '…'}". Nothing is joined or split.`;
    case 'join':
      return `From the next calls on, whoever is found to be ${actor.name} is ${other}. All that is usual for ${actor.name} is added to what is usual there; calls already stored stay under this actor.`;
    case 'link':
      return `From the next calls on, whoever uses it is ${actor.name}. What it did in the last 24 hours counts as usual here.`;
    case 'move':
      return `From the next calls on, whoever uses it is ${other}, not ${actor.name}. Its calls of the last 24 hours leave what is usual here and go there.`;
    case 'unlink':
      return `From the next calls on, it stands for itself. Its calls of the last 24 hours leave what is usual for ${actor.name}; networks, devices and what was met stay.`;
  }
}

/** A correction in words, seen from one actor. */
export function words(one: IdentityCorrection): string {
  switch (one.kind) {
    case 'link':
      return `${one.type} ${one.value} is ${one.actor}'s`;
    case 'unlink':
      return `${one.type} ${one.value} is not ${one.actor}'s`;
    case 'join':
      return `${one.from} is ${one.into}`;
    case 'name':
      return `${one.actor} is called ${one.name}`;
  }
}

/** Whether a correction speaks of an actor. */
export function speaksOf(one: IdentityCorrection, actor: string): boolean {
  return one.actor === actor || one.from === actor || one.into === actor;
}
