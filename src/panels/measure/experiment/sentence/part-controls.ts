import type { PartControl } from '../../../shared/sentence/part-control.ts';
import { AttackControl } from '../controls/attack/attack-control.tsx';
import { EpsilonControl } from '../controls/attack/epsilon-control.tsx';
import { SearchControl } from '../controls/attack/search-control.tsx';
import { StepsControl } from '../controls/attack/steps-control.tsx';
import { CountsControl } from '../controls/counts-control.tsx';
import { DrawsControl } from '../controls/draws-control.tsx';
import { EligibilityControl } from '../controls/eligibility-control.tsx';
import { ImagesControl } from '../controls/images-control.tsx';
import { ModelsControl } from '../controls/models-control.tsx';
import { RankControl } from '../controls/rank-control.tsx';
import { RegionsControl } from '../controls/regions-control.tsx';
import { SeedControl } from '../controls/seed-control.tsx';
import { ValuesControl } from '../controls/values-control.tsx';
import type { PartName } from './sentence-pieces.ts';

/** What each part of the sentence opens. */
export const partControls: Readonly<Record<PartName, PartControl>> = {
  attack: { title: 'How examples are made', Control: AttackControl },
  epsilon: { title: 'How far a byte may move', Control: EpsilonControl },
  steps: { title: 'How PGD walks', Control: StepsControl },
  search: { title: 'How the search works', Control: SearchControl },
  counts: { title: 'How many pixels', Control: CountsControl },
  values: { title: 'What happens to them', Control: ValuesControl },
  regions: { title: 'Where they may lie', Control: RegionsControl },
  images: { title: 'Images', Control: ImagesControl },
  draws: { title: 'Draws of each image', Control: DrawsControl },
  eligibility: { title: 'Which images count', Control: EligibilityControl },
  models: { title: 'Models', Control: ModelsControl },
  seed: { title: 'Seed', Control: SeedControl },
  rank: { title: 'Where models are ranked', Control: RankControl },
};
