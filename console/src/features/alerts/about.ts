import type { AlertSummary } from '@/shared/api/types';
import { counted } from '@/shared/format/number';

/** What a dialog is about: the alert's title, or how many alerts. */
export function about(alerts: readonly AlertSummary[]): string {
  return alerts.length === 1 ? (alerts[0]?.title ?? '') : counted(alerts.length, 'alert');
}
