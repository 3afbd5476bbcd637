import { useKeys } from '@/shared/keys/useKeys';
import { focusSearch, moveFocus } from '@/shared/keys/rows';
import { useEffect, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { KeyHelp } from './KeyHelp';
import { Navigation } from './Navigation';
import { PLACES, titleOf } from './places';
import './frame.css';

/** Navigation on the left, the page on the right, and the keys that work everywhere. */
export function Frame() {
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    '/': focusSearch,
    '?': () => setHelp(true),
    u: () => document.querySelector<HTMLElement>('main [data-up]')?.click(),
    ...Object.fromEntries(PLACES.map((place) => [`g ${place.key}`, () => void navigate(place.path)])),
  });
  useEffect(() => {
    document.title = titleOf(pathname);
  }, [pathname]);
  return (
    <div className="frame">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Navigation onHelp={() => setHelp(true)} />
      <main id="main" className="page" tabIndex={-1}>
        <Outlet />
      </main>
      <KeyHelp open={help} onClose={() => setHelp(false)} />
      <ScrollRestoration />
    </div>
  );
}
