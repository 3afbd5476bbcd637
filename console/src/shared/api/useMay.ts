import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './getSession';
import { PERSON_ROLES, type PersonRole } from './types';

/** Whether who looks may do what needs a role. The server decides; this only spares people buttons that would be refused. */
export function useMay(needed: PersonRole): boolean {
  const role = useQuery(sessionQuery).data?.user?.role;
  return role !== undefined && role !== 'ingest' && PERSON_ROLES.indexOf(role) >= PERSON_ROLES.indexOf(needed);
}
