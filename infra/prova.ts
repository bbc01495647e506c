import { synth } from "./fixture/synth.ts";
import { readFileSync } from "node:fs";
console.time("s");
const a = await synth({ controlli: true, parametri: { stage: "collaudo", dominioPubblico: "pagamenti.comune.it", certificatoPubblico: "arn:aws:acm:us-east-1:123456789012:certificate/x", dominioNodo: "nodo.comune.it", certificatoNodo: "arn:aws:acm:eu-south-1:123456789012:certificate/y", trustStoreNodo: "s3://b/k.pem", arnWebAcl: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/b", emailAllarmi: "a@b.it", urlPubblico: "https://pagamenti.comune.it" } });
console.timeEnd("s");
for (const [n, m] of a.modelli) console.log(n, Object.keys(m.Resources).length);
console.log(readFileSync(a.outdir + "/validation-report.json", "utf8").slice(0, 6000));
