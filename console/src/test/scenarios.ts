import type { BackTest, Scenario, ScenarioDetail } from '@/shared/api/types';

const DAYS = Array.from({ length: 30 }, (_, index) => ({ day: new Date(Date.UTC(2026, 9, 30 + index)).toISOString().slice(0, 10), signals: index % 3, alerts: index % 5 === 0 ? 1 : 0 }));

export const aScenario = (changes: Partial<Scenario> = {}): Scenario => ({
  id: 'id-walk',
  title: 'Counts through ids of entities it was never shown',
  question: 'Was this consumer entitled to any of these entities?',
  matters: 'Ids that can be counted let one account read everybody’s data.',
  family: 'entity',
  severity: 'high',
  next_steps: ['Open an answered call.'],
  false_positives: ['A test suite.'],
  blind_spots: ['Ids that are not numbers.'],
  on: true,
  changed: false,
  noise: { days: DAYS, signals: 30, alerts: 6, actors: 4, open: 3, confirmed: 1, dismissed: 2, last_finding: '2026-11-27T10:00:00Z' },
  ...changes,
});

export const aScenarioDetail = (changes: Partial<ScenarioDetail> = {}): ScenarioDetail => ({
  scenario: aScenario(),
  settings: [
    { name: 'window', kind: 'duration', unit: '', value: '1h', default: '1h', least: '1m', most: '1d', because: 'a script needs minutes' },
    { name: 'stepsWhenBlind', kind: 'whole', unit: 'steps', value: '100', default: '100', least: '3', most: '100000', because: 'never shown means little there' },
  ],
  replay: { possible: true, exact: false, unkept: ['roles are kept as they are now'] },
  findings: [],
  history: [],
  applied: true,
  problems: [],
  ...changes,
});

export const aBackTest = (changes: Partial<BackTest> = {}): BackTest => ({
  id: 't-1',
  scenario: 'id-walk',
  status: 'done',
  on: true,
  limits: { stepsWhenBlind: '50' },
  calls_read: 1200,
  calls_total: 1200,
  message: null,
  result: {
    from: '2026-10-30',
    to: '2026-11-28',
    learning_days: 12,
    sentence: 'These settings would have raised 4 alerts in the last 30 days; the present ones raise 9.',
    left_out: ['Calls are stored since 2026-10-18 only.'],
    present: { signals: 12, alerts: 9, actors: 5, alerts_in_all: 40 },
    proposed: { signals: 6, alerts: 4, actors: 3, alerts_in_all: 36 },
    days: DAYS.map(({ day }, index) => ({ day, present_signals: index % 2, present_alerts: 0, proposed_signals: 1, proposed_alerts: index === 3 ? 4 : 0, really_signals: 0, really_alerts: 0 })),
    examples: [
      {
        change: 'lost',
        time: '2026-11-20T02:14:00Z',
        first_seen: '2026-11-20T02:10:00Z',
        actor: { id: 'act-1', name: 'maria@shop.example', kind: 'user' },
        reason: 'maria made 60 steps to a neighbouring order id',
        usual: 'the limit is 100 steps within 1 h',
        calls: ['c-1', 'c-2'],
        alerted: true,
      },
    ],
  },
  ...changes,
});
