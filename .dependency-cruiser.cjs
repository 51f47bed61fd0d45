/**
 * The layer arrows of docs/architecture.md. A folder may import itself and what its rule lists;
 * paths are relative to the folder that holds `src`, so the same rules judge a planted tree.
 */
const layers = {
  core: [],
  protocol: ['core'],
  images: ['protocol', 'core'],
  engine: ['images', 'protocol', 'core'],
  run: ['protocol', 'core'],
  // Entries of a lane import the engine; openers on the host side only the run's types.
  workers: ['engine', 'images', 'run', 'protocol', 'core'],
  // Serves the built files; knows nothing of what they do.
  'service-worker': ['protocol'],
  headless: ['run', 'images', 'protocol', 'core', 'workers'],
  state: ['run', 'images', 'protocol', 'core', 'workers'],
  charts: ['state', 'run', 'protocol', 'core'],
  panels: ['charts', 'state', 'run', 'protocol', 'core'],
  app: ['panels', 'charts', 'state', 'run', 'protocol', 'core'],
};

const arrows = Object.entries(layers).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...allowed].join('|')})/` },
}));

const only = (name, packages, owner) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: owner },
  to: { path: packages },
});

module.exports = {
  forbidden: [
    ...arrows,
    only('tfjs-only-in-engine', 'node_modules/@tensorflow/', '^src/engine/'),
    only(
      'react-only-on-the-page',
      'node_modules/(react|@mantine)',
      '^src/(app|panels|charts|state|main)',
    ),
    only('zod-only-as-configured', 'node_modules/zod/', '^src/protocol/zod\\.ts$'),
    {
      name: 'main-thread-never-reaches-the-engine',
      comment: 'tfjs belongs to the lanes; the page and the terminal talk to them over Comlink.',
      severity: 'error',
      from: { path: '^src/(main|app|panels|charts|state|run|headless)' },
      to: { path: '^src/engine/', reachable: true },
    },
    {
      name: 'node-only-where-node-runs',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(headless/|workers/.*node)' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '\\?(url|worker|raw)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
