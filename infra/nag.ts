/** Acknowledgements of cdk-nag, each with its reason: a finding that nobody explained stops the synthesis. */
import { Aws, Validations } from "aws-cdk-lib";
import type { Construct } from "constructs";

/** Accepts a rule of AwsSolutions on one construct, for the reason given (Italian, for who reviews the installation). */
export function acknowledge(construct: Construct, regola: string, motivo: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${regola}`, reason: motivo });
}

/**
 * Accepts the wildcards of a role, one finding per resource as cdk-nag 3 wants.
 * The resources are ARNs as cdk-nag prints them, with `<AWS::Region>` and the like; `arnOf` makes of the same text the ARN of the statement.
 */
export function acknowledgeJolly(construct: Construct, risorse: Readonly<Record<string, string>>): void {
  for (const [risorsa, motivo] of Object.entries(risorse)) acknowledge(construct, `IAM5[Resource::${risorsa}]`, motivo);
}

const PSEUDO: Readonly<Record<string, string>> = {
  "<AWS::Partition>": Aws.PARTITION,
  "<AWS::Region>": Aws.REGION,
  "<AWS::AccountId>": Aws.ACCOUNT_ID,
};

/** From an ARN with `<AWS::...>` placeholders to the one that CloudFormation resolves. */
export const arnOf = (modello: string): string => modello.replaceAll(/<AWS::\w+>/g, (segnaposto) => PSEUDO[segnaposto] ?? segnaposto);
