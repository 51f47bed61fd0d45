import { useStore } from 'zustand';
import { linkStore } from '../../state/link/link-store.ts';
import { declineOfferedModel, openOfferedModel } from '../../state/models/open-addressed.ts';
import { Notice } from '../open-file/notice.tsx';

interface OfferedModelProps {
  readonly onGone: () => void;
}

/** A model on another server that the address names: fetched only when a person asks. */
export function OfferedModel({ onGone }: OfferedModelProps) {
  const offered = useStore(linkStore, (state) => state.offered);
  if (offered === null) return null;
  const after = (act: () => void) => () => {
    act();
    onGone();
  };
  return (
    <Notice
      text={
        <p>
          This link names a model at <strong>{offered}</strong>. Nothing has been fetched from there
          yet.
        </p>
      }
      actions={[
        { label: 'Open it', act: after(openOfferedModel) },
        { label: 'Leave it', act: after(declineOfferedModel) },
      ]}
    />
  );
}
