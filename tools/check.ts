import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The longest first, so that none is waited for alone at the end. */
const waiting = ['types', 'format', 'layers', 'lint', 'unused'];

/** Settles with whether a check found nothing; what it said is printed in one piece. */
function passes(check: string): Promise<boolean> {
  const child = spawn('npm', ['run', '--silent', `check:${check}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  return new Promise((resolve) => {
    const end = (isPassed: boolean) => {
      console.log(`\n> ${check}: ${isPassed ? 'passed' : 'failed'}\n${said.trim()}`);
      resolve(isPassed);
    };
    child.on('error', (error) => {
      hear(error.message);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

let failed = 0;

async function takeChecks(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    if (!(await passes(check))) failed += 1;
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, takeChecks));
console.log(failed === 0 ? '\nAll checks passed' : `\n${failed} checks failed`);
process.exitCode = failed === 0 ? 0 : 1;
