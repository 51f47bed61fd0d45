import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { SeenPicture } from '../../../protocol/model-source.ts';
import type { Preprocess } from '../../../protocol/spec.ts';
import { modelsView } from '../../../state/models/models-view-store.ts';
import { preview, previewStore, type PreviewPicture } from '../../../state/models/preview.ts';
import { loadSampleImages, sampleStore } from '../../../state/sample-images.ts';
import { toDataUrl } from '../../shared/samples/to-data-url.ts';
import classes from './preprocess.module.css';
import { TopAnswers } from './top-answers.tsx';

interface PreviewViewProps {
  readonly id: string;
  readonly preprocess: Preprocess;
}

/** What the network is given of a picture, and the classes that it finds likeliest. */
export function PreviewView({ id, preprocess }: PreviewViewProps) {
  const samples = useStore(sampleStore, (state) => state.samples);
  const { model, seen, isBusy, error } = useStore(previewStore);
  const chosen = useStore(modelsView, (state) => state.picture);
  const setChosen = (next: PreviewPicture) => modelsView.setState({ picture: next });
  const input = useRef<HTMLInputElement>(null);
  const [first] = samples;
  const picture = useMemo<PreviewPicture | null>(
    () => chosen ?? (first === undefined ? null : { kind: 'roadside', index: first.index }),
    [chosen, first],
  );
  useEffect(() => {
    void loadSampleImages();
  }, []);
  useEffect(() => {
    if (picture !== null) void preview(id, preprocess, picture);
  }, [id, preprocess, picture]);
  const shown = model === id ? seen : null;

  return (
    <figure className={classes.preview} aria-label="Preview">
      <figcaption className={classes.label}>What the network sees, and what it answers</figcaption>
      <SeenImage seen={shown} />
      <div className={classes.pictures}>
        {samples.map(({ index, className }) => (
          <button
            key={index}
            type="button"
            className={classes.picture}
            aria-pressed={picture?.kind === 'roadside' && picture.index === index}
            onClick={() => setChosen({ kind: 'roadside', index })}
          >
            {className.replaceAll('-', ' ')}
          </button>
        ))}
        <button
          type="button"
          className={classes.picture}
          aria-pressed={picture?.kind === 'file'}
          onClick={() => input.current?.click()}
        >
          {picture?.kind === 'file' ? picture.file.name : 'Your picture…'}
        </button>
        <input
          ref={input}
          type="file"
          accept="image/*"
          aria-label="Picture to look at"
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file !== undefined) setChosen({ kind: 'file', file });
          }}
        />
      </div>
      <div aria-live="polite" aria-busy={isBusy}>
        {error !== null && <p className={classes.error}>{error.message}</p>}
        {error === null && shown === null && (
          <p className={classes.note}>The model is being loaded for the preview.</p>
        )}
        {shown !== null && <TopAnswers id={id} probabilities={shown.probabilities} />}
      </div>
    </figure>
  );
}

/** The bytes after resizing and cropping, pixel by pixel. */
function SeenImage({ seen }: { readonly seen: SeenPicture | null }) {
  const address = useMemo(() => seen && toDataUrl(seen.bytes, seen.width, seen.height), [seen]);
  if (seen === null || address === null) {
    return (
      <div className={classes.seen}>
        <div className={classes.canvas} />
        <p className={classes.note}>Nothing to see yet</p>
      </div>
    );
  }
  const { height, width, range } = seen;
  return (
    <div className={classes.seen}>
      <img className={classes.canvas} src={address} alt="As the network is given it" />
      <p className={classes.note}>
        {height} × {width}, values {figure(range[0])} to {figure(range[1])}
      </p>
    </div>
  );
}

function figure(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0).replace('-', '−');
}
