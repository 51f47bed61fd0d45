import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type IConfiguration } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = join(import.meta.dirname, '..');
const config: IConfiguration = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/** Violations as `rule: from → to`, and the number of source modules that were read. */
async function judge(folder: string): Promise<{ violations: string[]; modules: number }> {
  const options: ICruiseOptions = {
    ...config.options,
    ruleSet: { forbidden: config.forbidden ?? [] },
    validate: true,
    baseDir: folder,
  };
  const reply = await cruise(['src'], options, undefined, {
    tsConfig: extractTSConfig(join(root, 'tsconfig.base.json')),
  });
  const result = reply.output;
  if (typeof result === 'string') throw new Error(result);
  return {
    violations: result.summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`),
    modules: result.modules.filter((m) => m.source.startsWith('src/')).length,
  };
}

function sourceFiles(folder: string): number {
  return readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  ).length;
}

const planted = await judge(join(root, 'tests/fixtures/layers'));
const expected = [
  'layer-core: src/core/reaches-up.ts',
  'layer-state: src/state/imports-engine.ts',
  'main-thread-never-reaches-the-engine: src/state/imports-engine.ts',
  'tfjs-only-in-engine: src/run/imports-tfjs.ts',
];
const missed = expected.filter((line) => !planted.violations.some((v) => v.startsWith(line)));
if (missed.length > 0) {
  console.error(`The layer check does not see planted violations:\n${missed.join('\n')}`);
  process.exit(1);
}

const real = await judge(root);
const files = sourceFiles(root);
if (real.modules < files) {
  console.error(`The layer check read ${real.modules} of ${files} source files.`);
  process.exit(1);
}
if (real.violations.length > 0) {
  console.error(real.violations.join('\n'));
  process.exit(1);
}
console.log(`layers: ${real.modules} modules, no violation; ${expected.length} planted ones seen`);
