/** Fields of one line of a CSV file; double quotes protect commas and doubled quotes. */
export function csvFields(line) {
  if (!line.includes('"')) return line.split(',');
  const fields = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/g;
  for (const [, quoted, plain, end] of line.matchAll(pattern)) {
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
  }
  return fields;
}

const COLUMNS = 'image,label,model,count,value,region,draw,predicted';

/**
 * Collects classifications: for each model and cell, by image, how many draws are there and how
 * many of them are wrong. Images keep the order in which they first appear.
 */
class ClassificationTable {
  images = new Map();
  cells = new Map();
  rows = 0;

  add([image, label, model, count, value, region, , predicted]) {
    const key = Number(count) === 0 ? `${model} 0` : `${model} ${count} ${value} ${Number(region)}`;
    if (!this.images.has(image)) this.images.set(image, this.images.size);
    if (!this.cells.has(key)) this.cells.set(key, { done: [], wrong: [] });
    const at = this.images.get(image);
    const { done, wrong } = this.cells.get(key);
    done[at] = (done[at] ?? 0) + 1;
    wrong[at] = (wrong[at] ?? 0) + (label === predicted ? 0 : 1);
    this.rows += 1;
  }

  clean(model) {
    return this.cells.get(`${model} 0`) ?? { done: [], wrong: [] };
  }

  cell(model, { count, value, region }) {
    const name = value === 'replace' ? 'replace' : `offset:${value.offset}`;
    return this.cells.get(`${model} ${count} ${name} ${region}`) ?? { done: [], wrong: [] };
  }
}

/** Reads the lines of images.csv. */
export async function tableOfLines(lines) {
  const table = new ClassificationTable();
  let header = true;
  for await (const line of lines) {
    if (header) {
      if (line.replace(/^\uFEFF/, '') !== COLUMNS) {
        throw new Error(`images.csv must start with "${COLUMNS}"`);
      }
      header = false;
    } else if (line !== '') {
      table.add(csvFields(line));
    }
  }
  return table;
}
