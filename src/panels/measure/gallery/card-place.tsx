import type { CellPicture } from '../../../state/gallery/cell-pictures.ts';
import { capital } from './picture-text.ts';
import classes from './card.module.css';

interface CardPlaceProps {
  readonly picture: CellPicture;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly className: (label: number) => string;
  readonly name: string;
}

/** The place of a picture that is being computed; as large as the picture will be. */
export function CardPlace({ picture, width, height, zoom, className, name }: CardPlaceProps) {
  const box = { width: width * zoom, height: height * zoom };
  return (
    <li className={classes.card} style={{ width: 2 * box.width + 4 }}>
      <div className={classes.pair}>
        <span className={classes.place} style={box} />
        <span className={classes.place} style={box} />
      </div>
      <div className={classes.captions}>
        <p className={classes.said}>&nbsp;</p>
        <p className={classes.said} data-wrong={picture.predicted !== picture.label}>
          {capital(className(picture.predicted))}
          <span className={classes.probability}>&nbsp;</span>
        </p>
      </div>
      <p className={classes.name}>
        True: {className(picture.label)} · {name}
      </p>
    </li>
  );
}
