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
      from: { path: '^backend/src/', pathNot: '^backend/src/(erp|crm)/[^/]+/(conformance|[^/]+\\.test)\\.ts$' },
      to: { path: '^(extension|test)/' },
    },
    {
      name: 'demo-erp-is-only-a-server',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: '\\.test\\.ts$|^backend/src/erp/[^/]+/conformance\\.ts$' },
      to: { path: '^backend/demo-erp/' },
    },
    {
      name: 'cards-know-no-backend',
      severity: 'error',
      from: { path: '^extension/(hubspot|panels|embed)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^backend/' },
    },
    {
      name: 'panels-know-no-surface',
      severity: 'error',
      from: { path: '^extension/panels/' },
      to: { path: '^extension/(hubspot|playground|embed)/' },
    },
    {
      name: 'hosts-are-reached-by-their-name',
      comment: 'What the frame shows knows no CRM; the page loads the host that its path names.',
      severity: 'error',
      from: { path: '^extension/embed/src/', pathNot: '^extension/embed/src/hosts/' },
      to: { path: '^extension/embed/src/hosts/' },
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
      name: 'crm-adapter-knows-the-contract-only',
      comment:
        'A CRM is one folder: client, proof of the caller, door, record, write-back. No other CRM, and nothing of the backend but its ports and what reaches an ERP of the same vendor.',
      severity: 'error',
      from: {
        path: '^backend/src/crm/(?!contract|kit|conformance)([^/]+)/',
        pathNot: '(\\.test|/conformance)\\.ts$',
      },
      to: {
        path: '^backend/src/',
        pathNot:
          '^backend/src/(crm/(contract|kit|$1)/|erp/(transport/|contract/(errors|ports)\\.ts)|access/caller\\.ts|problems/|monitoring/log\\.ts)',
      },
    },
    {
      name: 'crm-kit-knows-no-adapter',
      severity: 'error',
      from: { path: '^backend/src/crm/(contract|kit)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^backend/src/',
        pathNot:
          '^backend/src/(crm/(contract|kit)/|erp/contract/ports\\.ts|access/|problems/|store/|monitoring/log\\.ts)',
      },
    },
    {
      name: 'adapters-are-reached-by-registry',
      comment: 'Adding an ERP or a CRM touches its folder and one line of the registry.',
      severity: 'error',
      from: { path: '^backend/src/(?!(erp|crm)/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(erp|crm)/(?!contract|kit|conformance|transport)[^/]+/' },
    },
    {
      name: 'deals-know-no-flow-and-no-adapter',
      severity: 'error',
      from: { path: '^backend/src/deals/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(?!(deals|accounts|submissions|problems|crm/contract)/)' },
    },
    {
      name: 'submissions-know-no-flow',
      severity: 'error',
      from: { path: '^backend/src/submissions/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(flows|api)/' },
    },
    {
      name: 'flows-know-no-feed',
      comment: 'Feeds read as flows do, and nothing that a person waits for waits for them.',
      severity: 'error',
      from: { path: '^backend/src/(flows|submissions|erp|crm|jobs|deals|cache)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/feeds/' },
    },
    {
      name: 'load-tests-know-the-erp-only',
      comment: 'A load test measures the ERP through its adapter; it knows no flow and no CRM.',
      severity: 'error',
      from: { path: '^backend/src/load/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(?!(load|erp/contract|jobs|store|problems)/)' },
    },
    {
      name: 'jobs-stand-on-the-store',
      comment: 'Claims, leases and lanes know no kind of job.',
      severity: 'error',
      from: { path: '^backend/src/jobs/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(?!jobs/|store/)' },
    },
    {
      name: 'api-and-console-are-surfaces',
      comment: 'Nothing stands on them but the wiring; what both need of HTTP (errors, guards, limits) is in api.',
      severity: 'error',
      from: { path: '^backend/src/(?!(api|console)/|[^/]+\\.ts$)', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(api|console)/' },
    },
    {
      name: 'api-knows-no-console',
      severity: 'error',
      from: { path: '^backend/src/api/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/console/' },
    },
    {
      name: 'surfaces-know-no-adapter',
      comment: 'They reach ERP and CRM through flows and the engine only.',
      severity: 'error',
      from: { path: '^backend/src/(api|console)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(erp|crm)/(?!contract/|transport/)' },
    },
    {
      name: 'accounts-know-no-flow',
      severity: 'error',
      from: { path: '^backend/src/accounts/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(flows|api|console)/' },
    },
    {
      name: 'what-all-stand-on-knows-nothing-above',
      severity: 'error',
      from: { path: '^backend/src/(store|cache|access|problems|monitoring|resilience)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/(flows|api|console|submissions|reconciliation|accounts)/' },
    },
    {
      name: 'wiring-is-imported-by-wiring',
      comment: 'main.ts, compose.ts and its parts know every module; no module knows them.',
      severity: 'error',
      from: { path: '^backend/src/[^/]+/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/[^/]+\\.ts$' },
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
