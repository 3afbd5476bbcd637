import type { EntityType } from '@/shared/api/types';
import { to } from '@/shared/format/links';
import { number } from '@/shared/format/number';
import { EndpointName } from '@/shared/parts/EndpointName';
import { Link } from 'react-router';
import { DEEDS } from './deeds';

/** Which operations create, list, read, change and delete the things of a type. */
export function LifeCycle({ type }: { type: EntityType }) {
  return (
    <ul className="life-cycle">
      {DEEDS.map(({ deed, text, hint }) => (
        <li key={deed} id={deed}>
          <h3 title={hint}>{text}</h3>
          {type.life_cycle[deed].length === 0 ? (
            <p className="faint">nothing seen</p>
          ) : (
            <ul>
              {type.life_cycle[deed].map((one) => (
                <li key={`${one.endpoint} ${one.host}`}>
                  <EndpointName endpoint={one.endpoint} id={one.endpoint_id} host={one.host} />
                  <Link to={to.calls({ endpoint: one.endpoint_id })} title="The calls of this endpoint">
                    {number(one.calls)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
