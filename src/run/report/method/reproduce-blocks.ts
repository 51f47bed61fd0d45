import type { AnyResult } from '../../result-file/parse-result.ts';
import type { Block } from '../document.ts';
import { plainJson } from '../plain-text.ts';
import { kindOf } from '../result-kind.ts';

/** Backends that the command has; others run on the page only. */
const commandBackends = new Set(['wasm', 'webgpu', 'cpu']);

function needsFiles({ spec }: AnyResult): boolean {
  return (
    spec.models.some((model) => typeof model !== 'string') || spec.images.source !== 'roadside'
  );
}

/** How to get the same numbers again: the experiment in full and what to type. */
export function reproduceBlocks(result: AnyResult): Block[] {
  const { manifest, spec } = result;
  const isKnown = commandBackends.has(manifest.backend);
  const backend = isKnown ? ` --backend ${manifest.backend}` : '';
  const lines = [`npm run lab -- ${kindOf(result)} spec.json --out results${backend}`];
  if (kindOf(result) !== 'repair') lines.push('node tools/recompute.mjs results');
  lines.push('npm run lab -- report results/result.json --out report.html');
  const files = needsFiles(result)
    ? ' Models and images that are files have to lie where the experiment names them; their hashes are in the manifest.'
    : '';
  const elsewhere = isKnown
    ? ''
    : ' It was computed on a backend that the terminal does not have: open spec.json on the page and choose it there.';
  return [
    {
      kind: 'paragraph',
      text: `Save the experiment as spec.json, then type the lines below in the folder of Pixelproof, or open the file on its page. On the same backend every number comes out the same, whatever the number of lanes; another backend rounds floating point differently.${files}${elsewhere}`,
    },
    { kind: 'code', label: 'Command', text: lines.join('\n') },
    { kind: 'code', label: 'spec.json', text: plainJson(spec) },
  ];
}
