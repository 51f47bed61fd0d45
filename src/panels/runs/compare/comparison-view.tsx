import { Button } from '@mantine/core';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import { compareCsv } from '../../../run/compare/compare-csv.ts';
import { describeDifference } from '../../../run/compare/describe-comparison.ts';
import { AGREEMENT_NOTE } from '../../../run/finding/measure-words.ts';
import { measureOf } from '../../../run/labels.ts';
import type { ShownComparison } from '../../../state/compare/compare-store.ts';
import { ApartList } from './apart-list.tsx';
import classes from './compare.module.css';
import { DifferenceFigure } from './difference-figure.tsx';
import { NotComparable } from './not-comparable.tsx';

function save(text: string, name: string, type: string): void {
  saveBlob(new Blob([text], { type }), name);
}

/** What is found of models beside their baseline, or why nothing can be. */
export function ComparisonView({ shown }: { readonly shown: ShownComparison }) {
  const { title, spec, comparison, apart } = shown;
  const { baseline, others } = comparison;
  const comparable = others.filter(({ reasons }) => reasons.length === 0);
  const refused = others.filter(({ reasons }) => reasons.length > 0);
  const found = comparable.map((other) => describeDifference(spec, baseline, other));

  return (
    <div className={classes.comparison}>
      {title !== null && <h3 className={classes.heading}>{title}</h3>}
      {refused.length > 0 && <NotComparable baseline={baseline} others={refused} />}
      {comparable.length > 0 && (
        <>
          <div className={classes.finding}>
            {found.map((sentences, at) => (
              <div key={comparable[at]?.name} className={classes.model} data-first={at === 0}>
                {sentences.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </div>
            ))}
            {measureOf(spec) === 'agreement' && <p className={classes.note}>{AGREEMENT_NOTE}</p>}
          </div>
          {others.map(({ name }, at) => {
            const own = apart[at];
            return own ? (
              <ApartList key={name} baseline={baseline} name={name} apart={own} />
            ) : null;
          })}
          <DifferenceFigure
            spec={spec}
            owner={title}
            comparison={comparison}
            findings={found.flat()}
          />
          <div className={classes.downloads}>
            <p>Save what was compared</p>
            <Button
              variant="default"
              size="sm"
              onClick={() => save([...compareCsv(comparison)].join(''), 'compare.csv', 'text/csv')}
            >
              compare.csv
            </Button>
            <Button
              variant="default"
              size="sm"
              onClick={() =>
                save(
                  `${JSON.stringify({ spec, ...comparison, apart }, null, 2)}\n`,
                  'compare.json',
                  'application/json',
                )
              }
            >
              compare.json
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
