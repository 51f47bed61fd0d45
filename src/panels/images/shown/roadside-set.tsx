import { useEffect, useState } from 'react';
import type { ImagesSpec } from '../../../protocol/spec.ts';
import { integer } from '../../../run/number-text.ts';
import { ROADSIDE } from '../../../state/images/images-view.ts';
import {
  roadsidePictures,
  SHOWN_ROADSIDE,
  type ShownPicture,
} from '../../../state/images/shown-pictures.ts';
import { RightPart } from '../right/right-part.tsx';
import { PicturePart } from './picture-part.tsx';
import { MeasureButton } from './set-buttons.tsx';
import classes from './shown.module.css';

const images: ImagesSpec = { source: 'roadside', split: 'test', count: 500 };

/** The images that come with the lab. */
export function RoadsideSet() {
  const [pictures, setPictures] = useState<readonly ShownPicture[]>([]);
  useEffect(() => {
    let isGone = false;
    const list = async () => {
      const found = await roadsidePictures(ROADSIDE);
      if (!isGone) setPictures(found);
    };
    void list();
    return () => {
      isGone = true;
    };
  }, []);

  return (
    <div className={classes.set}>
      <header className={classes.top}>
        <div>
          <h2 className={classes.name}>Roadside</h2>
          <p className={classes.facts}>
            Road signs in 12 classes, drawn here in the browser at 64 × 64 pixels, which the bundled
            models know. The first {integer(SHOWN_ROADSIDE)} test images; no model was trained on
            them.
          </p>
        </div>
        <MeasureButton images={images} />
      </header>
      <PicturePart pictures={pictures} id="pictures" />
      <RightPart images={images} />
    </div>
  );
}
