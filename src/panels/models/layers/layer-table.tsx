import { integer } from '../../../run/number-text.ts';
import { useStore } from 'zustand';
import type { LayerFacts, ModelInspection } from '../../../protocol/model-inspection.ts';
import { modelsView } from '../../../state/models/models-view-store.ts';
import classes from './layers.module.css';

/** The layers as the lab runs them, behind a button: there are hundreds. */
export function LayerTable({ inspection }: { readonly inspection: ModelInspection }) {
  const isOpen = useStore(modelsView, (state) => state.hasLayers);
  const { layers, head } = inspection;
  return (
    <div className={classes.layers}>
      <h3>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          onClick={() => modelsView.setState({ hasLayers: !isOpen })}
        >
          <span aria-hidden="true" className={classes.arrow} data-open={isOpen} />
          {integer(layers.length)} layers
        </button>
      </h3>
      {isOpen && <Rows layers={layers} head={head?.name ?? null} />}
    </div>
  );
}

interface RowsProps {
  readonly layers: readonly LayerFacts[];
  /** Name of the last layer with weights. */
  readonly head: string | null;
}

function Rows({ layers, head }: RowsProps) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col">Kind</th>
          <th scope="col">Output</th>
          <th scope="col">Parameters</th>
          <th scope="col">Multiply-adds</th>
        </tr>
      </thead>
      <tbody>
        {layers.map((layer) => (
          <Row key={layer.name} layer={layer} isHead={layer.name === head} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly layer: LayerFacts;
  readonly isHead: boolean;
}

function Row({ layer, isHead }: RowProps) {
  const { name, kind, outputShape, parameters, multiplyAdds } = layer;
  return (
    <tr data-head={isHead}>
      <th scope="row" title={name}>
        {name}
      </th>
      <td>{kind}</td>
      <td>{outputShape.join(' × ')}</td>
      <td>{parameters === 0 ? '' : integer(parameters)}</td>
      <td>{multiplyAdds === 0 ? '' : integer(multiplyAdds)}</td>
    </tr>
  );
}
