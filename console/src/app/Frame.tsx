import { sessionQuery } from '@/shared/api/getSession';
import { whenStranger } from '@/shared/api/server';
import { useKeys } from '@/shared/keys/useKeys';
import { focusSearch, moveFocus } from '@/shared/keys/rows';
import { Failed } from '@/shared/ui/States';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Toasts } from '@/shared/ui/Toasts';
import { useEffect, useState } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { KeyHelp } from './KeyHelp';
import { Navigation } from './Navigation';
import { PLACES, titleOf } from './places';
import { useEvents } from './useEvents';
import './frame.css';

/** Navigation on the left, the page on the right, and the keys that work everywhere. */
export function Frame() {
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const here = useLocation();
  const queries = useQueryClient();
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    '/': focusSearch,
    '?': () => setHelp(true),
    u: () => document.querySelector<HTMLElement>('main [data-up]')?.click(),
    ...Object.fromEntries(PLACES.map((place) => [`g ${place.key}`, () => void navigate(place.path)])),
  });
  const session = useQuery(sessionQuery);
  useEvents();
  useEffect(() => whenStranger(() => void queries.invalidateQueries(sessionQuery)), [queries]);
  useEffect(() => {
    document.title = titleOf(here.pathname);
  }, [here.pathname]);
  if (session.data === undefined) return session.error ? <Failed error={session.error} retry={() => void session.refetch()} /> : null;
  if (session.data.user === null) return <Navigate to={`/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`} replace />;
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
      <Toasts />
      <ScrollRestoration />
    </div>
  );
}
