import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ModelInspection } from '../../../protocol/model-inspection.ts';
import type { Preprocess } from '../../../protocol/spec.ts';
import { inspectionStore, inspectListed } from '../../../state/models/inspections.ts';
import { modelList } from '../../../state/models/model-list.ts';
import { LayerTable } from '../layers/layer-table.tsx';
import { LabelsEditor } from '../labels/labels-editor.tsx';
import { PreprocessEditor } from '../preprocess/preprocess-editor.tsx';
import { PreprocessText } from '../preprocess/preprocess-text.tsx';
import { PreviewView } from '../preprocess/preview-view.tsx';
import classes from './model-details.module.css';
import { ModelFactsList } from './model-facts-list.tsx';
import { ModelHeader } from './model-header.tsx';

/** Everything that is known of one model, and what can be said of it. */
export function ModelDetails({ id }: { readonly id: string }) {
  const own = useStore(modelList, (state) => state.own.find((model) => model.id === id) ?? null);
  const inspected = useStore(inspectionStore, (state) => state.inspected[id]);
  useEffect(() => {
    void inspectListed(id);
  }, [id]);

  return (
    <div className={classes.details}>
      <ModelHeader id={id} />
      {own !== null ? (
        <Facts id={id} inspection={own.inspection} preprocess={own.preprocess} isOwn />
      ) : inspected === undefined ? (
        <output className={classes.quiet}>Reading the model</output>
      ) : 'error' in inspected ? (
        <p role="alert" className={classes.error}>
          {inspected.error.message}
        </p>
      ) : (
        <Facts id={id} {...inspected} isOwn={false} />
      )}
    </div>
  );
}

interface FactsProps {
  readonly id: string;
  readonly inspection: ModelInspection;
  readonly preprocess: Preprocess;
  /** Whether a person has opened it, and may say how it is used. */
  readonly isOwn: boolean;
}

function Facts({ id, inspection, preprocess, isOwn }: FactsProps) {
  return (
    <>
      <ModelFactsList id={id} inspection={inspection} />
      <section className={classes.section} aria-label="Preprocessing">
        <h3 className={classes.subheading}>Preprocessing</h3>
        {isOwn && (
          <p className={classes.quiet}>
            Few files say how pictures are prepared, so this began as a guess. Choose a picture of
            which you know the class: where the likeliest classes are wrong, something here is.
          </p>
        )}
        <div className={classes.columns}>
          {isOwn ? (
            <PreprocessEditor id={id} inspection={inspection} preprocess={preprocess} />
          ) : (
            <PreprocessText preprocess={preprocess} />
          )}
          <PreviewView id={id} preprocess={preprocess} />
        </div>
      </section>
      {isOwn && (
        <section className={classes.section} aria-label="Class names">
          <h3 className={classes.subheading}>Class names</h3>
          <LabelsEditor id={id} />
        </section>
      )}
      <section className={classes.section} aria-label="Layers">
        <LayerTable inspection={inspection} />
      </section>
    </>
  );
}
