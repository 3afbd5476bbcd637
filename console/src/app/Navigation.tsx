import { homeQuery } from '@/shared/api/getHome';
import { number } from '@/shared/format/number';
import { TIMES_IN } from '@/shared/format/zone';
import { Icon } from '@/shared/ui/Icon';
import { useQuery } from '@tanstack/react-query';
import { NavLink, useLocation } from 'react-router';
import { Who } from './Who';
import { ThemeButton } from './ThemeButton';
import { PLACES, isAt } from './places';

export function Navigation({ onHelp }: { onHelp: () => void }) {
  const { pathname } = useLocation();
  const today = useQuery(homeQuery).data?.alerts.today.length ?? 0;
  return (
    <nav className="nav" aria-label="Main">
      <NavLink to="/" className="brand">
        <img src="/favicon.svg" alt="" width="22" height="22" /> Apian
      </NavLink>
      <ul>
        {PLACES.map((place) => (
          <li key={place.path}>
            <NavLink to={place.path} className={isAt(place, pathname) ? 'here' : ''} title={`${place.text} (g ${place.key})`}>
              <Icon name={place.icon} size={17} />
              <span>{place.text}</span>
              {place.path === '/alerts' && today > 0 && <span className="count" title="Today's, still to be decided">{number(today)}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
      <div className="nav-foot">
        <Who />
        <ThemeButton />
        <button onClick={onHelp} title="Keys (?)">
          <Icon name="keys" size={17} /> <span>Keys</span>
        </button>
        <span className="credit" title="Hover over a time to see it in UTC">
          {TIMES_IN}
        </span>
        <a className="credit" href="https://db-ip.com" target="_blank" rel="noreferrer">
          IP geolocation by DB-IP
        </a>
      </div>
    </nav>
  );
}
