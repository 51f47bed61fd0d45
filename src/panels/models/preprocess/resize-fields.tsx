import { useId, useState } from 'react';
import type { ModelInspection } from '../../../protocol/model-inspection.ts';
import type { Preprocess } from '../../../protocol/spec.ts';
import { resizeInput } from '../../../state/models/inspections.ts';
import { readNumbers } from '../../../state/models/preprocess-numbers.ts';
import { Choice } from '../../shared/controls/choice.tsx';
import { EntryField } from '../../shared/controls/entry-field.tsx';
import controls from '../../shared/controls/controls.module.css';
import classes from './preprocess.module.css';

interface ResizeFieldsProps {
  readonly id: string;
  readonly inspection: ModelInspection;
  readonly preprocess: Preprocess;
  readonly onChange: (changes: Partial<Preprocess>) => void;
}

/** How a picture of any size becomes one of the model's. */
export function ResizeFields({ id, inspection, preprocess, onChange }: ResizeFieldsProps) {
  const group = useId();
  const [height, width] = inspection.inputSize;
  const least = Math.min(height, width);

  return (
    <>
      <SizeField
        key={`${height} ${width}`}
        id={id}
        size={[height, width]}
        isOpen={preprocess.size !== undefined}
      />
      <div className={classes.row}>
        <p className={classes.label}>Resizing</p>
        <Choice<Preprocess['resize']>
          label="Resizing"
          name={`${group}-resize`}
          options={[
            { value: 'shortest', title: 'Short side, then crop the centre' },
            { value: 'exact', title: 'Stretch' },
          ]}
          isChosen={(resize) => preprocess.resize === resize}
          onChoose={(resize) => onChange({ resize })}
        />
      </div>
      {preprocess.resize === 'shortest' && (
        <EntryField<number>
          label="Short side before the crop, in pixels"
          text={String(preprocess.resizeTo ?? least)}
          write={String}
          read={(text) => {
            const [side] = readNumbers(text, 1) ?? [];
            const isFine =
              Number.isInteger(side) && side !== undefined && side >= least && side <= 8192;
            return isFine
              ? { value: side }
              : { message: `Enter a whole number from ${least} to 8,192.` };
          }}
          onValue={(resizeTo) => onChange({ resizeTo })}
          isNumber
        />
      )}
      <div className={classes.row}>
        <p className={classes.label}>Filter</p>
        <Choice<Preprocess['filter']>
          label="Filter"
          name={`${group}-filter`}
          options={[
            { value: 'bilinear', title: 'Bilinear' },
            { value: 'nearest', title: 'Nearest pixel' },
          ]}
          isChosen={(filter) => preprocess.filter === filter}
          onChoose={(filter) => onChange({ filter })}
        />
      </div>
    </>
  );
}

interface SizeFieldProps {
  readonly id: string;
  readonly size: readonly [number, number];
  /** Whether the file leaves it open. */
  readonly isOpen: boolean;
}

/** The size that the network is given; most files fix it. */
function SizeField({ id, size, isOpen }: SizeFieldProps) {
  const field = useId();
  const [text, setText] = useState(size.join(' × '));
  const [message, setMessage] = useState<string | null>(null);
  const [isTrying, setTrying] = useState(false);

  const change = async () => {
    const [height, width] = readNumbers(text.replace(/[x×]/gi, ' '), 2) ?? [];
    if (height === undefined || width === undefined || !areSides(height, width)) {
      setMessage('Enter a height and a width from 1 to 4,096, such as 224 × 224.');
      return;
    }
    if (height === size[0] && width === size[1]) return;
    setTrying(true);
    const error = await resizeInput(id, [height, width]);
    setTrying(false);
    setMessage(error?.message ?? null);
  };

  return (
    <form
      className={controls.field}
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <label htmlFor={field} className={controls.label}>
        Size of the input, height × width
      </label>
      <div className={controls.row}>
        <input
          id={field}
          className={`${controls.input} ${classes.size}`}
          autoComplete="off"
          aria-invalid={message !== null}
          aria-describedby={`${field}-help`}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setMessage(null);
          }}
        />
        <button type="submit" className={controls.button} disabled={isTrying}>
          {isTrying ? 'Trying' : 'Set'}
        </button>
      </div>
      <p
        id={`${field}-help`}
        {...(message !== null && { role: 'alert' })}
        className={message === null ? controls.hint : controls.error}
      >
        {message ??
          (isOpen ? 'The file leaves it open.' : 'Can be changed where the file leaves it open.')}
      </p>
    </form>
  );
}

function areSides(...sides: readonly number[]): boolean {
  return sides.every((side) => Number.isInteger(side) && side >= 1 && side <= 4096);
}
