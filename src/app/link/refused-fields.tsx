import { useStore } from 'zustand';
import { dismissRefused, linkStore } from '../../state/link/link-store.ts';
import { Notice } from '../open-file/notice.tsx';
import classes from './link-notices.module.css';

/** More would fill the page. */
const MOST_LISTED = 6;

interface RefusedFieldsProps {
  readonly panel: string;
  readonly onGone: () => void;
}

/** The fields of a link that were not taken, each with its reason. */
export function RefusedFields({ panel, onGone }: RefusedFieldsProps) {
  const refused = useStore(linkStore, (state) => state.refused);
  const of = useStore(linkStore, (state) => state.panel);
  if (refused.length === 0 || of !== panel) return null;
  const listed = refused.slice(0, MOST_LISTED);
  const more = refused.length - listed.length;
  const dismiss = () => {
    dismissRefused();
    onGone();
  };
  return (
    <Notice
      isFault
      text={
        <>
          <h2>
            {refused.length === 1
              ? 'One field of this link was refused'
              : `${refused.length} fields of this link were refused`}
          </h2>
          <ul className={classes.list}>
            {listed.map(({ field, text, message }) => (
              <li key={`${field}=${text} ${message}`}>
                <code>
                  {field}={text}
                </code>{' '}
                {message}.
              </li>
            ))}
          </ul>
          <p>
            {more > 0 && `And ${more} more. `}
            The usual values stand in their place; the rest of the link was taken.
          </p>
        </>
      }
      actions={[{ label: 'Dismiss', act: dismiss }]}
    />
  );
}
