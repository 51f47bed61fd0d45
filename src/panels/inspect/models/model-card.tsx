import type { Look } from '../../../protocol/inspect.ts';
import { classLabel } from '../../../state/models/class-label.ts';
import { modelName } from '../../../state/models/model-list.ts';
import { modelPositions } from '../../../state/models/model-position.ts';
import { capital, probability } from '../../shared/pictures/class-text.ts';
import { ModelMark } from '../../shared/controls/model-mark.tsx';
import { MarginBar } from './margin-bar.tsx';
import classes from './model-cards.module.css';

interface ModelCardProps {
  readonly id: string;
  /** Of the unchanged picture, and of the picture as it is; null until they are known. */
  readonly clean: Look | null;
  readonly look: Look | null;
  readonly label: number | null;
  readonly classNames: readonly string[];
}

const ROWS = 5;

function likeliest({ probabilities }: Look): number[] {
  return Array.from(probabilities.keys())
    .sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b)
    .slice(0, ROWS);
}

/** One model's answer: its class, the five likeliest with their probabilities, and the margin. */
export function ModelCard({ id, clean, look, label, classNames }: ModelCardProps) {
  const name = (index: number) => capital(classLabel(classNames, index));
  const isFlipped = look !== null && clean !== null && look.predicted !== clean.predicted;
  const isWrong = look !== null && label !== null && look.predicted !== label;
  return (
    <li className={classes.card} data-flipped={isFlipped}>
      <p className={classes.model}>
        <ModelMark position={modelPositions([]).get(id)} />
        {modelName(id)}
      </p>
      <p className={classes.answer} data-wrong={isWrong}>
        <output>{look === null ? '\u00a0' : name(look.predicted)}</output>
      </p>
      <p className={classes.status} data-wrong={isWrong}>
        {statusText(look, clean, isWrong, label === null, name)}
      </p>
      <ol className={classes.bars} aria-label={`Likeliest classes of ${modelName(id)}`}>
        {look === null
          ? Array.from({ length: ROWS }, (_, row) => <li key={row}>&nbsp;</li>)
          : likeliest(look).map((index) => (
              <li
                key={index}
                data-top={index === look.predicted}
                data-wrong={label !== null && index !== label}
              >
                <span className={classes.class}>
                  {name(index)}
                  {index === label && <span className={classes.tag}> true</span>}
                </span>
                <span className={classes.share}>{probability(look.probabilities[index] ?? 0)}</span>
                <span className={classes.track}>
                  <span style={{ width: `${100 * (look.probabilities[index] ?? 0)}%` }} />
                </span>
              </li>
            ))}
      </ol>
      <MarginBar
        margin={look?.margin ?? null}
        before={clean?.margin ?? null}
        isFlipped={isFlipped}
      />
    </li>
  );
}

function statusText(
  look: Look | null,
  clean: Look | null,
  isWrong: boolean,
  isUnlabelled: boolean,
  name: (index: number) => string,
): string {
  if (look === null || clean === null) return '\u00a0';
  if (look.predicted !== clean.predicted) return `flipped, was ${name(clean.predicted)}`;
  if (isUnlabelled) return 'as unchanged';
  return isWrong ? 'wrong, changed or not' : 'right';
}
