import type { Delivery } from '@/shared/api/types';

const TONES: Record<Delivery['status'], string> = { delivered: 'tone-good', waiting: 'tone-medium', given_up: 'tone-critical' };

/** How far a message got. */
export function DeliveryState({ delivery }: { delivery: Delivery }) {
  const { status, tries } = delivery;
  const text = status === 'given_up' ? 'given up' : status === 'waiting' && tries > 0 ? 'will try again' : status;
  return <span className={`badge ${TONES[status]}`}>{text}</span>;
}

/** '500: no room', or why nobody answered. */
export function answerOf({ answer_status: status, answer }: Delivery): string {
  return status === null ? (answer ?? '') : answer ? `${status}: ${answer}` : String(status);
}
