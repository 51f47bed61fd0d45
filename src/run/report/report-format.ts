/** What a report can be written as. */
export type ReportFormat = 'html' | 'markdown' | 'latex';

interface FormatFacts {
  readonly extension: string;
  readonly type: string;
}

export const reportFormats: Readonly<Record<ReportFormat, FormatFacts>> = {
  html: { extension: 'html', type: 'text/html' },
  markdown: { extension: 'md', type: 'text/markdown' },
  latex: { extension: 'tex', type: 'application/x-tex' },
};

/** "report.html" */
export function reportFileName(format: ReportFormat): string {
  return `report.${reportFormats[format].extension}`;
}
