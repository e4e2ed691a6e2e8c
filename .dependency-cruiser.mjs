// The arrows of ARCHITECTURE.md as a failing check.
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(backend|extension|test)/' },
    },
    {
      name: 'backend-knows-no-extension',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: '^backend/src/erp/[^/]+/(conformance|[^/]+\\.test)\\.ts$' },
      to: { path: '^(extension|test)/' },
    },
    {
      name: 'demo-erp-is-only-a-server',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: '\\.test\\.ts$|playground|^backend/src/erp/[^/]+/conformance\\.ts$' },
      to: { path: '^backend/demo-erp/' },
    },
    {
      name: 'cards-know-no-backend',
      severity: 'error',
      from: { path: '^extension/(hubspot|panels)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^backend/' },
    },
    {
      name: 'panels-know-no-surface',
      severity: 'error',
      from: { path: '^extension/panels/' },
      to: { path: '^extension/(hubspot|playground)/' },
    },
    {
      name: 'erp-adapter-knows-the-contract-only',
      severity: 'error',
      from: {
        path: '^backend/src/erp/(?!contract|kit|conformance|registry)([^/]+)/',
        pathNot: '(\\.test|/conformance)\\.ts$',
      },
      to: { path: '^backend/src/', pathNot: '^backend/src/erp/(contract|kit|transport|$1)/' },
    },
    {
      name: 'erp-kit-stands-alone',
      comment: 'What adapters and flows share: pure functions over texts.',
      severity: 'error',
      from: { path: '^backend/src/erp/kit/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/', pathNot: '^backend/src/erp/(contract|kit)/' },
    },
    {
      name: 'erp-knows-no-flow',
      severity: 'error',
      from: { path: '^backend/src/(erp|crm)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(flows|submissions|api|jobs)/' },
    },
    {
      name: 'flows-know-no-adapter',
      severity: 'error',
      from: { path: '^backend/src/flows/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(erp|crm)/(?!contract|kit)' },
    },
    {
      name: 'deals-know-the-contract-only',
      severity: 'error',
      from: { path: '^backend/src/deals/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(?!deals/|crm/contract/)' },
    },
    {
      name: 'submissions-know-no-flow',
      severity: 'error',
      from: { path: '^backend/src/submissions/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(flows|api)/' },
    },
    {
      name: 'desk-is-a-surface',
      comment: 'Pages for people: nothing stands on them, and they reach ERP and CRM through the engine only.',
      severity: 'error',
      from: { path: '^backend/src/(?!desk/|console/|app\\.ts|compose)', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/desk/' },
    },
    {
      name: 'desk-knows-no-adapter',
      severity: 'error',
      from: { path: '^backend/src/desk/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(erp|crm)/' },
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      from: { path: '^(backend|shared|extension)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/main\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|\\.build|\\.data)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
