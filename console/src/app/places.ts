import type { IconName } from '@/shared/ui/Icon';

interface Place {
  path: string;
  text: string;
  icon: IconName;
  key: string;
  /** Pages of this place whose address begins otherwise. */
  also?: readonly string[];
}

/** The places of the left navigation; each can be reached with g and its letter. */
export const PLACES: readonly Place[] = [
  { path: '/', text: 'Home', icon: 'home', key: 'h' },
  { path: '/alerts', text: 'Alerts', icon: 'alert', key: 'a', also: ['/suppressions'] },
  { path: '/actors', text: 'Actors', icon: 'actor', key: 'w' },
  { path: '/endpoints', text: 'Endpoints', icon: 'endpoint', key: 'e' },
  { path: '/entities', text: 'Entities', icon: 'entity', key: 't', also: ['/entity-types', '/explained'] },
  { path: '/matrix', text: 'Matrix', icon: 'matrix', key: 'm' },
  { path: '/calls', text: 'Calls', icon: 'call', key: 'c' },
  { path: '/hunt', text: 'Hunt', icon: 'hunt', key: 'q' },
  { path: '/scenarios', text: 'Detections', icon: 'scenario', key: 'd' },
  { path: '/intake', text: 'Intake', icon: 'intake', key: 'i' },
  { path: '/settings', text: 'Settings', icon: 'settings', key: 's' },
];

const TITLES: readonly { path: string; text: string }[] = [
  { path: '/actors/compare', text: 'Side by side' },
  { path: '/suppressions', text: 'Suppressions' },
  { path: '/entity-types', text: 'Entity types' },
  { path: '/explained', text: 'How well explained' },
  { path: '/matrix/changes', text: 'What changed' },
  { path: '/hunt/builder', text: 'Builder' },
];

/** Whether an address is of a page of this place. */
export function isAt(place: Place, pathname: string): boolean {
  if (place.also?.some((path) => pathname.startsWith(path))) return true;
  return place.path === '/' ? pathname === '/' : pathname.startsWith(place.path);
}

/** What the window is called: the thing or the type that the page is about, and the place. */
export function titleOf(pathname: string): string {
  const place = PLACES.find((one) => isAt(one, pathname)) ?? PLACES[0];
  const about = /^\/(?:entities\/[^/]+|entity-types)\/([^/]+)$/.exec(pathname)?.[1];
  const text = TITLES.find((title) => pathname.startsWith(title.path))?.text ?? place?.text;
  return [about && decoded(about), text, 'Apian'].filter(Boolean).join(' · ');
}

/** An address may be typed by hand, with a percent sign that means nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
