import { parseCounts } from '../../../state/experiment/count-list.ts';
import { EntryField } from './entry-field.tsx';

interface CountsFieldProps {
  readonly label: string;
  readonly counts: readonly number[];
  readonly onCounts: (counts: readonly number[]) => void;
  /** As many as may be listed; default: as many as a spec may. */
  readonly most?: number;
  readonly hint?: React.ReactNode;
}

const write = (counts: readonly number[]) => counts.join(', ');

/** Pixel counts with commas between them. */
export function CountsField({ label, counts, onCounts, most, hint }: CountsFieldProps) {
  return (
    <EntryField
      label={label}
      text={write(counts)}
      write={write}
      read={(text) => {
        const parsed = parseCounts(text, most);
        return 'counts' in parsed ? { value: parsed.counts } : parsed;
      }}
      onValue={onCounts}
      hint={hint}
    />
  );
}
