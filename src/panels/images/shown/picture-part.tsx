import { useMemo } from 'react';
import { useStore } from 'zustand';
import { integer } from '../../../run/number-text.ts';
import { imagesView, showClass, showSelection } from '../../../state/images/images-view.ts';
import type { ShownPicture } from '../../../state/images/shown-pictures.ts';
import { classText } from './class-text.ts';
import { PictureGrid } from './picture-grid.tsx';
import classes from './shown.module.css';

interface PicturePartProps {
  readonly pictures: readonly ShownPicture[];
  /** The element that a selection made elsewhere scrolls to. */
  readonly id: string;
}

/** No class has this name: it stands for all of them. */
const ALL = '\n';

/** The pictures of a set: all, those of a class, or some that were asked for elsewhere. */
export function PicturePart({ pictures, id }: PicturePartProps) {
  const { className, selection } = useStore(imagesView);
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const each of pictures) found.set(each.className, (found.get(each.className) ?? 0) + 1);
    return [...found].sort(([a], [b]) => a.localeCompare(b, 'en'));
  }, [pictures]);
  const shown = useMemo(() => {
    if (selection !== null) return pictures.filter(({ name }) => selection.files.has(name));
    if (className === null) return pictures;
    return pictures.filter((each) => each.className === className);
  }, [pictures, className, selection]);
  const what = `${integer(shown.length)} ${shown.length === 1 ? 'picture' : 'pictures'}`;

  return (
    <section className={classes.part} aria-label="Pictures" id={id} tabIndex={-1}>
      <div className={classes.partTop}>
        <h3 className={classes.heading}>Pictures</h3>
        {selection === null ? (
          <label className={classes.filter}>
            <span>{what} of</span>
            <select
              value={className ?? ALL}
              onChange={({ currentTarget: { value } }) => showClass(value === ALL ? null : value)}
            >
              <option value={ALL}>all classes</option>
              {counts.map(([name, count]) => (
                <option key={name} value={name}>
                  {classText(name)} ({integer(count)})
                </option>
              ))}
            </select>
          </label>
        ) : (
          <span className={classes.selection}>
            <output>
              {selection.title}: {what}
            </output>
            <button type="button" className={classes.link} onClick={() => showSelection(null)}>
              Show all
            </button>
          </span>
        )}
      </div>
      <PictureGrid
        key={`${className ?? ALL} ${selection?.title ?? ''}`}
        label={what}
        pictures={shown}
      />
    </section>
  );
}
