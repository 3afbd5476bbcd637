import type { Alert } from '@/shared/api/types';
import { useState } from 'react';

const KEY = 'apian.checked';

/** What to check next. What is ticked is remembered in this browser, for as long as its window is open. */
export function Checklist({ alert }: { alert: Pick<Alert, 'id' | 'what_to_check'> }) {
  const key = `${KEY}.${alert.id}`;
  const [checked, setChecked] = useState<readonly string[]>(() => remembered(key));
  if (alert.what_to_check.length === 0) return <p className="faint">Nothing beyond the notes of the detections below.</p>;
  const toggle = (step: string) => {
    const next = checked.includes(step) ? checked.filter((one) => one !== step) : [...checked, step];
    setChecked(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  return (
    <ul className="checklist">
      {alert.what_to_check.map((step) => (
        <li key={step}>
          <label className="inline">
            <input type="checkbox" checked={checked.includes(step)} onChange={() => toggle(step)} />
            <span>{step}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function remembered(key: string): readonly string[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[];
  } catch {
    return [];
  }
}
