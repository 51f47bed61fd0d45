import type { RankCell, Spec } from '../../../protocol/spec.ts';
import { formatPixelValue } from '../../../run/pixel-values.ts';
import { sidePercent, valueText } from '../../shared/sentence/phrases.ts';
import classes from './sample-strip.module.css';

type Setting = Pick<RankCell, 'value' | 'region'>;

interface SettingChoiceProps {
  readonly grid: Spec['grid'];
  readonly setting: Setting;
  readonly onSetting: (setting: Setting) => void;
}

/** Which value and which region the pictures show, where the grid has several. */
export function SettingChoice({ grid, setting, onSetting }: SettingChoiceProps) {
  const { values, regions } = grid;
  return (
    <>
      {values.length > 1 && (
        <select
          className={classes.select}
          aria-label="Change to show"
          value={formatPixelValue(setting.value)}
          onChange={({ currentTarget }) => {
            const value = values.find((each) => formatPixelValue(each) === currentTarget.value);
            onSetting({ ...setting, value: value ?? setting.value });
          }}
        >
          {values.map((value) => (
            <option key={formatPixelValue(value)} value={formatPixelValue(value)}>
              {valueText(value)}
            </option>
          ))}
        </select>
      )}
      {regions.length > 1 && (
        <select
          className={classes.select}
          aria-label="Area to show"
          value={setting.region}
          onChange={(event) => onSetting({ ...setting, region: Number(event.currentTarget.value) })}
        >
          {regions.map((region) => (
            <option key={region} value={region}>
              {region === 1 ? 'whole image' : sidePercent(region)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
