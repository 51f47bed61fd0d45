import { LinkedNumbers } from './linked-numbers.tsx';
import { MissingHere } from './missing-here.tsx';
import { OfferedModel } from './offered-model.tsx';
import { RefusedFields } from './refused-fields.tsx';
import { WaitingLink } from './waiting-link.tsx';
import type { NamedPanel } from '../../state/navigation/panel-address.ts';

interface LinkNoticesProps {
  /** The panel that is shown, as the address names it. */
  readonly panel: NamedPanel | null;
  /** Called when a button has put its own notice away, which would leave the focus nowhere. */
  readonly onGone: () => void;
}

/** What the link that was opened has left to be said or done, above its panel. */
export function LinkNotices({ panel, onGone }: LinkNoticesProps) {
  const shown = panel ?? 'measure';
  return (
    <>
      {panel === 'models' && <OfferedModel onGone={onGone} />}
      <RefusedFields panel={shown} onGone={onGone} />
      {(shown === 'measure' || shown === 'repair') && (
        <>
          <WaitingLink panel={shown} onGone={onGone} />
          <MissingHere panel={shown} />
          <LinkedNumbers panel={shown} onGone={onGone} />
        </>
      )}
    </>
  );
}
