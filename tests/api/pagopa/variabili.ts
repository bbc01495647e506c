/** Environment of the functions under test: imported before anything that reads the configuration. */
Object.assign(process.env, { FIORINO_STAGE: "prova", FIORINO_LOG_LEVEL: "ERROR", POWERTOOLS_METRICS_DISABLED: "true" });
