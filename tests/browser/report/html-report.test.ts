import { beforeAll, describe, expect, it } from 'vitest';
import type { SweepResult } from '../../../src/protocol/result.ts';
import type { AnyResult } from '../../../src/run/result-file/parse-result.ts';
import { writeReport } from '../../../src/run/report/write-report.ts';
import { hostileResult, hostileText } from '../../support/hostile.ts';
import { fgsmAttack, fullRepair, sweepWithSettings } from '../../support/report-results.ts';

let sweep: SweepResult;
beforeAll(async () => {
  sweep = await sweepWithSettings();
});

function pageOf(...results: AnyResult[]): Document {
  return new DOMParser().parseFromString(writeReport(results, { format: 'html' }), 'text/html');
}

const results = { sweep: () => sweep, attack: fgsmAttack, repair: fullRepair } as const;
const kinds = ['sweep', 'attack', 'repair'] as const;

describe.each(kinds)('the HTML report of a %s', (kind) => {
  it('asks for nothing and runs nothing, and its policy says so', async () => {
    const page = pageOf(results[kind]());
    expect(
      page.querySelectorAll('script, link, img, iframe, object, embed, base, form'),
    ).toHaveLength(0);
    for (const element of page.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^src$|^style$|^xlink/);
        if (name === 'href') expect(value).toMatch(/^#/);
      }
    }
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]');
    const style = page.querySelector('style')?.textContent ?? '';
    expect(style).not.toMatch(/url\(|@import|</);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
    expect(policy?.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(policy?.getAttribute('content')).toContain(hash);
  });

  it('shows hostile names as text', async () => {
    const plain = pageOf(results[kind]());
    const page = pageOf(hostileResult(results[kind]()));
    const tags = (each: Document) => [...each.querySelectorAll('*')].map(({ tagName }) => tagName);
    expect(new Set(tags(page))).toEqual(new Set(tags(plain)));
    expect(page.querySelectorAll('td, th').length).toBe(plain.querySelectorAll('td, th').length);
    expect(page.body.textContent).toContain('<script>alert(1)</script>');
    expect(page.body.textContent).not.toContain(hostileText);
    expect(page.title).toContain('<script>');
    expect(page.querySelector('style')?.textContent).not.toContain('<');
    const frame = document.createElement('iframe');
    frame.srcdoc = writeReport([hostileResult(results[kind]())], { format: 'html' });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const { contentDocument } = frame;
    const view = contentDocument?.defaultView;
    // The style sheet was taken: its hash is that of the policy.
    const table = contentDocument?.querySelector('table');
    expect(table && view?.getComputedStyle(table).borderCollapse).toBe('collapse');
    frame.remove();
  });

  it('gives every figure a title, a description and an id of its own', () => {
    const page = pageOf(results[kind]());
    const figures = [...page.querySelectorAll('figure svg')];
    expect(figures.length).toBeGreaterThan(1);
    for (const svg of figures) {
      const named = (svg.getAttribute('aria-labelledby') ?? '').split(' ');
      const [title, description] = named.map((id) => page.getElementById(id)?.textContent ?? '');
      expect(title?.length).toBeGreaterThan(10);
      expect(description).toMatch(/\d/);
    }
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function tableWith(page: Document, id: string): string[][][] {
  const table = page.getElementById(id);
  if (table === null) throw new Error(`no table ${id}`);
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) =>
      cell.children.length === 0
        ? [cell.textContent ?? '']
        : [...cell.children].map(({ textContent }) => textContent ?? ''),
    ),
  );
}

const perCent = (fraction: number) => (100 * fraction).toFixed(1);

describe('the tables', () => {
  it('hold every cell of a sweep with its interval and counts', () => {
    const page = pageOf(sweep);
    const names = new Map([
      ['resnet', 'ResNet'],
      ['vgg', 'VGG'],
    ]);
    for (const cell of sweep.cells) {
      const value = cell.value === 'replace' ? 'replace' : `offset-${cell.value.offset}`;
      const rows = tableWith(page, `wrong-count-${value}-${cell.region}`);
      const column = rows[0]?.findIndex(([head]) => head === String(cell.count)) ?? -1;
      const row = rows.find((cells) => cells[0]?.[0] === (names.get(cell.model) ?? cell.model));
      const { accuracy, interval } = cell;
      if (accuracy === null || interval === null) throw new Error('not measured');
      expect(row?.[column]).toEqual([
        perCent(1 - accuracy),
        `(${perCent(1 - interval[1])}–${perCent(1 - interval[0])})`,
        `${cell.wrong}/${cell.eligible}`,
      ]);
    }
  });

  it('hold every share of an attack and what became of its examples', () => {
    const attack = fgsmAttack();
    const page = pageOf(attack);
    const names = new Map([
      ['resnet', 'ResNet'],
      ['alexnet', 'AlexNet'],
    ]);
    for (const cell of attack.cells) {
      const rows = tableWith(page, `restored-${cell.epsilon}-count-replace-1`);
      const column = rows[0]?.findIndex(([head]) => head === String(cell.count)) ?? -1;
      const row = rows.find((cells) => cells[0]?.[0] === names.get(cell.model));
      const { count, share, interval } = cell.restored;
      expect(row?.[column]).toEqual(
        share === null || interval === null
          ? ['–']
          : [
              perCent(share),
              `(${perCent(interval[0])}–${perCent(interval[1])})`,
              `${count}/${cell.examples}`,
            ],
      );
    }
  });

  it('hold every right answer of a repair, what changed, and the tests', () => {
    const repair = fullRepair();
    const page = pageOf(repair);
    const rows = tableWith(page, 'held-out-right');
    const against = tableWith(page, 'held-out-against');
    for (const cell of repair.heldOut?.cells ?? []) {
      const column = rows[0]?.findIndex(([head]) => head === String(cell.count)) ?? -1;
      const repaired = repair.repaired.find(({ id }) => id === cell.model);
      const name = repaired === undefined ? 'Original' : `Repaired at ${repaired.count}`;
      const [right, , counts] = rows.find((cells) => cells[0]?.[0] === name)?.[column] ?? [];
      expect([right, counts]).toEqual([
        perCent(cell.accuracy ?? 0),
        `${cell.correct}/${cell.images}`,
      ]);
      if (cell.against === null) continue;
      const { mended, spoilt, p, pHolm } = cell.against;
      const found = against.find((cells) => cells[0]?.[0] === name)?.[column] ?? [];
      expect(found[0]).toBe(`+${mended} −${spoilt}`);
      const text = (value: number | null) =>
        value !== null && value < 0.001 ? '< 0.001' : value?.toFixed(3);
      expect(found.slice(1)).toEqual([`p ${text(p)}`, `Holm ${text(pHolm)}`]);
    }
  });
});

interface Tick {
  readonly at: number;
  readonly place: number;
}

function ticksOf(panel: Element, name: 'x-tick' | 'y-tick'): Tick[] {
  return [...panel.querySelectorAll(`.${name}`)].map((tick) => ({
    at: Number(tick.querySelector('text')?.textContent?.replaceAll(',', '')),
    place: Number(tick.querySelector('line')?.getAttribute(name === 'x-tick' ? 'x1' : 'y1')),
  }));
}

/** A scale read off two ticks of an axis. */
function scaleOf(ticks: readonly Tick[], along: (at: number) => number): (at: number) => number {
  const first = ticks[0];
  const last = ticks.at(-1);
  if (first === undefined || last === undefined) throw new Error('no ticks');
  const unit = (last.place - first.place) / (along(last.at) - along(first.at));
  return (at) => first.place + (along(at) - along(first.at)) * unit;
}

function placesOf(series: Element | null): [number, number][] {
  return [...(series?.querySelectorAll('.mark') ?? [])].map((mark) => {
    const [x = Number.NaN, y = Number.NaN] =
      mark
        .getAttribute('transform')
        ?.match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    return [x, y];
  });
}

describe('the figures', () => {
  it('draw each point of a curve where its numbers lie on the axes', () => {
    const page = pageOf(sweep);
    const panels = [...page.querySelectorAll('#by-count .panel')];
    const settings = sweep.spec.grid.values.flatMap((value) =>
      sweep.spec.grid.regions.map((region) => ({ value, region })),
    );
    expect(panels).toHaveLength(settings.length);
    for (const [at, panel] of panels.entries()) {
      const toX = scaleOf(ticksOf(panel, 'x-tick'), Math.log);
      const toY = scaleOf(ticksOf(panel, 'y-tick'), (value) => value);
      for (const { id } of sweep.models) {
        const places = placesOf(panel.querySelector(`[data-series="${id}"]`));
        const cells = sweep.cells.filter(
          ({ model, value, region }) =>
            model === id &&
            region === settings[at]?.region &&
            JSON.stringify(value) === JSON.stringify(settings[at]?.value),
        );
        expect(places).toHaveLength(cells.length);
        for (const [index, { count, accuracy }] of cells.entries()) {
          const [x, y] = places[index] ?? [];
          // Models stand side by side at a count, at most this far from it.
          expect(Math.abs((x ?? 0) - toX(count))).toBeLessThan(6);
          expect(y).toBeCloseTo(toY(100 * (1 - (accuracy ?? 0))), 1);
        }
      }
    }
  });

  it('draw each share under attack where it lies on the axis', () => {
    const repair = fullRepair();
    const figure = pageOf(repair).querySelector('#attack-figure');
    if (figure === null) throw new Error('no figure');
    const toX = scaleOf(ticksOf(figure, 'x-tick'), (value) => value);
    const drawn = placesOf(figure).map(([x]) => x);
    const labels = [
      ...new Set(repair.attacks?.map(({ attack, craftedOn }) => `${attack} ${craftedOn}`)),
    ];
    const expected = labels.flatMap(
      (label) =>
        repair.attacks
          ?.filter(({ attack, craftedOn }) => `${attack} ${craftedOn}` === label)
          .map(({ rate }) => toX(100 * (rate ?? 0))) ?? [],
    );
    expect(drawn).toHaveLength(expected.length);
    for (const [at, x] of drawn.entries()) expect(x).toBeCloseTo(expected[at] ?? 0, 1);
  });

  it('tell models apart by marker and dash as well as by colour', () => {
    const [panel] = pageOf(sweep).querySelectorAll('#by-count .panel');
    const all = [...(panel?.querySelectorAll('.series') ?? [])];
    const markers = all.map((series) => series.querySelector('.mark path')?.getAttribute('d'));
    const dashes = all.map((series) =>
      series.querySelector('.line')?.getAttribute('stroke-dasharray'),
    );
    expect(new Set(markers).size).toBe(all.length);
    expect(new Set(dashes).size).toBe(all.length);
  });
});
