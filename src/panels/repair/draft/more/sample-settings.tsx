import { repairImages } from '../../../../state/repair/repair-images.ts';
import { DecimalField } from '../../../shared/controls/decimal-field.tsx';
import { NumberField } from '../../../shared/controls/number-field.tsx';
import controls from '../../../shared/controls/controls.module.css';
import { RoleImages } from '../controls/role-images.tsx';
import { useDraft } from '../use-draft.ts';
import classes from './more-settings.module.css';

/** What the training reads besides what the sentence says. */
export function SampleSettings() {
  const { spec, repair, set } = useDraft();
  const isOwn = repairImages(spec).some(({ images }) => images.source !== 'roadside');
  return (
    <fieldset className={classes.group} aria-label="Samples">
      <h3 className={classes.title}>Samples</h3>
      <div className={classes.pair}>
        <DecimalField
          label="Clean share, % of samples"
          value={Number((repair.cleanShare * 100).toFixed(6))}
          from={0}
          to={100}
          onValue={(share) => set({ cleanShare: share / 100 })}
        />
        {!isOwn && (
          <NumberField
            label="Validation images"
            value={repair.validationImages}
            min={1}
            max={100_000}
            onValue={(validationImages) => set({ validationImages })}
          />
        )}
      </div>
      {isOwn && (
        <RoleImages purpose="validation" kind="validation">
          {null}
        </RoleImages>
      )}
      <p className={controls.hint}>
        The clean share stays unchanged; the paper changes every sample. Validation images choose
        the epoch and are used for nothing else.
      </p>
    </fieldset>
  );
}
