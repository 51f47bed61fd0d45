import { useStore } from 'zustand';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import { integer, percent, percentRange, pixelsOf } from '../../../run/number-text.ts';
import { clopperPearson } from '../../../core/clopper-pearson.ts';
import { modelName, type ListedRepair } from '../../../state/models/model-list.ts';
import { goToPanel } from '../../../state/navigation/navigation-store.ts';
import {
  compareWithOriginal,
  deleteRepaired,
  exportKeptModel,
} from '../../../state/repair/kept-repairs.ts';
import { repairStore } from '../../../state/repair/repair-store.ts';
import { isUnderWay, runStore } from '../../../state/run/run-store.ts';
import { ModelMark } from '../../shared/controls/model-mark.tsx';
import classes from './kept-models.module.css';

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

interface KeptRowProps {
  readonly model: ListedRepair;
  readonly onDeleted: () => void;
}

/** One kept model. */
export function KeptRow({ model, onDeleted }: KeptRowProps) {
  const { facts, name, from, count, made, slot } = model;
  const isSweeping = useStore(runStore, ({ phase }) => isUnderWay(phase));
  const isReading = useStore(
    repairStore,
    ({ phase, spec }) => phase === 'opening' && spec?.repair.model === facts.id,
  );

  const measure = () => {
    compareWithOriginal(facts.id);
    goToPanel(null);
  };

  return (
    <li className={classes.row}>
      <p className={classes.name}>
        <ModelMark position={slot} />
        {name}
      </p>
      <p className={classes.facts}>
        From {modelName(from)}, {pixelsOf(count)}, {days.format(made)}
        <br />
        {cleanText(facts.test)} · {sizeText(facts.weightBytes)}
      </p>
      <p className={classes.actions}>
        <button
          type="button"
          className={classes.link}
          disabled={isSweeping}
          title={isSweeping ? 'A run is under way in Measure' : 'Compare it with the original'}
          aria-label={`Measure ${name}`}
          onClick={measure}
        >
          Measure it
        </button>
        <button
          type="button"
          className={classes.link}
          aria-label={`Download ${name}`}
          onClick={() => void save(facts.id)}
        >
          Download
        </button>
        <button
          type="button"
          className={classes.link}
          disabled={isReading}
          aria-label={`Delete ${name}`}
          onClick={() => void deleteRepaired(facts.id).then(onDeleted)}
        >
          Delete
        </button>
      </p>
    </li>
  );
}

async function save(id: string): Promise<void> {
  const blob = await exportKeptModel(id);
  if (blob !== null) saveBlob(blob, `${id}.zip`);
}

/** "97.2 % (95.3–98.5) of 500 test images" */
function cleanText({ images, correct }: ListedRepair['facts']['test']): string {
  if (images === 0) return 'not judged on test images';
  const interval = percentRange(clopperPearson(correct, images));
  return `${percent(correct / images)} (${interval}) of ${integer(images)} test images`;
}

/** "0.69 MB" */
function sizeText(bytes: number): string {
  return `${(bytes / 1e6).toPrecision(2)}\u00a0MB`;
}
