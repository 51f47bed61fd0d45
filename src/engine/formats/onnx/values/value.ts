import type { Constant } from './constant.ts';
import type { View } from './view.ts';

/** What depends on the image: a value of the graph and how ONNX sees it. */
export interface Feature extends View {
  readonly kind: 'feature';
  /** Name of the node of the graph. */
  readonly node: string;
}

export type Value = Constant | Feature;
