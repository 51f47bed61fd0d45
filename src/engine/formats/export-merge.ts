import type { MergeNode } from '../graph/graph.ts';
import type { ExportContext, ExportedNode } from './export-context.ts';
import type { KerasLayer } from './keras-layer.ts';
import { kerasLayer } from './keras-layer.ts';

const CLASS_NAMES = { add: 'Add', multiply: 'Multiply', concat: 'Concatenate' } as const;

/** A layer with several inputs; vectors beside images are made images of one cell first. */
export function exportMerge(node: MergeNode, context: ExportContext): ExportedNode {
  const ranks = node.inputs.map((input) => context.shapes.get(input)?.length ?? 0);
  const images = Math.max(...ranks) === 3;
  const prepared: KerasLayer[] = [];
  const inputs = node.inputs.map((input, index) => {
    const source = context.layerOf(input);
    const name = `${node.name}_input${index}`;
    if (images && ranks[index] === 1) {
      const cell = [1, 1, ...(context.shapes.get(input) ?? [])];
      prepared.push(kerasLayer('Reshape', name, [source], { target_shape: cell }));
      return name;
    }
    if (node.inputs.indexOf(input) === index) return source;
    // TensorFlow.js gives a value up too early where a layer reads it twice.
    prepared.push(kerasLayer('Rescaling', name, [source], { scale: 1, offset: 0 }));
    return name;
  });
  const config = node.op === 'concat' ? { axis: -1 } : {};
  const merge = kerasLayer(CLASS_NAMES[node.op], node.name, inputs, config);
  if (node.activation === 'linear') return { layers: [...prepared, merge], weights: [] };
  const activation = kerasLayer('Activation', `${node.name}_activation`, [node.name], {
    activation: node.activation,
  });
  return { layers: [...prepared, merge, activation], weights: [] };
}
