import { useEffect } from 'react';
import { followInspectAddress } from '../../state/inspect/follow-address.ts';

/** Opens what the address asks for, and keeps the address up to date while the panel is shown. */
export function useInspectAddress(): void {
  useEffect(followInspectAddress, []);
}
