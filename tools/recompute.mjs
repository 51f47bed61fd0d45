import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { attackTableOfLines, recomputeAttack } from './recompute/attack.mjs';
import { compareResults } from './recompute/compare.mjs';
import { recomputeSweep } from './recompute/sweep.mjs';
import { tableOfLines } from './recompute/table.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node tools/recompute.mjs RESULT_DIR (holding result.json and images.csv)');
  process.exit(1);
}
for (const name of ['result.json', 'images.csv']) {
  if (existsSync(join(folder, name))) continue;
  console.error(`${folder}: there is no ${name}; name the folder that a sweep or an attack wrote`);
  process.exit(1);
}

const reported = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
const input = createReadStream(join(folder, 'images.csv'), 'utf8');
const lines = createInterface({ input, crlfDelay: Infinity });
const isAttack = reported.kind === 'attack';
const table = await (isAttack ? attackTableOfLines(lines) : tableOfLines(lines));
const recomputed = isAttack ? recomputeAttack(reported, table) : recomputeSweep(reported, table);
const { values, numbers, differences } = compareResults(recomputed, reported);

for (const line of differences) console.log(line);
const read = `${table.rows} classifications of ${table.images.size} images`;
const compared = `${values} values compared, ${numbers} of them numbers`;
if (differences.length > 0) {
  console.log(`differs in ${differences.length} of ${compared} (${read})`);
  process.exit(1);
}
console.log(`agrees: ${compared} (${read})`);
