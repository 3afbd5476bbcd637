import { homeQuery } from '@/shared/api/getHome';
import { put } from '@/shared/api/server';
import { tell } from '@/shared/ui/toasts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { refresh } from './decide';

/** How many alerts a day the team wants to read. */
export function BudgetField() {
  const client = useQueryClient();
  const alerts = useQuery(homeQuery).data?.alerts;
  const set = useMutation({
    mutationFn: (alerts_a_day: number) => put('/api/v1/budget', undefined, { alerts_a_day }),
    onSuccess: ({ alerts_a_day }) => {
      tell(`The line is at ${alerts_a_day} a day.`);
      refresh(client);
    },
    onError: (error) => tell(`Not changed: ${error.message}`, { bad: true }),
  });
  if (!alerts) return null;
  return (
    <label className="lead budget">
      the riskiest{' '}
      <input
        key={alerts.alerts_a_day}
        className="field"
        type="number"
        min={1}
        max={1000}
        aria-label="Alerts a day"
        defaultValue={alerts.alerts_a_day}
        onBlur={(event) => event.target.validity.valid && event.target.valueAsNumber !== alerts.alerts_a_day && set.mutate(event.target.valueAsNumber)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />{' '}
      a day are to be read
    </label>
  );
}
