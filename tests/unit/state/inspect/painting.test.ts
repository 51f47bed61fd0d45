import { beforeEach, describe, expect, test } from 'vitest';
import { changePixels } from '../../../../src/core/pixel-change.ts';
import {
  differingPixels,
  noEdits,
  pixelsBetween,
  withEdits,
} from '../../../../src/state/inspect/edits.ts';
import { inspectStore, redo, undo } from '../../../../src/state/inspect/inspect-store.ts';
import {
  applyDraw,
  applyPicture,
  changesAsJson,
  moveCursor,
  paint,
} from '../../../../src/state/inspect/painting.ts';
import { toolStore } from '../../../../src/state/inspect/tool-store.ts';

const SIDE = 8;
const bytes = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => (at * 37) % 256);
const picture = { height: SIDE, width: SIDE, bytes };

function colour(row: number, column: number): number[] {
  const { edits } = inspectStore.getState();
  const at = (row * SIDE + column) * 3;
  return [...withEdits(picture, edits).subarray(at, at + 3)];
}

const original = (row: number, column: number): number[] => {
  const at = (row * SIDE + column) * 3;
  return [...bytes.subarray(at, at + 3)];
};

beforeEach(() => {
  inspectStore.setState({
    image: { ref: { kind: 'roadside', index: 5 }, label: 0, classNames: [] },
    picture,
    // Nobody answers here: what is shown is taken as seen.
    models: [],
    edits: noEdits,
    past: [],
    future: [],
  });
  toolStore.setState({ tool: 'replace', colour: [1, 2, 3], offset: [200, -200, 10] });
});

describe('a tool', () => {
  test('paints each pixel of a stroke, and one undo takes the stroke back', () => {
    paint([{ row: 2, column: 3 }], false);
    paint(pixelsBetween({ row: 2, column: 3 }, { row: 2, column: 6 }), true);
    expect(inspectStore.getState().edits.changes).toHaveLength(4);
    expect(colour(2, 5)).toEqual([1, 2, 3]);
    undo();
    expect(inspectStore.getState().edits).toBe(noEdits);
    redo();
    expect(colour(2, 6)).toEqual([1, 2, 3]);
  });

  test('adds an offset once a stroke, and again in the next', () => {
    toolStore.setState({ tool: 'offset', offset: [5, -5, 0] });
    const [red = 0, green = 0, blue = 0] = original(4, 4);
    const clip = (level: number) => Math.min(255, Math.max(0, level));
    paint([{ row: 4, column: 4 }], false);
    paint([{ row: 4, column: 4 }], true);
    expect(colour(4, 4)).toEqual([clip(red + 5), clip(green - 5), blue]);
    paint([{ row: 4, column: 4 }], false);
    expect(colour(4, 4)).toEqual([clip(clip(red + 5) + 5), clip(clip(green - 5) - 5), blue]);
  });

  test('picks the colour under it, and paints with that from then on', () => {
    toolStore.setState({ tool: 'pick' });
    paint([{ row: 1, column: 1 }], false);
    expect(toolStore.getState()).toMatchObject({ tool: 'replace', colour: original(1, 1) });
    paint([{ row: 6, column: 6 }], false);
    expect(colour(6, 6)).toEqual(original(1, 1));
  });

  test('gives a pixel its own colour back', () => {
    paint([{ row: 0, column: 0 }], false);
    toolStore.setState({ tool: 'restore' });
    paint([{ row: 0, column: 0 }], false);
    expect(inspectStore.getState().edits.changes).toEqual([]);
    expect(colour(0, 0)).toEqual(original(0, 0));
  });

  test('moves no further than the edge', () => {
    toolStore.setState({ cursor: { row: 1, column: 1 } });
    moveCursor(-3, 20);
    expect(toolStore.getState().cursor).toEqual({ row: 0, column: SIDE - 1 });
  });
});

describe('a draw', () => {
  const draw = { seed: 3, draw: 2, count: 10, value: { offset: 40 }, region: 0.75 } as const;

  test('changes the very pixels of a sweep', () => {
    applyDraw(draw);
    const expected = new Uint8Array(bytes.length);
    changePixels(bytes, expected, {
      seed: 3,
      imageKey: [5, 0],
      draw: 2,
      count: 10,
      value: { kind: 'offset', magnitude: 40 },
      height: SIDE,
      width: SIDE,
      region: { top: 1, left: 1, height: 6, width: 6 },
    });
    const { edits } = inspectStore.getState();
    expect(withEdits(picture, edits)).toEqual(expected);
    expect(edits).toMatchObject({ draw });
    expect(edits.changes).toHaveLength(10);
  });

  test('that follows a draw takes its place among the steps to undo', () => {
    applyDraw(draw);
    applyDraw({ ...draw, count: 20 });
    expect(inspectStore.getState().edits.changes).toHaveLength(20);
    undo();
    expect(inspectStore.getState().edits).toBe(noEdits);
  });

  test('ends being one when a pixel of it is painted', () => {
    applyDraw(draw);
    paint([{ row: 0, column: 0 }], false);
    expect(inspectStore.getState().edits.draw).toBeNull();
    expect(JSON.parse(changesAsJson())).not.toHaveProperty('draw');
  });
});

test('a picture from elsewhere is shown as the pixels in which it differs', () => {
  const other = bytes.slice();
  other[(3 * SIDE + 5) * 3 + 1] = (other[(3 * SIDE + 5) * 3 + 1] ?? 0) ^ 255;
  expect(differingPixels(picture, other).changes).toHaveLength(1);
  applyPicture(other);
  expect(withEdits(picture, inspectStore.getState().edits)).toEqual(other);
  const copied = JSON.parse(changesAsJson()) as { changes: unknown[]; image: unknown };
  expect(copied).toMatchObject({
    image: { source: 'roadside', index: 5 },
    size: [SIDE, SIDE],
    changes: [{ row: 3, column: 5, before: original(3, 5) }],
  });
});
