import { SegmentedControl } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { NoteLayer } from '../../../charts/figure/note-layer.tsx';
import { pixelsOf } from '../../../run/number-text.ts';
import { seriesStyle } from '../../../run/figure/series-style.ts';
import { FigureTable } from '../../../charts/table/figure-table.tsx';
import type { TableColumn, TableGroup, TablePlace } from '../../../charts/table/table-types.ts';
import { specModelId } from '../../../protocol/model-id.ts';
import type { Spec } from '../../../protocol/spec.ts';
import { measureOf } from '../../../run/labels.ts';
import {
  attackViewStore,
  type AttackFigure,
  type Outcome,
} from '../../../state/attack-answer/attack-view-store.ts';
import { outcomeNames, outcomes } from '../../../state/attack-answer/outcome-names.ts';
import { viewStore } from '../../../state/answer/view-store.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { Explained } from '../../terms/explained.tsx';
import { nearestCount } from '../answer/curve/active-count.ts';
import classes from '../answer/table/data-table.module.css';
import {
  attackGroups,
  exampleCellOf,
  recoveryGroups,
  tablePlaceOfExamples,
} from './attack-table-groups.ts';
import { strengthName, strengthsOf } from './success-panels.ts';
import type { ShownAttack } from './use-shown-attack.ts';

function outcomeFigures(spec: Pick<Spec, 'images'>): { value: Outcome; label: string }[] {
  const names = outcomeNames(spec);
  return outcomes.map((value) => ({ value, label: names[value] }));
}

const attackFigures: { value: AttackFigure; label: string }[] = [
  { value: 'success', label: 'Success' },
  { value: 'pi', label: 'Pi' },
  { value: 'zeros', label: 'Zero gradients' },
];

/** Where images have labels, and where each model is judged by its own answer. */
const judged = {
  accuracy: {
    restored: 'Examples that the model puts into their true class again, of all its examples.',
    stillAdversarial: 'Examples that stay in the wrong class that the attack led to.',
    otherWrong: 'Examples that go to a third class, also wrong.',
    success: 'Eligible images that the model gets wrong after the attack.',
  },
  agreement: {
    restored:
      'Examples that the model gives its answer on the unchanged image again, of all its examples.',
    stillAdversarial: 'Examples that stay in the class that the attack led to.',
    otherWrong: 'Examples that go to a third class.',
    success: 'Eligible images on which the model’s answer changes after the attack.',
  },
} as const;

const others = {
  pi: 'Pi = w / (p · r): w the success rate, p the share of pixels that differ, r = 2ε / 255. Smaller is more robust; compare it only within a row.',
  zeros:
    'Values of the gradient that are exactly 0: the attack leaves these bytes as they are. Known when the run has ended.',
} as const;

function explanationOf(figure: Outcome | AttackFigure, spec: Pick<Spec, 'images'>): string {
  return { ...judged[measureOf(spec)], ...others }[figure];
}

function columnsOf({ models }: Pick<Spec, 'models'>): TableColumn[] {
  const positions = modelPositions(models);
  return models.map(specModelId).map((id) => ({
    id,
    name: modelName(id),
    style: seriesStyle(positions.get(id) ?? 0),
  }));
}

/** Every figure of the attack itself. */
export function AttackTable({ shown }: { readonly shown: ShownAttack }) {
  const { attack } = shown;
  const figure = useStore(attackViewStore, (state) => state.table);
  const [active, setActive] = useState<number | null>(null);
  const [pinned, setPinned] = useState<TablePlace | null>(null);
  const strengths = strengthsOf(attack);
  const groups = useMemo(() => attackGroups(shown, figure), [shown, figure]);
  return (
    <Table
      spec={shown.spec}
      title="Every figure of the attack"
      rowHead={attack.kind === 'one-pixel' ? 'Pixels' : 'ε'}
      figures={attackFigures}
      figure={figure}
      onFigure={(table) => attackViewStore.setState({ table })}
      groups={groups}
      active={active ?? strengths.at(-1) ?? 1}
      onActive={setActive}
      pinned={pinned}
      onPin={setPinned}
      rowLabel={(strength) => `Mark ${strengthName(attack, strength)}`}
    />
  );
}

/** Every figure of what random pixels do to the examples. */
export function RecoveryTable({ shown }: { readonly shown: ShownAttack }) {
  const outcome = useStore(attackViewStore, (state) => state.recovery);
  const wanted = useStore(viewStore, (state) => state.activeCount);
  const { show } = viewStore.getState();
  const cell = useStore(attackViewStore, (state) => state.pinned);
  const { pin } = attackViewStore.getState();
  const groups = useMemo(() => recoveryGroups(shown, outcome), [shown, outcome]);
  return (
    <Table
      spec={shown.spec}
      title="Every figure of recovery"
      rowHead="Pixels"
      figures={outcomeFigures(shown.spec)}
      figure={outcome}
      onFigure={(recovery) => attackViewStore.setState({ recovery })}
      groups={groups}
      active={nearestCount(shown.spec.grid.counts, wanted)}
      onActive={show}
      pinned={tablePlaceOfExamples(cell)}
      onPin={(place) => pin(place && exampleCellOf(place, shown, outcome))}
      rowLabel={(count) => `Show ${pixelsOf(count)} in the chart`}
    />
  );
}

/** More rows than this are left to the files: the page stays quick. */
const mostRows = 280;

interface TableProps<Figure extends Outcome | AttackFigure> {
  readonly spec: Spec;
  readonly title: string;
  readonly rowHead: string;
  readonly figures: { value: Figure; label: string }[];
  readonly figure: Figure;
  readonly onFigure: (figure: Figure) => void;
  readonly groups: readonly TableGroup[];
  readonly active: number;
  readonly onActive: (x: number) => void;
  readonly pinned: TablePlace | null;
  readonly onPin: (place: TablePlace | null) => void;
  readonly rowLabel: (x: number) => string;
}

function Table<Figure extends Outcome | AttackFigure>(props: TableProps<Figure>) {
  const { spec, title, figures, figure, onFigure, groups, onActive, pinned, onPin } = props;
  const heading = useId();
  const columns = useMemo(() => columnsOf(spec), [spec]);
  const most = Math.max(1, Math.floor(mostRows / (groups[0]?.rows.length ?? 1)));

  const pin = (place: TablePlace) => {
    const isPinned =
      pinned?.group === place.group && pinned.column === place.column && pinned.x === place.x;
    onActive(place.x);
    onPin(isPinned ? null : place);
  };

  return (
    <section aria-labelledby={heading}>
      <div className={classes.top}>
        <h3 id={heading} className={classes.heading}>
          {title}
        </h3>
        <SegmentedControl
          size="sm"
          aria-label={`Figure shown: ${title}`}
          data={figures}
          value={figure}
          onChange={onFigure}
        />
      </div>
      <p className={classes.explanation}>
        <Explained text={explanationOf(figure, spec)} />
      </p>
      <NoteLayer onEscape={() => onPin(null)}>
        <FigureTable
          label={title}
          rowHead={props.rowHead}
          columns={columns}
          groups={groups.slice(0, most)}
          active={props.active}
          pinned={pinned}
          onActive={onActive}
          onPin={pin}
          rowLabel={props.rowLabel}
        />
      </NoteLayer>
      {groups.length > most && (
        <p className={classes.explanation}>
          {most} of {groups.length} settings are listed; cells.csv holds them all.
        </p>
      )}
    </section>
  );
}
