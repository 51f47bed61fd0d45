import { Popover, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { useStore } from 'zustand';
import { computeStore } from '../../state/compute/compute-store.ts';
import { backendNames } from '../../run/backend-names.ts';
import { BackendChoice } from './backend-choice.tsx';
import classes from './compute-badge.module.css';

/** What computes; on demand why, and how to change it. */
export function ComputeBadge() {
  const phase = useStore(computeStore, (state) => state.phase);
  const plan = useStore(computeStore, (state) => state.plans[0]);
  const reason = useStore(computeStore, (state) => state.reason);
  const error = useStore(computeStore, (state) => state.error);
  const heading = useId();

  return (
    <Popover position="bottom-end" width={360} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.badge} data-state={phase} title={reason}>
          <span className={classes.light} aria-hidden="true" />
          <span>
            {phase === 'failed' ? 'No backend' : plan ? backendNames[plan.backend] : 'Looking'}
            {phase !== 'failed' && <span className={classes.extent}>{extent(plan)}</span>}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-labelledby={heading}>
        <h2 id={heading} className={classes.heading}>
          What computes
        </h2>
        <p>{error?.message ?? reason}</p>
        <BackendChoice />
        <p className={classes.note}>
          Everything runs in this browser; no image leaves this machine. A lane is one worker with
          its own copy of the models. The figures do not depend on the number of lanes.
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

type Plan = ReturnType<typeof computeStore.getState>['plans'][number];

function extent(plan: Plan | undefined): string {
  if (plan === undefined) return ' for a backend';
  return ` · ${plan.lanes} ${plan.lanes === 1 ? 'lane' : 'lanes'}`;
}
