import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LAB = fileURLToPath(new URL('../../../src/headless/lab.ts', import.meta.url));

export interface LabRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command in a process of its own.
 * @param onText - called with all of stderr so far, and a way to press Ctrl-C
 * @param environment - variables beside those of the test
 */
export function runLab(
  args: readonly string[],
  onText: (stderr: string, interrupt: () => void) => void = () => undefined,
  environment: Readonly<Record<string, string>> = {},
): Promise<LabRun> {
  const child = spawn(process.execPath, ['--import', 'tsx', LAB, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: '', ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    onText(stderr, () => child.kill('SIGINT'));
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
