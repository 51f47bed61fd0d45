import { useMemo } from 'react';
import type { RepairResult } from '../../../../protocol/repair-result.ts';
import {
  repairClaims,
  type Claim,
  type ClaimVerdict,
} from '../../../../run/finding/repair/claims.ts';
import { describeRepair } from '../../../../run/finding/repair/describe-repair.ts';
import { modelName } from '../../../../state/models/model-list.ts';
import { basisText } from '../basis.ts';
import classes from './finding.module.css';

/** The answer in words, the paper's claims, and what both rest on. */
export function RepairFindingText({ result }: { readonly result: RepairResult }) {
  const finding = useMemo(() => describeRepair(result, modelName), [result]);
  const claims = useMemo(() => repairClaims(result), [result]);
  return (
    <div className={classes.finding}>
      <h2 className={classes.heading}>Finding</h2>
      <output className={classes.headline}>{unbroken(finding.headline)}</output>
      <p className={classes.details}>{unbroken(finding.details.join(' '))}</p>
      <p className={classes.details}>{unbroken(basisText(result).join(' '))}</p>
      {claims.length > 0 && <Claims claims={claims} />}
    </div>
  );
}

const verdictWords: Readonly<Record<ClaimVerdict, string>> = {
  holds: 'Holds here',
  fails: 'Does not hold here',
  partly: 'Holds in part',
  open: 'Not decided',
  untested: 'Not tested',
};

const verdictMarks: Readonly<Record<ClaimVerdict, string>> = {
  holds: '✓',
  fails: '✕',
  partly: '◐',
  open: '?',
  untested: '–',
};

function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <section aria-label="What the paper claims">
      <h3 className={classes.subheading}>What the paper claims</h3>
      <ul className={classes.claims}>
        {claims.map(({ claim, verdict, because }) => (
          <li key={claim} data-verdict={verdict}>
            <span className={classes.verdict}>
              <span aria-hidden="true">{verdictMarks[verdict]}</span> {verdictWords[verdict]}
            </span>
            <p>
              <strong>{claim}</strong> {unbroken(because)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Keeps intervals, and numbers with their per cent sign, on one line. */
function unbroken(text: string): string {
  return text.replaceAll('–', '\u2060–\u2060').replaceAll(' %', '\u00a0%');
}
