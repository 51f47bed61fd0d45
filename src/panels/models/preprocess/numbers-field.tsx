import { numbersText, readNumbers } from '../../../state/models/preprocess-numbers.ts';
import { EntryField } from '../../shared/controls/entry-field.tsx';

type Numbers<Count extends 2 | 3> = Count extends 2 ? [number, number] : [number, number, number];

interface NumbersFieldProps<Count extends 2 | 3> {
  readonly label: string;
  readonly value: Numbers<Count>;
  /** What is wrong with numbers that can be read; null where nothing is. */
  readonly problem: (value: Numbers<Count>) => string | null;
  readonly onValue: (value: Numbers<Count>) => void;
}

function isOfLength<Count extends 2 | 3>(
  numbers: number[] | null,
  count: number,
): numbers is Numbers<Count> {
  return numbers?.length === count;
}

/** Two or three numbers with commas between them. */
export function NumbersField<Count extends 2 | 3>(props: NumbersFieldProps<Count>) {
  const { label, value, problem, onValue } = props;
  return (
    <EntryField<Numbers<Count>>
      label={label}
      text={numbersText(value)}
      write={numbersText}
      read={(text) => {
        const numbers = readNumbers(text, value.length);
        if (!isOfLength<Count>(numbers, value.length)) {
          return { message: `Enter ${value.length} numbers with commas between them.` };
        }
        const message = problem(numbers);
        return message === null ? { value: numbers } : { message };
      }}
      onValue={onValue}
    />
  );
}
