import type { AttackSetting } from '../../../run/attack/attack-plan.ts';
import type { CellPicture } from '../../../state/gallery/cell-pictures.ts';
import { capital } from '../../shared/pictures/class-text.ts';
import { useGalleryWords } from './use-gallery-words.ts';
import attackClasses from './attack-card.module.css';
import classes from './card.module.css';

interface CardPlaceProps {
  readonly picture: CellPicture;
  /** The attack that it went through; null where there was none. */
  readonly attack: AttackSetting | null;
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly className: (label: number) => string;
  readonly name: string;
}

/** The place of a picture that is being computed; as large as the picture will be. */
export function CardPlace(props: CardPlaceProps) {
  const { picture, attack, width, height, zoom, className, name } = props;
  const { truth } = useGalleryWords();
  const box = { width: width * zoom, height: height * zoom };
  const about = `${className(picture.label)} · ${name}`;
  if (attack !== null) return <AttackPlace box={box} about={`${truth}: ${about}`} />;
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
        {truth}: {about}
      </p>
    </li>
  );
}

interface AttackPlaceProps {
  /** CSS pixels. */
  readonly box: { readonly width: number; readonly height: number };
  readonly about: string;
}

function AttackPlace({ box, about }: AttackPlaceProps) {
  return (
    <li className={attackClasses.card}>
      <div className={attackClasses.steps}>
        {['original', 'attacked', 'changed'].map((step) => (
          <span key={step} className={attackClasses.step} style={{ width: box.width }}>
            <span className={`${attackClasses.framed} ${attackClasses.place}`} style={box} />
            <span className={attackClasses.heading}>&nbsp;</span>
            <span className={attackClasses.said}>&nbsp;</span>
            <span className={attackClasses.probability}>&nbsp;</span>
          </span>
        ))}
        <span className={attackClasses.about}>{about}</span>
      </div>
    </li>
  );
}
