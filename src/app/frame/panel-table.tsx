import { lazy, type ComponentType } from 'react';
import { MeasurePanel } from '../../panels/measure/measure-panel.tsx';
import { panelIds, type NamedPanel, type PanelId } from '../../state/navigation/panel-address.ts';
import {
  ImagesIcon,
  InspectIcon,
  LearnIcon,
  MeasureIcon,
  ModelsIcon,
  RepairIcon,
  RunsIcon,
} from './panel-icons.tsx';

export interface PanelEntry {
  /** Name in the address. */
  readonly id: PanelId;
  /** Name on the rail; one word. */
  readonly name: string;
  /** What the panel answers. */
  readonly question: string;
  readonly Icon: ComponentType;
  readonly Panel: ComponentType;
  /** Whether a line on the rail sets it and what follows apart: what the others work with. */
  readonly startsGroup?: boolean;
}

const measure: PanelEntry = {
  id: 'measure',
  name: 'Measure',
  question: 'How few changed pixels make an image classifier wrong?',
  Icon: MeasureIcon,
  Panel: MeasurePanel,
};

const inspect: PanelEntry = {
  id: 'inspect',
  name: 'Inspect',
  question: 'What makes this one image break?',
  Icon: InspectIcon,
  Panel: lazy(async () => ({
    default: (await import('../../panels/inspect/inspect-panel.tsx')).InspectPanel,
  })),
};

const repair: PanelEntry = {
  id: 'repair',
  name: 'Repair',
  question: 'Can training on changed pixels make a classifier more robust?',
  Icon: RepairIcon,
  Panel: lazy(async () => ({
    default: (await import('../../panels/repair/repair-panel.tsx')).RepairPanel,
  })),
};

const learn: PanelEntry = {
  id: 'learn',
  name: 'Learn',
  question: 'Six short lessons: what would you expect?',
  Icon: LearnIcon,
  Panel: lazy(async () => ({
    default: (await import('../../panels/learn/learn-panel.tsx')).LearnPanel,
  })),
};

const models: PanelEntry = {
  id: 'models',
  name: 'Models',
  question: 'Which classifiers are there, and how do they see a picture?',
  Icon: ModelsIcon,
  startsGroup: true,
  Panel: lazy(async () => ({
    default: (await import('../../panels/models/models-panel.tsx')).ModelsPanel,
  })),
};

const images: PanelEntry = {
  id: 'images',
  name: 'Images',
  question: 'Which pictures are there, and which of them do the models get right?',
  Icon: ImagesIcon,
  Panel: lazy(async () => ({
    default: (await import('../../panels/images/images-panel.tsx')).ImagesPanel,
  })),
};

const runs: PanelEntry = {
  id: 'runs',
  name: 'Runs',
  question: 'What has been measured here, and what waits to go on?',
  Icon: RunsIcon,
  Panel: lazy(async () => ({
    default: (await import('../../panels/runs/runs-panel.tsx')).RunsPanel,
  })),
};

const byId: Readonly<Record<PanelId, PanelEntry>> = {
  measure,
  inspect,
  repair,
  learn,
  models,
  images,
  runs,
};

/** The places of the lab, in the order of the rail; the first is home. */
export const panels: readonly PanelEntry[] = panelIds.map((id) => byId[id]);

/** The panel that an address asks for. */
export function panelNamed(id: NamedPanel | null): PanelEntry {
  return byId[id ?? 'measure'];
}

/** What the address calls a panel; home has no name there. */
export function addressName({ id }: PanelEntry): NamedPanel | null {
  return id === 'measure' ? null : id;
}
