import { regionText, valueText } from '../../../../run/finding/wording.ts';
import { settingKey, type TestSetting } from '../../../../run/finding/repair/test-cells.ts';
import classes from './changed.module.css';

interface SettingSelectProps {
  readonly settings: readonly TestSetting[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

/** Which value and region of the test the table is about, where it has several. */
export function SettingSelect({ settings, value, onChange }: SettingSelectProps) {
  return (
    <label className={classes.setting}>
      Pixels changed to{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {settings.map((setting) => (
          <option key={settingKey(setting)} value={settingKey(setting)}>
            {valueText(setting.value)}, {regionText(setting.region)}
          </option>
        ))}
      </select>
    </label>
  );
}
