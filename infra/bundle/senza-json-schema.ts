/**
 * Takes the place, in the bundles, of the part of zod that turns a schema into JSON Schema: documents are generated while building
 * (infra/openapi), never by a function. The names are those that zod's own files import from it.
 */
const assente = (): never => {
  throw new Error("JSON Schema non è disponibile nelle funzioni: i documenti si generano con npm run docs");
};

export {
  assente as aggregateChecks,
  assente as allProcessors,
  assente as createStandardJSONSchemaMethod,
  assente as createToJSONSchemaMethod,
  assente as extractDefs,
  assente as finalize,
  assente as fromJSONSchema,
  assente as handleUnrepresentable,
  assente as initializeContext,
  assente as process,
  assente as processSchema,
  assente as toJSONSchema,
};
