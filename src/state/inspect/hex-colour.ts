import { excerpt, type FieldText } from '../link/codec/field-texts.ts';
import { LinkFault } from '../link/codec/link-fault.ts';
import type { Colour } from './edits.ts';

const form = /^[0-9a-f]{6}$/i;

export function isColourText(text: string): boolean {
  return form.test(text);
}

/** "ff8000" */
export const colourText: FieldText<Colour> = {
  read: (text) => {
    if (!isColourText(text)) {
      throw new LinkFault(`“${excerpt(text)}” is not a colour of the form rrggbb`);
    }
    const byte = (at: number) => Number.parseInt(text.slice(at, at + 2), 16);
    return [byte(0), byte(2), byte(4)];
  },
  write: (colour) => colour.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
};
