import type { IconName } from '@/shared/ui/Icon';

/** The places of the left navigation; each can be reached with g and its letter. */
export const PLACES: readonly { path: string; text: string; icon: IconName; key: string }[] = [
  { path: '/', text: 'Alerts', icon: 'alert', key: 'a' },
  { path: '/actors', text: 'Actors', icon: 'actor', key: 'w' },
  { path: '/endpoints', text: 'Endpoints', icon: 'endpoint', key: 'e' },
  { path: '/entities', text: 'Entities', icon: 'entity', key: 't' },
  { path: '/calls', text: 'Calls', icon: 'call', key: 'c' },
  { path: '/scenarios', text: 'Detections', icon: 'scenario', key: 'd' },
  { path: '/intake', text: 'Intake', icon: 'intake', key: 'i' },
];
