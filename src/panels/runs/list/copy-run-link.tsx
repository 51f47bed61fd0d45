import { readArchived } from '../../../state/archive/archive.ts';
import type { ArchivedExperiment } from '../../../state/archive/archived-run.ts';
import { shareLink, type SharedLink } from '../../../state/link/share-link.ts';
import { CopiedLink } from '../../shared/link/copied-link.tsx';
import { useCopyLink } from '../../shared/link/use-copy-link.ts';
import classes from './run-row.module.css';

interface CopyRunLinkProps {
  readonly run: ArchivedExperiment;
}

/** A run of which nothing is kept has its experiment still. */
async function linkTo({ id, spec, state }: ArchivedExperiment): Promise<SharedLink> {
  if (state !== 'done') return shareLink({ spec, result: null });
  try {
    const content = await readArchived(id);
    return shareLink({ spec, result: content.kind === 'inspection' ? null : content.result });
  } catch {
    return shareLink({ spec, result: null });
  }
}

/** Copies a link to a kept run, with its numbers where it is done. */
export function CopyRunLink({ run }: CopyRunLinkProps) {
  const { copy, copied } = useCopyLink(run);
  return (
    <>
      <button
        type="button"
        className={classes.action}
        aria-label={`Copy link to ${run.name}`}
        onClick={() => void copy(() => linkTo(run))}
      >
        Copy link
      </button>
      <div className={classes.copied} data-by-hand={copied !== null && copied.address !== null}>
        <CopiedLink copied={copied} />
      </div>
    </>
  );
}
