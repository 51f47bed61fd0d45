import { classSetOf, knowsRoadside } from '../models/model-classes.ts';
import type { ModelFacts } from '../models/model-facts.ts';
import type { OwnModelFacts } from '../models/own-model.ts';
import type { RepairProblem } from './repair-problem.ts';

/** Why a model cannot be repaired whatever the images; null where it can. */
export function headProblem({ inspection, name }: OwnModelFacts): string | null {
  if (inspection.head !== null) return null;
  return `${name} cannot be repaired: its answer does not come from one last layer with weights, which a repair trains.`;
}

/** What keeps a person's model from being repaired on this page; null where nothing does. */
export function ownModelProblem(
  model: OwnModelFacts,
  cards: Readonly<Record<string, ModelFacts>>,
): RepairProblem | null {
  const head = headProblem(model);
  if (head !== null) return { part: 'other', message: head };
  const classes = classSetOf(model.id, cards);
  if (classes === null || knowsRoadside(classes)) return null;
  const message = `${model.name} does not know Roadside’s road signs, which a repair on this page trains on. Repair it on images of your own in the terminal: npm run lab -- repair.`;
  return { part: 'other', message };
}
