import type { Finding } from '../finding/wording.ts';
import type { Block, Section } from './document.ts';

/** The answer in words: its headline, then what else the data say and do not decide. */
export function findingSection({ headline, details }: Finding, prefix: string): Section {
  return {
    id: `${prefix}finding`,
    title: 'Finding',
    blocks: [
      { kind: 'lead', text: headline },
      ...(details.length === 0 ? [] : [{ kind: 'list' as const, items: details }]),
    ],
  };
}

export function questionSection(blocks: readonly Block[], prefix: string): Section {
  return { id: `${prefix}question`, title: 'Question', blocks };
}

/** None where there is no figure. */
export function figuresSection(blocks: readonly Block[], prefix: string): Section[] {
  return blocks.length === 0 ? [] : [{ id: `${prefix}figures`, title: 'Figures', blocks }];
}

export function limitsSection(items: readonly string[], prefix: string): Section {
  return {
    id: `${prefix}limits`,
    title: 'What this does not say',
    blocks: [{ kind: 'list', items }],
  };
}
