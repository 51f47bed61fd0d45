import { useCallback, useState, type CSSProperties, type ReactNode } from 'react';
import classes from './figure-view.module.css';
import { FigureCursor } from './figure-cursor.tsx';
import { FigurePanelView } from './figure-panel-view.tsx';
import type { FigureAxes, FigurePanel, FigurePlace } from '../../run/figure/figure-types.ts';
import { NoteLayer } from './note-layer.tsx';
import { spokenColumn } from './spoken.ts';

export interface FigureViewProps {
  readonly title: string;
  /** Name of the control that moves through it, for who hears the page. */
  readonly label: string;
  readonly kind: 'curves' | 'dots';
  readonly panels: readonly FigurePanel[];
  readonly axes: FigureAxes;
  /** Positions of the horizontal axis, increasing. */
  readonly positions: readonly number[];
  readonly active: number;
  readonly onActive: (x: number) => void;
  readonly pinned: FigurePlace | null;
  readonly onPin: (place: FigurePlace | null) => void;
  /** Name of a position: "8 pixels". */
  readonly nameOf: (x: number) => string;
  /** Heading of the readout. */
  readonly readoutTitle: string;
  /** Laid over the empty axes. */
  readonly over: ReactNode;
}

type Line = Pick<FigurePlace, 'panel' | 'series'>;

function panelCount(panels: number): CSSProperties & Record<'--panels', number> {
  return { '--panels': panels };
}

/**
 * A figure of one panel with its readout beside it, or of several side by side. Pointer and arrow
 * keys choose a column and a line, click and Enter pin a point, Escape gives it up.
 */
export function FigureView(props: FigureViewProps) {
  const { label, kind, panels, axes, positions, active, onActive, pinned, onPin } = props;
  const [line, setLine] = useState<Line | null>(null);
  const isEmpty = panels.every(({ series }) => series.every(({ points }) => points.size === 0));

  const togglePin = useCallback(
    (place: FigurePlace) => {
      const isPinned =
        pinned?.panel === place.panel && pinned.series === place.series && pinned.x === place.x;
      onPin(isPinned ? null : place);
    },
    [pinned, onPin],
  );

  const unpin = useCallback(() => onPin(null), [onPin]);

  return (
    <NoteLayer onEscape={unpin}>
      <section
        aria-label={props.title}
        className={classes.figure}
        data-panels={panels.length === 1 ? 'one' : 'several'}
        style={panelCount(panels.length)}
      >
        <FigureCursor
          label={label}
          spoken={spokenColumn(panels, props.nameOf(active), active, line)}
          positions={positions}
          active={active}
          onActive={onActive}
          lines={panels.flatMap(({ id, series }) =>
            series.map((each) => ({ panel: id, series: each.id })),
          )}
          line={line}
          onLine={setLine}
          onPin={() => line !== null && togglePin({ ...line, x: active })}
        />
        {panels.length > 1 && <p className={classes.column}>{props.readoutTitle}</p>}
        {panels.map((panel) => (
          <FigurePanelView
            key={panel.id}
            kind={kind}
            panel={panel}
            axes={axes}
            positions={positions}
            active={active}
            isEmpty={isEmpty}
            emphasised={line?.panel === panel.id ? line.series : null}
            pinned={pinned?.panel === panel.id ? pinned : null}
            readoutTitle={props.readoutTitle}
            onActive={onActive}
            onLine={setLine}
            onPin={togglePin}
            over={props.over}
          />
        ))}
      </section>
    </NoteLayer>
  );
}
