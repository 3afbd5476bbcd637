import type { ActorRef } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { Link } from 'react-router';

interface Props {
  actor: ActorRef;
  showKind?: boolean;
}

export function ActorLink({ actor, showKind = false }: Props) {
  return (
    <span className="actor-link" title={`${actor.name} · ${actor.kind} · ${actor.id}`}>
      <Link to={to.actor(actor.id)}>{actor.name}</Link>
      {showKind && <span className="small faint"> {actor.kind}</span>}
    </span>
  );
}
