import { useStore } from 'zustand';
import { useAbsent } from '../../panels/shared/link/use-absent.ts';
import { experimentStore } from '../../state/experiment/experiment-store.ts';
import { isNothing } from '../../state/link/absent.ts';
import type { WantedImages, WantedModel } from '../../state/link/link-store.ts';
import { openModelUrl } from '../../state/models/open-model.ts';
import { goToPanel } from '../../state/navigation/navigation-store.ts';
import { repairDraft } from '../../state/repair/repair-draft.ts';
import { Notice } from '../open-file/notice.tsx';
import classes from './link-notices.module.css';

interface MissingHereProps {
  readonly panel: 'measure' | 'repair';
}

/** What has to be dropped before the experiment can run; the rest of the link stands. */
export function MissingHere({ panel }: MissingHereProps) {
  const experiment = useStore(experimentStore, (state) => state.spec);
  const draft = useStore(repairDraft, (state) => state.spec);
  const absent = useAbsent(panel === 'repair' ? draft : experiment);
  if (isNothing(absent)) return null;
  const { models, images } = absent;
  const addresses = models.flatMap(({ path }) => (path !== null && isAddress(path) ? [path] : []));
  return (
    <Notice
      text={
        <>
          <p>
            <strong>This experiment needs what this browser does not have.</strong> The rest of it
            is in the sentence.
          </p>
          <ul className={classes.list}>
            {models.map((model) => (
              <li key={model.id}>
                <MissingModel model={model} />
              </li>
            ))}
            {images.map((set) => (
              <li key={set.name}>
                <MissingImages set={set} />
              </li>
            ))}
          </ul>
        </>
      }
      actions={[
        ...addresses.map((address) => ({
          label: `Fetch from ${hostOf(address)}`,
          act: () => {
            goToPanel('models');
            void openModelUrl(address);
          },
        })),
        ...(models.length > 0 ? [{ label: 'Open Models', act: () => goToPanel('models') }] : []),
        ...(images.length > 0 ? [{ label: 'Open Images', act: () => goToPanel('images') }] : []),
      ]}
    />
  );
}

function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function MissingModel({ model: { id, sha, path } }: { readonly model: WantedModel }) {
  return (
    <>
      The model <strong>{id}</strong>: {path === null ? repaired : <FromPath path={path} />}.
      <Digits sha={sha} of="files" />
    </>
  );
}

const repaired = 'a repaired one, which whoever made it can save as a zip. Drop that on this page';

function FromPath({ path }: { readonly path: string }) {
  return isAddress(path) ? (
    <>
      fetch it from <strong>{path}</strong>, or drop its files on this page
    </>
  ) : (
    <>
      drop <strong>{path}</strong> on this page
    </>
  );
}

const kinds = { folder: 'the folder', zip: 'the archive', csv: 'the table' } as const;

function MissingImages({ set: { name, sha, source } }: { readonly set: WantedImages }) {
  return (
    <>
      The images <strong>{name}</strong>: drop {kinds[source]} of this name on this page.
      <Digits sha={sha} of="content" />
    </>
  );
}

function Digits({ sha, of }: { readonly sha: string | null; readonly of: string }) {
  if (sha === null) return null;
  return (
    <span className={classes.quiet}>
      {' '}
      SHA-256 of its {of} begins with <code>{sha}</code>.
    </span>
  );
}
