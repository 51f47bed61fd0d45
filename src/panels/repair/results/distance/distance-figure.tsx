import { DistributionPanel } from '../../../../charts/distribution/distribution-panel.tsx';
import { useSize } from '../../../../charts/figure/use-size.ts';
import { SeriesKey } from '../../../../charts/series-key.tsx';
import classes from './distance.module.css';
import type { DistanceCurves } from './distance-curves.ts';

/** The distributions of one space; the table below says the same in figures. */
export function DistanceFigure({ curves }: { readonly curves: DistanceCurves }) {
  const { heading, axes, distributions, beyond } = curves;
  const [box, size] = useSize<HTMLDivElement>();
  return (
    <figure className={classes.figure}>
      <figcaption>
        <strong>{heading}</strong>
        <span className={classes.keys}>
          {distributions.map(({ id, name, style, sample }) => (
            <span key={id}>
              <SeriesKey style={style} />
              {name}, n = {sample.size}
            </span>
          ))}
        </span>
      </figcaption>
      <p className={classes.axisTitle}>{axes.y.title}; the mark is the median</p>
      <div ref={box} className={classes.plot} aria-hidden="true">
        {size !== null && (
          <DistributionPanel
            axes={axes}
            distributions={distributions}
            width={size.width}
            height={size.height}
          />
        )}
      </div>
      <p className={classes.axisTitle} data-end="true">
        {axes.x.title}
        {beyond > 0 && ` (${beyond} beyond it)`}
      </p>
    </figure>
  );
}
