import { parseDecimal, type DecimalRange } from '../../../state/experiment/decimal-number.ts';
import { EntryField } from './entry-field.tsx';

interface DecimalFieldProps extends DecimalRange {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

/** A number within a range, such as 0.001 or 1e-3. */
export function DecimalField({ label, value, onValue, ...range }: DecimalFieldProps) {
  const { above, from = above ?? 0, to } = range;
  const least = above === undefined ? `from ${from}` : `above ${above}`;
  return (
    <EntryField
      label={label}
      text={String(value)}
      write={String}
      read={(text) => {
        const number = parseDecimal(text, range);
        if (number !== null) return { value: number };
        return { message: `Enter a number ${least} to ${to}. Until then it stays ${value}.` };
      }}
      onValue={onValue}
      isNumber
    />
  );
}
