import type { ActorDetail } from '@/shared/api/types';
import { counted } from '@/shared/format/number';

/** From the largest to the smallest: tenant, application, principal, credentials. */
export function Hierarchy({ actor }: { actor: ActorDetail }) {
  const steps = [
    { what: 'Tenant', value: actor.tenant },
    { what: 'Application', value: actor.application },
    { what: 'Principal', value: actor.name },
    { what: 'Facets', value: actor.facets.length === 0 ? null : counted(actor.facets.length, 'facet') },
  ];
  return (
    <div className="hierarchy">
      <ol aria-label="Hierarchy">
        {steps.map(({ what, value }) => (
          <li key={what}>
            <span className="small faint">{what}</span>
            <span className={value === null ? 'faint' : 'break'}>{value ?? 'not told'}</span>
          </li>
        ))}
      </ol>
      <p>
        <span className="small faint">Roles</span> <span className={actor.roles === null ? 'faint' : ''}>{actor.roles ?? 'not told'}</span>
      </p>
    </div>
  );
}
