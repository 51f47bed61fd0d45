import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { saveBlob } from '../../../charts/export/save-blob.ts';
import type { ReportFormat } from '../../../run/report/report-format.ts';
import type { AnyResult } from '../../../run/result-file/parse-result.ts';
import { reportFile } from '../../../state/report/report-file.ts';
import classes from './report-menu.module.css';

interface ReportMenuProps {
  /** What is written up, asked for when a format is chosen. */
  readonly results: () => readonly AnyResult[] | Promise<readonly AnyResult[]>;
  readonly size?: 'sm' | 'compact-sm';
  readonly disabled?: boolean;
}

const formats: readonly { format: ReportFormat; label: string }[] = [
  { format: 'html', label: 'HTML, to read and print' },
  { format: 'markdown', label: 'Markdown, without figures' },
  { format: 'latex', label: 'LaTeX, the tables alone' },
];

/** Saves results as a report: question, method, figures, tables and how to repeat it. */
export function ReportMenu({ results, size = 'sm', disabled = false }: ReportMenuProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const save = async (format: ReportFormat) => {
    setProblem(null);
    setBusy(true);
    try {
      const file = await reportFile(await results(), format);
      if (file !== null) saveBlob(file.blob, file.name);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={classes.report}>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" size={size} disabled={disabled} loading={isBusy}>
            Report
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map(({ format, label }) => (
            <Menu.Item key={format} onClick={() => void save(format)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          No report was written: {problem}.
        </p>
      )}
    </div>
  );
}
