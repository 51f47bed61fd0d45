import { analyseGraph } from './analyse.ts';
import type { Graph } from './graph.ts';
import { dropIdentities } from './passes/drop-identities.ts';
import { foldBatchNorm } from './passes/fold-batch-norm.ts';
import { fuseActivations } from './passes/fuse-activations.ts';
import { GraphEdit } from './passes/graph-edit.ts';
import { joinGroups } from './passes/join-groups.ts';
import { mergePadding } from './passes/merge-padding.ts';
import { poolBeforeConv } from './passes/pool-before-conv.ts';
import { simplifyActivations } from './passes/simplify-activations.ts';
import { splitConcat } from './passes/split-concat.ts';

/**
 * An equal graph that runs faster outside training: what changes nothing is dropped, batch norm is
 * folded away, padding, bias and activation are fused into the layers beside them. Logits agree up
 * to rounding. Gradients with respect to the input hold; the weights are other ones.
 * @throws LabError as {@link analyseGraph}
 */
export function optimise(graph: Graph): Graph {
  const edit = new GraphEdit(graph);
  simplifyActivations(edit);
  dropIdentities(edit);
  mergePadding(edit);
  foldBatchNorm(edit);
  fuseActivations(edit);
  poolBeforeConv(edit);
  joinGroups(edit);
  splitConcat(edit, analyseGraph(edit.finish()).shapes);
  return edit.finish();
}
