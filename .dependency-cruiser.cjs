/**
 * The dependency rule, one helper call per layer: functions → runtime → usecases → ports ← adapters; domain below all, contracts beside all,
 * infra sees only contracts. Whatever a layer does not list is forbidden to it. Run by `npm test` and `npm run lint`.
 */

/** Tests, suites and test support may reach further than the layer they stand beside. */
const TESTS = "(\\.test\\.ts$|\\.suite\\.ts$|/prove/)";

/** `layer` may import what `allowed` matches, and nothing else of ours, of npm or of Node. */
const layer = (name, layerPath, allowed, except = []) => ({
  name,
  severity: "error",
  comment: `${layerPath} may import only: ${allowed.join(", ") || "itself"}`,
  from: { path: layerPath, pathNot: [TESTS, ...except] },
  to: { pathNot: [layerPath, ...allowed] },
});

const NODE = "^(node:)?(buffer|crypto|dns|zlib|path|url|fs|http|https|stream|util|events|module|tls|net|timers|async_hooks)";
const npm = (...packages) => `node_modules/(${packages.join("|")})/`;

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-undeclared-packages",
      severity: "error",
      comment: "a package that is only somebody else's dependency may vanish",
      from: { pathNot: "^local/fixtures/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "product-uses-production-dependencies",
      severity: "error",
      from: { path: "^(functions|shared)/", pathNot: TESTS },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },

    layer("domain-imports-nothing", "^shared/domain/", []),
    layer("ports-know-domain", "^shared/ports/", ["^shared/domain/"]),
    layer("usecases-know-domain-and-ports", "^shared/usecases/", ["^shared/(domain|ports)/"]),
    layer("contracts-are-data-and-zod", "^shared/contracts/", [npm("zod")]),
    layer("presenters-know-domain-ports-contracts", "^shared/presenters/", ["^shared/(domain|ports|contracts)/", npm("zod")]),
    {
      name: "presenters-parse-nothing",
      severity: "error",
      comment: "zod only as a type (z.output of a contract): what a presenter receives has been parsed",
      from: { path: "^shared/presenters/", pathNot: TESTS },
      to: { path: npm("zod"), dependencyTypesNot: ["type-only"] },
    },
    layer("adapters-know-domain-ports-tables", "^shared/adapters/", [
      "^shared/(domain|ports)/",
      "^shared/contracts/(tables|queues)\\.ts$",
      "node_modules/",
      NODE,
    ]),
    layer("runtime-knows-the-inside", "^shared/runtime/", [
      "^shared/(domain|ports|usecases|contracts|presenters|adapters)/",
      npm("zod", "@middy", "@aws-lambda-powertools", "@types/aws-lambda", "@aws-sdk", "fast-xml-parser", "saxes"),
      NODE,
    ]),
    layer("functions-are-wiring", "^functions/", ["^shared/(runtime|contracts|presenters|usecases|domain)/"]),
    layer(
      "infra-sees-only-contracts",
      "^infra/",
      ["^shared/contracts/", "node_modules/", NODE, "^(node:)?(child_process|os|process)$"],
      ["^infra/fixture/"],
    ),

    {
      name: "only-wiring-builds-adapters",
      severity: "error",
      comment: "who composes is one place: wiring; authentication needs the password hash, the only other technology of the runtime",
      from: { path: "^shared/runtime/", pathNot: [TESTS, "^shared/runtime/(wiring|autenticazione)/"] },
      to: { path: "^shared/adapters/" },
    },
    {
      name: "entries-never-import-the-registry",
      severity: "error",
      comment: "a function imports its own contract: the registry would bring ninety of them into its bundle",
      from: { path: "^(functions|shared)/", pathNot: [TESTS, "^shared/contracts/index\\.ts$"] },
      to: { path: "^shared/contracts/index\\.ts$" },
    },
    {
      name: "one-technology-per-adapter",
      severity: "error",
      comment: "only the adapters of a technology import its client",
      from: { path: "^shared/", pathNot: ["^shared/adapters/", "^shared/runtime/wiring/", TESTS] },
      to: { path: npm("@aws-sdk", "pdfkit", "qrcode", "soap") },
    },
    {
      name: "product-never-imports-tools",
      severity: "error",
      from: { path: "^(functions|shared)/", pathNot: TESTS },
      to: { path: "^(infra|local|tests|bench|web|events)/" },
    },
    {
      name: "runner-executes-the-assembly",
      severity: "error",
      comment: "the runner knows functions only through the synthesized templates; the sandbox speaks to the gateway over HTTP",
      from: { path: "^local/(runner|assembly|emulators|sandbox)/", pathNot: TESTS },
      to: { path: "^functions/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "senza-woff2 is the bundler's replacement for a part of pdfkit's font library that nobody uses",
      from: { orphan: true, path: "^shared/", pathNot: [TESTS, "^shared/adapters/pdf/senza-woff2\\.ts$"] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(cdk\\.out|\\.local|local/fixtures|infra/fixture)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
