import type { Setting } from '@/shared/api/types';
import { useId } from 'react';
import { settingLabel } from './draft';

interface Props {
  setting: Setting;
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

/** One limit, with what it may be and why it is as it is. */
export function SettingField({ setting, value, disabled, onChange }: Props) {
  const id = useId();
  const changed = value !== setting.default;
  return (
    <div className={changed ? 'setting changed' : 'setting'}>
      <label htmlFor={id}>{settingLabel(setting.name)}</label>
      <span className="row">
        <input id={id} className="field" inputMode={setting.kind === 'duration' ? 'text' : 'decimal'} aria-describedby={`${id}-why`} value={value} maxLength={20} spellCheck={false} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
        <span className="unit faint">{setting.kind === 'duration' ? '' : setting.unit}</span>
        {changed && !disabled && (
          <button type="button" className="button plain small" aria-label={`${settingLabel(setting.name)}: back to ${setting.default}`} onClick={() => onChange(setting.default)}>
            back to {setting.default}
          </button>
        )}
      </span>
      <p id={`${id}-why`} className="small">
        <span className="soft">{setting.because}</span>
        <span className="allowed faint">
          {setting.least} to {setting.most}, as it comes {setting.default}
        </span>
      </p>
    </div>
  );
}
