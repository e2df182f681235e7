/**
 * The arrows of ARCHITECTURE.md, as rules: web, server, cli → contracts → poker → kernel, and nothing the other way.
 *
 * `tools/arrows.mjs` runs this and also checks that every source file was really read: the cruiser passes silently
 * when it cannot parse anything.
 */

const TEST = '\\.test\\.tsx?$';

/** A rule that nothing in one place may import from another. */
function no(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

/** The files a room exports, as patterns, from its package.json. */
function doorsOf(room) {
  const { exports } = require(`./${room}/package.json`);
  return Object.values(exports).map((file) => file.replace('./', `^${room}/`).replaceAll('.', '\\.').concat('$'));
}

const NODE = { dependencyTypes: ['core'] };
const PACKAGES = {
  dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
  path: 'node_modules/',
};

module.exports = {
  forbidden: [
    no('no-cycles', 'Files form no cycles, ever.', {}, { circular: true }),
    no(
      'every-import-resolves',
      'An import that leads nowhere hides an arrow.',
      {},
      { couldNotResolve: true, pathNot: '[?]' },
    ),

    no(
      'kernel-knows-nobody',
      'Numbers in, numbers out.',
      { path: '^kernel/' },
      { path: '^(poker|contracts|server|web|cli|bench|e2e|tools)/' },
    ),
    no(
      'poker-knows-the-kernel-only',
      '',
      { path: '^poker/' },
      { path: '^(contracts|server|web|cli|bench|e2e|tools)/' },
    ),
    no('contracts-know-poker', '', { path: '^contracts/' }, { path: '^(server|web|cli|bench|e2e|tools)/' }),
    no('server-meets-web-in-contracts', '', { path: '^server/' }, { path: '^(web|cli|bench|e2e)/' }),
    no('server-needs-no-tools', '', { path: '^server/', pathNot: TEST }, { path: '^tools/' }),
    no(
      'server-tests-start-services',
      'A test that kills a broker starts it by tools/services.',
      { path: `^server/.*${TEST}` },
      { path: '^tools/', pathNot: '^tools/services/' },
    ),
    no('web-meets-server-in-contracts', '', { path: '^web/' }, { path: '^(server|cli|bench|e2e|tools)/' }),
    no('cli-speaks-http-to-the-server', '', { path: '^cli/' }, { path: '^(server|web|bench|e2e|tools)/' }),
    no('journeys-use-the-product-from-outside', '', { path: '^e2e/' }, { path: '^(server|web|cli|bench|kernel)/' }),

    no('kernel-is-pure', 'Only kernel/host knows where it runs.', { path: '^kernel/src/', pathNot: TEST }, NODE),
    no('kernel-src-knows-no-host', '', { path: '^kernel/src/', pathNot: TEST }, { path: '^kernel/host/' }),
    no('kernel-has-no-packages', '', { path: '^kernel/(src|host)/', pathNot: TEST }, PACKAGES),
    no('poker-is-pure', 'No Node, no DOM.', { path: '^poker/src/', pathNot: TEST }, NODE),
    no('poker-has-no-packages', '', { path: '^poker/src/', pathNot: TEST }, PACKAGES),
    no('poker-does-not-choose-a-host', '', { path: '^poker/src/', pathNot: TEST }, { path: '^kernel/host/' }),
    no('contracts-are-pure', 'Both sides of the wire read them.', { path: '^contracts/src/', pathNot: TEST }, NODE),
    no('web-is-for-browsers', '', { path: '^web/src/', pathNot: TEST }, NODE),
    no('web-takes-the-browser-host', '', { path: '^web/src/', pathNot: TEST }, { path: '^kernel/host/node' }),
    no('node-takes-the-node-host', '', { path: '^(server|cli)/src/', pathNot: TEST }, { path: '^kernel/host/browser' }),

    ...['kernel', 'poker', 'contracts'].map((room) =>
      no(
        `${room}-is-entered-by-its-doors`,
        "Another room takes what the package exports, not the package's files. The bench measures inside.",
        { path: '^(kernel|poker|contracts|server|web|cli)/', pathNot: `^${room}/` },
        { path: `^${room}/`, pathNot: [...doorsOf(room), `^${room}/build/`] },
      ),
    ),

    no(
      'web-features-are-apart',
      'What two features share moves down to ui or lib.',
      { path: '^web/src/features/([^/]+)/' },
      { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    ),
    no(
      'web-features-know-no-app',
      'app → features → ui, lib.',
      { path: '^web/src/(features|ui|lib)/', pathNot: TEST },
      { path: '^web/src/app/' },
    ),
    no('web-parts-know-no-feature', '', { path: '^web/src/(ui|lib)/' }, { path: '^web/src/features/' }),

    no(
      'server-features-are-apart',
      'A feature uses another through its index.ts or an event.',
      { path: '^server/src/features/([^/]+)/' },
      { path: '^server/src/features/', pathNot: '^server/src/features/($1/|[^/]+/index\\.ts$)' },
    ),
    no(
      'server-platform-knows-no-feature',
      'roles → features → platform.',
      { path: '^server/src/platform/', pathNot: TEST },
      { path: '^server/src/(features|roles)/' },
    ),
    no(
      'server-features-know-no-role',
      'A role is a composition; nothing else reads it.',
      { path: '^server/src/features/', pathNot: TEST },
      { path: '^server/src/(roles/|main\\.ts)' },
    ),

    no('no-test-in-the-product', '', { pathNot: TEST }, { path: TEST }),
    no(
      'packages-are-declared',
      'A room lists what it uses in its own package.json.',
      {
        path: '^(kernel|poker|contracts|server|web|cli|bench)/',
        pathNot: [TEST, '\\.conformance\\.ts$', '^server/src/testing/', '\\.config\\.ts$'],
      },
      // The tools of the root: the bench builds a page with the one and opens it with the other.
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/(esbuild|playwright-core)/' },
    ),
  ],
  options: {
    exclude: { path: '^[^/]+/(dist|build|assembly|test-artefacts)/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
