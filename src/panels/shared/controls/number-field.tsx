import { integer } from '../../../run/number-text.ts';
import { parseWhole, type WholeRange } from '../../../state/experiment/whole-number.ts';
import { EntryField } from './entry-field.tsx';

interface NumberFieldProps extends WholeRange {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
  /** Beside the field, on the left. */
  readonly slider?: React.ReactNode;
  /** Beside the field, on the right. */
  readonly action?: React.ReactNode;
}

/** A whole number within a range. */
export function NumberField({ label, value, min, max, onValue, slider, action }: NumberFieldProps) {
  return (
    <EntryField
      label={label}
      text={String(value)}
      write={String}
      read={(text) => {
        const whole = parseWhole(text, { min, max });
        if (whole !== null) return { value: whole };
        const range = `${integer(min)} to ${integer(max)}`;
        const message = `Enter a whole number from ${range}. Until then it stays ${integer(value)}.`;
        return { message };
      }}
      onValue={onValue}
      isNumber
      before={slider}
      after={action}
    />
  );
}
