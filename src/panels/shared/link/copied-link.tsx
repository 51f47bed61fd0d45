import classes from './copy-link.module.css';
import type { CopiedLink as Copied } from './use-copy-link.ts';

interface CopiedLinkProps {
  /** Null before the first copy. */
  readonly copied: Copied | null;
}

/** Says that a link was copied, or shows it to be copied by hand. */
export function CopiedLink({ copied }: CopiedLinkProps) {
  return (
    <>
      <output className={classes.said}>{copied?.text ?? ''}</output>
      {copied !== null && copied.address !== null && (
        <input
          className={classes.address}
          aria-label="Link"
          readOnly
          value={copied.address}
          ref={(field) => field?.select()}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </>
  );
}
