/** The CDK application, the same for what is deployed and for what the tests look at. */
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";

export interface OpzioniApp {
  readonly outdir: string;
  /** The review of cdk-nag. */
  readonly controlli: boolean;
  /** CloudFormation's own validation of the templates, slow: only where they are looked at. */
  readonly validazione: boolean;
}

export const createApp = ({ outdir, controlli, validazione }: OpzioniApp): App => {
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    builtinCloudFormationValidation: validazione,
    context: { "@aws-cdk/core:defaultCrossStackReferences": "strong" },
  });
  if (controlli) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};
