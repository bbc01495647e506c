/** The web ACL of CloudFront lives in us-east-1 whatever the region of the rest: a stack of its own, whose output becomes the parameter `arnWebAcl`. */
import { CfnOutput, Stack } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { nomeRisorsa, nomeStack } from "../installazione.ts";
import type { Parametri } from "../parametri.ts";

/** Requests in five minutes from one address: a vertical that loads debts in bulk stays far below it. */
const RICHIESTE_PER_INDIRIZZO = 10_000;

const misura = (nome: string) => ({ cloudWatchMetricsEnabled: true, metricName: nome, sampledRequestsEnabled: true });

const gruppoAws = (nome: string, priority: number, daContare: readonly string[] = []) => ({
  name: nome,
  priority,
  overrideAction: { none: {} },
  visibilityConfig: misura(nome),
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name: nome,
      ruleActionOverrides: daContare.map((name) => ({ name, actionToUse: { count: {} } })),
    },
  },
});

export class WafStack extends Stack {
  constructor(scope: Construct, { stage }: Parametri) {
    super(scope, nomeStack(stage, "waf"), { env: { region: "us-east-1" }, description: "Fiorino: protezione di CloudFront" });
    const acl = new CfnWebACL(this, "WebAcl", {
      name: nomeRisorsa(stage, "web"),
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: misura(nomeRisorsa(stage, "web")),
      rules: [
        {
          name: "frequenza",
          priority: 0,
          // In the words of the API: who comes back after the window is served.
          action: { block: { customResponse: { responseCode: 429, responseHeaders: [{ name: "Retry-After", value: "300" }] } } },
          visibilityConfig: misura("frequenza"),
          statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: RICHIESTE_PER_INDIRIZZO } },
        },
        gruppoAws("AWSManagedRulesAmazonIpReputationList", 1),
        gruppoAws("AWSManagedRulesKnownBadInputsRuleSet", 2),
        // Pendenze and tracciati are longer than 8 kB, and the API answers oversize bodies itself with its own 413.
        gruppoAws("AWSManagedRulesCommonRuleSet", 3, ["SizeRestrictions_BODY"]),
      ],
    });
    new CfnOutput(this, "ArnWebAcl", { value: acl.attrArn, description: "Valore del parametro arnWebAcl" });
  }
}
