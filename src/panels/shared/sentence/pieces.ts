import type { Phrase } from './phrases.ts';

/** A stretch of a sentence that can be edited. */
export interface Part<Name extends string> {
  readonly part: Name;
  readonly text: string;
}

/** Plain words, or a part. */
export type Piece<Name extends string> = string | Part<Name>;

/** A phrase whose middle can be edited. */
export function around<Name extends string>(
  part: Name,
  { before, part: text, after }: Phrase,
): Piece<Name>[] {
  return [before, { part, text }, after];
}

/** The words alone. */
export function pieceText(pieces: readonly Piece<string>[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
