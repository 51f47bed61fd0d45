import { splitTerms } from './split-terms.ts';
import { Term } from './term.tsx';

/** A sentence whose words of the trade carry their definitions. */
export function Explained({ text }: { readonly text: string }) {
  return splitTerms(text).map((piece) =>
    typeof piece === 'string' ? (
      piece
    ) : (
      <Term key={piece.name} name={piece.name}>
        {piece.word}
      </Term>
    ),
  );
}
