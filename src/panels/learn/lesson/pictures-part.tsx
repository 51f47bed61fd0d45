import { useState } from 'react';
import { lessonPictures } from '../../../state/learn/learn-controller.ts';
import type { LessonId } from '../../../state/learn/lesson.ts';
import { PicturePage } from '../../measure/gallery/picture-page.tsx';
import classes from './result.module.css';

/** More rings than this hide the picture. */
const MOST_RINGED = 16;

/** Some of the pictures behind the result; each opens at large. */
export function PicturesPart({ id }: { readonly id: LessonId }) {
  const [group] = useState(() => lessonPictures(id));
  const [opened, setOpened] = useState<number | null>(null);
  if (group === null) return null;
  const { record, cell } = group.page;
  const count = record.plan.cells[cell]?.count ?? 0;
  return (
    <section className={classes.pictures} aria-label="Pictures behind the result">
      <p className={classes.caption}>{group.caption}</p>
      <PicturePage
        page={group.page}
        opened={opened}
        onOpened={setOpened}
        rings={count <= MOST_RINGED}
      />
    </section>
  );
}
