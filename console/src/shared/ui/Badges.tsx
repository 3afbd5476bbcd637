import type { AlertStatus, Posture, Sensitivity, Severity } from '@/shared/api/types';
import { label } from '@/shared/format/words';

const STATUS_TONES: Record<AlertStatus, string> = { open: 'outline', investigating: 'tone-accent', confirmed: 'tone-critical', dismissed: '' };
const SENSITIVITY_TONES: Record<Sensitivity, string> = { high: 'tone-high', medium: 'tone-medium', low: 'tone-low', none: '' };

const POSTURE_TONES: Record<Posture, string> = { open: 'tone-high', mixed: 'tone-medium', required: 'quiet', unknown: 'quiet' };
const POSTURE_MEANING: Record<Posture, string> = {
  open: 'Served without any credential',
  mixed: 'Served with a credential, and without one too',
  required: 'Never served without a credential',
  unknown: 'No call was served yet',
};

export function SeverityBadge({ severity }: { severity: Severity }) {
  return <span className={`badge tone-${severity}`}>{label(severity)}</span>;
}

const PRELIMINARY_MEANING = 'The minute that this tells of is not over: calls of the same minute may still change it. A verdict on it stays.';

export function PreliminaryBadge() {
  return (
    <span className="badge bare outline" title={PRELIMINARY_MEANING}>
      preliminary
    </span>
  );
}

export function StatusBadge({ status }: { status: AlertStatus }) {
  return <span className={`badge bare ${STATUS_TONES[status]}`}>{label(status)}</span>;
}

export function SensitivityBadge({ sensitivity }: { sensitivity: Sensitivity }) {
  return <span className={`badge ${SENSITIVITY_TONES[sensitivity]}`}>{label(sensitivity)}</span>;
}

export function PostureBadge({ posture }: { posture: Posture }) {
  return (
    <span className={`badge ${POSTURE_TONES[posture]}`} title={POSTURE_MEANING[posture]}>
      {label(posture)}
    </span>
  );
}

export function HttpStatus({ status }: { status: number }) {
  const tone = status >= 500 ? 'tone-critical' : status >= 400 ? 'tone-medium' : 'tone-good';
  return <span className={`badge bare ${tone}`}>{status}</span>;
}
