import { Button } from '@mantine/core';
import { catalogue, type CatalogueEntry } from '../../../state/models/catalogue.ts';
import { openModelUrl } from '../../../state/models/open-model.ts';
import { megabytes } from '../megabytes.ts';
import classes from './open-model.module.css';

/** Public models that open with one click while this computer is online. */
export function Catalogue({ isReading }: { readonly isReading: boolean }) {
  return (
    <ul className={classes.entries} aria-label="Catalogue">
      {catalogue.map((entry) => (
        <Entry key={entry.url} entry={entry} isReading={isReading} />
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly entry: CatalogueEntry;
  readonly isReading: boolean;
}

function Entry({ entry, isReading }: EntryProps) {
  const { name, format, url, source, page, licence, bytes, preprocess, checked } = entry;
  return (
    <li className={classes.entry}>
      <span className={classes.title}>{name}</span>
      <Button
        variant="default"
        size="compact-sm"
        disabled={isReading}
        aria-label={`Open ${name} (${format})`}
        onClick={() => void openModelUrl(url, { name, preprocess })}
      >
        Open
      </Button>
      <span className={classes.about}>
        {format}, about {megabytes(bytes)}, {licence}, from{' '}
        <a href={page} target="_blank" rel="noreferrer">
          {source}
        </a>{' '}
        at {new URL(url).host}; {checked === null ? 'not checked' : `checked ${checked}`}
      </span>
    </li>
  );
}
