import { describe, expect, test } from 'vitest';
import {
  readTools,
  toolEntries,
  type ToolAddress,
} from '../../../../src/state/inspect/tool-address.ts';
import { toolStore } from '../../../../src/state/inspect/tool-store.ts';
import { fieldReader } from '../../../../src/state/link/codec/field-reader.ts';
import { queryOf, queryText } from '../../../../src/state/link/codec/query.ts';

const { tool, colour, offset, rings } = toolStore.getInitialState();
const usual: ToolAddress = { tool, colour, offset, rings };

function read(query: string, now = usual) {
  const reader = fieldReader(queryOf(`https://lab.example/?${query}`));
  const said = readTools(reader, now);
  return { said, refused: reader.refused.map(({ field, message }) => `${field}: ${message}`) };
}

describe('the address of the tools', () => {
  test.each<[ToolAddress, string]>([
    [usual, ''],
    [{ ...usual, tool: 'offset', offset: [-255, 0, 40] }, 'tool=offset&offset=-255_0_40'],
    [{ ...usual, colour: [0, 171, 255], rings: false }, 'colour=00abff&rings=off'],
  ])('says what is not as usual, %#', (tools, query) => {
    expect(queryText(toolEntries(tools))).toBe(query);
    expect(read(query)).toEqual({ said: tools, refused: [] });
  });

  test('leaves what it does not name', () => {
    const now: ToolAddress = { ...usual, tool: 'pick', colour: [1, 2, 3] };
    expect(read('rings=off', now).said).toEqual({ ...now, rings: false });
  });

  test.each([
    ['tool=brush', 'tool: “brush” is not one of replace, offset, pick, restore'],
    ['colour=red', 'colour: “red” is not a colour of the form rrggbb'],
    ['offset=1_2', /^offset: “1_2” is not of the form red_green_blue/],
    ['offset=1_2_256', /^offset: “1_2_256” is not of the form red_green_blue/],
    ['rings=maybe', /^rings: “maybe” is not one of on, off/],
  ])('refuses %s and keeps the rest', (query, message) => {
    const { said, refused } = read(query);
    expect(said).toEqual(usual);
    expect(refused).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
  });
});
