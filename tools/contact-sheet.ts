import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { encode } from 'fast-png';
import { renderRoadside, roadsideLabel, roadsideSize } from '../src/images/roadside/render.ts';
import { roadsideClasses } from '../src/images/roadside/classes.ts';
import { splitSize, splitStart, type Split } from '../src/images/roadside/splits.ts';

const usage =
  'usage: npx tsx tools/contact-sheet.ts [--split train|validation|test] [--start 0] [--count 96] [--columns 12] [--sorted] --out sheet.png';

function fail(message: string): never {
  process.stderr.write(`${message}\n${usage}\n`);
  process.exit(2);
}

function isSplit(name: string): name is Split {
  return name === 'train' || name === 'validation' || name === 'test';
}

function wholeNumber(text: string, name: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    fail(`--${name} ${text}: a whole number of at least ${least} is needed`);
  }
  return value;
}

const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'test' },
    start: { type: 'string', default: '0' },
    count: { type: 'string', default: '96' },
    columns: { type: 'string', default: '12' },
    sorted: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const { split, out } = values;
if (out === undefined) fail('--out is missing: name the PNG file to write');
if (!isSplit(split)) fail(`--split ${split}: choose train, validation or test`);
const start = wholeNumber(values.start, 'start', 0);
const count = wholeNumber(values.count, 'count', 1);
const columns = wholeNumber(values.columns, 'columns', 1);
if (start + count > splitSize(split)) fail(`the ${split} split has ${splitSize(split)} images`);

const zoom = 2;
const cell = roadsideSize * zoom + 2;
const rows = Math.ceil(count / columns);
const width = columns * cell;
const height = rows * cell;
const sheet = new Uint8Array(width * height * 3);

const indices = Array.from({ length: count }, (_, i) => splitStart(split) + start + i);
if (values.sorted) indices.sort((a, b) => roadsideLabel(a) - roadsideLabel(b) || a - b);
indices.forEach((index, position) => {
  const image = renderRoadside(index);
  const left = (position % columns) * cell;
  const top = Math.floor(position / columns) * cell;
  for (let y = 0; y < roadsideSize * zoom; y += 1) {
    for (let x = 0; x < roadsideSize * zoom; x += 1) {
      const from = (Math.floor(y / zoom) * roadsideSize + Math.floor(x / zoom)) * 3;
      sheet.set(image.subarray(from, from + 3), ((top + y) * width + left + x) * 3);
    }
  }
});
writeFileSync(out, encode({ width, height, data: sheet, channels: 3, depth: 8 }));
process.stdout.write(
  `${out}: ${count} images of ${roadsideClasses.length} classes from the ${split} split\n`,
);
