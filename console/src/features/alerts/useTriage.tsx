import type { AlertStatus, AlertSummary } from '@/shared/api/types';
import { useKeys } from '@/shared/keys/useKeys';
import { type ReactNode, useState } from 'react';
import { AssignDialog } from './AssignDialog';
import { NoteDialog } from './NoteDialog';
import { SnoozeDialog } from './SnoozeDialog';
import { SuppressDialog } from './SuppressDialog';
import { useDecide } from './decide';

export type Act = 'confirm' | 'dismiss' | 'investigate' | 'note' | 'assign' | 'snooze' | 'suppress';

const STATUS: Partial<Record<Act, AlertStatus>> = { confirm: 'confirmed', dismiss: 'dismissed', investigate: 'investigating' };
const DONE: Partial<Record<Act, string>> = { confirm: 'confirmed', dismiss: 'dismissed', investigate: 'being investigated' };

interface Triage {
  act: (act: Act) => void;
  dialog: ReactNode;
}

/**
 * The keys of triage, and what they ask for.
 * @param of the alerts that are meant at the moment a key is pressed
 * @param after runs when a verdict was given
 */
export function useTriage(of: () => readonly AlertSummary[], after: () => void = () => {}): Triage {
  const decide = useDecide();
  const [asking, setAsking] = useState<{ act: Act; alerts: readonly AlertSummary[] } | null>(null);
  const act = (what: Act) => {
    const alerts = of();
    if (alerts.length === 0) return;
    const status = STATUS[what];
    if (!status) {
      setAsking({ act: what, alerts });
      return;
    }
    decide.mutate({ alerts, decision: { status }, done: DONE[what] ?? what });
    after();
  };
  useKeys({
    e: () => act('confirm'),
    x: () => act('dismiss'),
    i: () => act('investigate'),
    n: () => act('note'),
    a: () => act('assign'),
    z: () => act('snooze'),
    s: () => act('suppress'),
  });
  const close = () => setAsking(null);
  return { act, dialog: asking && <Asking {...asking} onClose={close} onDone={after} /> };
}

interface AskingProps {
  act: Act;
  alerts: readonly AlertSummary[];
  onClose: () => void;
  onDone: () => void;
}

function Asking({ act, alerts, onClose, onDone }: AskingProps) {
  const gone = () => {
    onClose();
    onDone();
  };
  if (act === 'note') return <NoteDialog alerts={alerts} onClose={onClose} />;
  if (act === 'assign') return <AssignDialog alerts={alerts} onClose={onClose} />;
  if (act === 'snooze') return <SnoozeDialog alerts={alerts} onClose={onClose} onDone={gone} />;
  return <SuppressDialog alerts={alerts} onClose={onClose} onDone={gone} />;
}
