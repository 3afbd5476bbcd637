import type { AlertStatus, Sensitivity, Severity } from '@/shared/api/types';
import { label } from '@/shared/format/words';

const STATUS_TONES: Record<AlertStatus, string> = { open: 'outline', investigating: 'tone-accent', confirmed: 'tone-critical', dismissed: '' };
const SENSITIVITY_TONES: Record<Sensitivity, string> = { high: 'tone-high', medium: 'tone-medium', low: 'tone-low', none: '' };

export function SeverityBadge({ severity }: { severity: Severity }) {
  return <span className={`badge tone-${severity}`}>{label(severity)}</span>;
}

export function StatusBadge({ status }: { status: AlertStatus }) {
  return <span className={`badge bare ${STATUS_TONES[status]}`}>{label(status)}</span>;
}

export function SensitivityBadge({ sensitivity }: { sensitivity: Sensitivity }) {
  return <span className={`badge ${SENSITIVITY_TONES[sensitivity]}`}>{label(sensitivity)}</span>;
}

export function HttpStatus({ status }: { status: number }) {
  const tone = status >= 500 ? 'tone-critical' : status >= 400 ? 'tone-medium' : 'tone-good';
  return <span className={`badge bare ${tone}`}>{status}</span>;
}
