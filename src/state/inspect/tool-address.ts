import type { FieldReader } from '../link/codec/field-reader.ts';
import { excerpt, switchText, wordText, type FieldText } from '../link/codec/field-texts.ts';
import { LinkFault } from '../link/codec/link-fault.ts';
import type { QueryEntry } from '../link/codec/query.ts';
import { colourText } from './hex-colour.ts';
import type { Colour } from './edits.ts';
import { toolStore, type ToolState } from './tool-store.ts';

/** What of the tools beside the picture is in the address. */
export type ToolAddress = Pick<ToolState, 'tool' | 'colour' | 'offset' | 'rings'>;

/** Names of the fields that describe the tools. */
export const toolKeys = ['tool', 'colour', 'offset', 'rings'] as const;

const toolText = wordText(['replace', 'offset', 'pick', 'restore']);
const ringsText = switchText('on', 'off');

/** "60_-20_0": red, green, blue */
const offsetText: FieldText<Colour> = {
  read: (text) => {
    const parts = text.split('_');
    const [red = 0, green = 0, blue = 0] = parts.map(Number);
    const isIn = (value: number) => Number.isInteger(value) && Math.abs(value) <= 255;
    if (!/^-?\d{1,3}(_-?\d{1,3}){2}$/.test(text) || ![red, green, blue].every(isIn)) {
      throw new LinkFault(
        `“${excerpt(text)}” is not of the form red_green_blue with whole numbers from −255 to 255`,
      );
    }
    return [red, green, blue];
  },
  write: (offset) => offset.join('_'),
};

/** What the fields of an address say of the tools, with `now` for what they do not name. */
export function readTools({ take }: FieldReader, now: ToolAddress): ToolAddress {
  return {
    tool: take('tool', toolText) ?? now.tool,
    colour: take('colour', colourText) ?? now.colour,
    offset: take('offset', offsetText) ?? now.offset,
    rings: take('rings', ringsText) ?? now.rings,
  };
}

/** The tools as fields, where they are not the usual ones. */
export function toolEntries({ tool, colour, offset, rings }: ToolAddress): QueryEntry[] {
  const texts = (tools: ToolAddress) => [
    ['tool', toolText.write(tools.tool)] as const,
    ['colour', colourText.write(tools.colour)] as const,
    ['offset', offsetText.write(tools.offset)] as const,
    ['rings', ringsText.write(tools.rings)] as const,
  ];
  const unsaid = texts(toolStore.getInitialState());
  return texts({ tool, colour, offset, rings }).filter(([, text], at) => text !== unsaid[at]?.[1]);
}
