import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { chromiumPath } from '../tests/support/chromium.ts';

interface Tally {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

const reports = '.cache/test-reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

function run(command: string, args: string[], env: Record<string, string> = {}): number {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

/** A lane that ends badly without naming a failed test still counts as one failure. */
function tallied(lane: string, status: number, read: () => Tally): Tally {
  let tally: Tally = { passed: 0, failed: 0 };
  try {
    tally = read();
  } catch (error) {
    console.error(`${lane}: no report (${String(error)})`);
    return { passed: 0, failed: 1 };
  }
  if (tally.failed === 0 && (status !== 0 || tally.passed === 0)) {
    console.error(`${lane}: ended with ${status} and ${tally.passed} tests passed`);
    return { ...tally, failed: 1 };
  }
  return tally;
}

function vitest(project: string): Tally {
  const file = `${reports}/${project}.json`;
  const status = run('npx', [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return tallied(project, status, () => {
    const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    const unloadable = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    ).length;
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable };
  });
}

function playwright(project: string): Tally {
  const file = `${reports}/${project}.json`;
  const status = run(
    'npx',
    ['playwright', 'test', `--project=${project}`, '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  );
  return tallied(project, status, () => {
    const { stats, errors } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (stats.flaky > 0) console.log(`${stats.flaky} passed at the second try only, see above`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
  });
}

if (chromiumPath() === undefined) {
  const status = run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  if (status !== 0) {
    console.error('No Chromium: install one, or name it in CHROMIUM_PATH.');
  }
}

const build = run('npx', ['vite', 'build']);
const tallies = [vitest('unit'), vitest('browser'), playwright('e2e'), playwright('main-thread')];
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, build === 0 ? 0 : 1);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
