import type { ScenarioDetail } from '@/shared/api/types';
import { useMay } from '@/shared/api/useMay';
import { useFilters } from '@/shared/keys/useFilters';
import { Panel } from '@/shared/ui/Panel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BackTestView } from './BackTestView';
import { SaveDialog } from './SaveDialog';
import { SettingField } from './SettingField';
import { draftOf, inForce, isSame, withValue } from './draft';
import { backTestQuery } from './getBackTest';
import { useStartBackTest } from './startBackTest';

/** Changes settings: try them on the calls of the last 30 days, look, then save. */
export function SettingsPanel({ detail }: { detail: ScenarioDetail }) {
  const { scenario, settings, replay, applied, problems } = detail;
  const filters = useFilters();
  const may = useMay('analyst');
  const present = inForce(detail);
  const [draft, setDraft] = useState(present);
  const [saving, setSaving] = useState(false);
  const start = useStartBackTest(scenario.id);
  const test = useQuery(backTestQuery(filters.one('test') ?? '')).data;
  const mine = test?.scenario === scenario.id ? test : undefined;
  const changed = !isSame(draft, present);
  const running = mine?.status === 'running' || start.isPending;
  return (
    <Panel title="Settings" note={changed ? 'changed, not saved' : undefined}>
      <form
        className="settings"
        aria-label="Settings"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate(draft, { onSuccess: (begun) => filters.set({ test: begun.id }) });
        }}
      >
        {!applied && <p className="note">This server shows a cluster&apos;s lake, whose job runs the detections as they come. Settings can be back-tested here, not saved.</p>}
        {!may && <p className="note">Trying and changing settings needs the role analyst.</p>}
        {problems.length > 0 && (
          <p role="alert" className="note-bad">
            The settings kept do not hold any more, so the defaults are in force: {problems.join('; ')}
          </p>
        )}
        <label className="switch">
          <input type="checkbox" role="switch" checked={draft.on} onChange={(event) => setDraft({ ...draft, on: event.target.checked })} />
          At work
          <span className="small faint">{draft.on ? 'it raises signals' : 'it raises nothing, and goes on from what it remembers when it is put to work again'}</span>
        </label>
        <div className="setting-list">
          {settings.map((setting) => (
            <SettingField key={setting.name} setting={setting} disabled={!draft.on} value={draft.limits[setting.name] ?? setting.default} onChange={(value) => setDraft(withValue(draft, setting, value))} />
          ))}
        </div>
        <div className="row">
          <button className="button main" disabled={running || !changed || !replay.possible || !may} title={replay.possible ? undefined : 'Stored calls do not tell what it looks at'}>
            {running ? 'Back-testing …' : 'Back-test'}
          </button>
          <button type="button" className="button" disabled={!changed || !applied || !may} onClick={() => setSaving(true)}>
            Save …
          </button>
          {changed && (
            <button type="button" className="button plain" onClick={() => setDraft(present)}>
              Discard
            </button>
          )}
          <span className="small faint">{changed ? 'Saved settings hold from the next minute of traffic on.' : 'Change a value to see what it would have raised.'}</span>
        </div>
        {start.error && (
          <p role="alert" className="note-bad pre">
            {start.error.message}
          </p>
        )}
      </form>
      {mine && <BackTestView test={mine} current={isSame(draftOf(mine), draft)} adopt={() => setDraft(draftOf(mine))} />}
      {saving && <SaveDialog id={scenario.id} draft={draft} test={mine?.status === 'done' && isSame(draftOf(mine), draft) ? mine : undefined} onClose={() => setSaving(false)} />}
    </Panel>
  );
}
