import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { integer, percent, percentRange } from '../../../run/number-text.ts';
import { clopperPearson } from '../../../core/clopper-pearson.ts';
import type { ModelInspection } from '../../../protocol/model-inspection.ts';
import { cardsStore } from '../../../state/models/cards-store.ts';
import type { ModelFacts } from '../../../state/models/model-facts.ts';
import { megabytes } from '../megabytes.ts';
import classes from './model-details.module.css';

interface ModelFactsListProps {
  readonly id: string;
  readonly inspection: ModelInspection;
}

const formats: Readonly<Record<ModelInspection['format'], string>> = {
  'tfjs-layers': 'TensorFlow.js, layers',
  'tfjs-graph': 'TensorFlow.js, graph',
  onnx: 'ONNX',
  safetensors: 'safetensors',
};

/** What was found in a model's files. */
export function ModelFactsList({ id, inspection }: ModelFactsListProps) {
  const card = useStore(cardsStore, (state) => state.cards[id]);
  const { format, layout, inputSize, classes: count, parameters, multiplyAdds } = inspection;
  const [height, width] = inputSize;

  return (
    <dl className={classes.facts}>
      <Fact
        name="Format"
        value={formats[format]}
        note={`SHA-256 ${inspection.hash.slice(0, 12)}…`}
      />
      <Fact
        name="Input"
        value={`${height} × ${width}, 3 channels`}
        note={layout === 'NCHW' ? 'channels first, rewritten to last' : 'channels last'}
      />
      <Fact name="Classes" value={integer(count)} />
      <Fact
        name="Parameters"
        value={integer(parameters)}
        note={`${megabytes(inspection.weightBytes)} of weights`}
      />
      <Fact name="Multiply-adds of an image" value={millions(multiplyAdds)} />
      <Fact name="Answers" {...outputTexts(inspection)} />
      <Fact name="Last layer with weights" {...headTexts(inspection)} />
      <Fact name="Right before any change" {...cleanTexts(card)} />
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly note?: string;
}

function Fact({ name, value, note }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}

/** "349 million" */
function millions(count: number): string {
  const value = count / 1e6;
  if (value >= 1000) return `${(value / 1000).toPrecision(3)} billion`;
  return `${value < 100 ? value.toPrecision(2) : integer(value)} million`;
}

const knownBy: Readonly<Record<ModelInspection['outputKnownBy'], string>> = {
  layer: 'by its last layer',
  answers: 'by its answers to three inputs',
  assumed: 'assumed: too large to be asked',
};

function outputTexts({ output, outputKnownBy }: ModelInspection) {
  return {
    value: output === 'logits' ? 'Logits' : 'Probabilities',
    note: knownBy[outputKnownBy],
  };
}

function headTexts({ head }: ModelInspection) {
  if (head === null) return { value: 'None found', note: 'a repair needs one' };
  const note = head.isLinear
    ? 'linear; a repair can train it'
    : 'not linear; a repair can train it';
  return { value: head.name, note };
}

function cleanTexts(card: ModelFacts | undefined) {
  if (card === undefined || card.test.images === 0) {
    return { value: 'Not measured yet', note: 'the first experiment tells' };
  }
  const { correct, images } = card.test;
  const interval = percentRange(clopperPearson(correct, images));
  return {
    value: `${percent(correct / images)} (${interval})`,
    note: `of ${integer(images)} test images`,
  };
}
