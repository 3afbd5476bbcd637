import { to } from '@/shared/format/links';
import { Link } from 'react-router';

const SHOWN = 2;

/** The entities of a call: the first ones as links, the others as a number. */
export function Entities({ entities }: { entities: readonly { type: string; id: string }[] }) {
  const others = entities.slice(SHOWN);
  return (
    <span className="nowrap">
      {entities.slice(0, SHOWN).map(({ type, id }, index) => (
        <span key={`${type}:${id}`}>
          {index > 0 && ', '}
          <Link to={to.entity(type, id)}>
            <span className="faint">{type}</span> {id}
          </Link>
        </span>
      ))}
      {others.length > 0 && (
        <span className="faint" title={others.map(({ type, id }) => `${type} ${id}`).join('\n')}>
          {' '}
          +{others.length}
        </span>
      )}
    </span>
  );
}
