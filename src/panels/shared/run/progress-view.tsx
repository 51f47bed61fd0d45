import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Recovery } from '../../../run/sweep-types.ts';
import classes from './run-box.module.css';
import { TellMe } from './tell-me.tsx';

interface ProgressViewProps {
  /** What is going on, in one or two words. */
  readonly heading: string;
  /** How far it is, for a person. */
  readonly count: string | null;
  /** 0 … 1 */
  readonly share: number;
  /** Name of the bar, for who hears the page. */
  readonly label: string;
  readonly isActive: boolean;
  readonly detail: ReactNode;
  readonly recoveries: readonly Recovery[];
}

/** How far a run is. */
export function ProgressView(props: ProgressViewProps) {
  const { heading, count, share, label, isActive, detail, recoveries } = props;
  return (
    <div className={classes.progress}>
      <div className={classes.progressTop}>
        <output className={classes.phase}>{heading}</output>
        {count !== null && <span>{count}</span>}
      </div>
      <Progress
        value={100 * share}
        size={6}
        radius={3}
        aria-label={label}
        color={isActive ? 'var(--accent)' : 'var(--line-strong)'}
      />
      <div className={classes.progressDetail}>
        <p>{detail}</p>
        {isActive && share > 0 && <TellMe />}
      </div>
      <Recovered recoveries={recoveries} />
    </div>
  );
}

/** The last mishap that the run got over by itself. */
function Recovered({ recoveries }: Pick<ProgressViewProps, 'recoveries'>) {
  const last = recoveries.at(-1);
  if (last === undefined) return null;
  const times = recoveries.length === 1 ? 'One interruption' : `${recoveries.length} interruptions`;
  return (
    <p className={classes.note}>
      {times}, no figure is affected. Last: {last.error.message}; {last.action}.
    </p>
  );
}
