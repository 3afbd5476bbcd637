import { PERSON_ROLES, type PersonRole } from '@/shared/api/types';

export const ROLE_MEANING: Record<PersonRole, string> = {
  viewer: 'sees everything, changes nothing',
  analyst: 'also decides about alerts, hunts and corrects what was learned',
  admin: 'also says who may do what',
};

/** A role from a list of them; the least for anything else. */
export function listedRole(value: string): PersonRole {
  return PERSON_ROLES.find((role) => role === value) ?? 'viewer';
}
