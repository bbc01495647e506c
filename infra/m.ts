import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { buildPacchetto } from "/work/main/infra/bundle/bundle.ts";
import { writeFileSync, mkdirSync } from "node:fs";
mkdirSync("/work/main/.local/m/src", { recursive: true });
const W = (n: string, s: string) => { writeFileSync(`/work/main/.local/m/src/${n}.ts`, s); return { modulo: n, entry: `.local/m/src/${n}.ts` }; };
const ddb = 'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));export const h=()=>client;';
const singles: [string, string, boolean][] = [["vuotoStock", ddb, true],["zod", `import * as z from "zod";export const h=()=>z.string();`, false],["zodStr", `import * as z from "zod";export const h=[...Array(1)].map(()=>z.string().max(35).regex(/a/));`, false],["zod100str", `import * as z from "zod";export const h=[...Array(100)].map(()=>z.string().max(35));`, false],["zod20obj", `import * as z from "zod";export const h=[...Array(20)].map(()=>z.strictObject({a:z.string().max(35),b:z.string().optional(),c:z.number().int(),d:z.enum(["a","b"]),e:z.string()}));`, false],
];
const env = { PATH: process.env.PATH, AWS_REGION: "eu-south-1", AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b", FIORINO_STAGE: "locale", FIORINO_CHIAVE_CREDENZIALI: "x".repeat(32) };
const run = (f: string) => Number(execFileSync(process.execPath, ["/work/main/local/tools/cold-import.mjs", pathToFileURL(f).href], { env, encoding: "utf8" }));
const targets: [string, string][] = [];
for (const [n, s, stock] of singles) { const v = W(n, s); const { cartella } = await buildPacchetto([v], "/work/main", `/work/main/.local/m/${n}`, stock ? {} : undefined); targets.push([n, `${cartella}/${n}.mjs`]); }
for (const e of process.argv.slice(2)) { const n = e.replace(/[\/.]/g, "_"); const { cartella } = await buildPacchetto([{ modulo: "x", entry: e }], "/work/main", `/work/main/.local/m/${n}`); targets.push([e, `${cartella}/x.mjs`]); }
const res = new Map<string, number[]>();
for (let i = 0; i < 5; i++) for (const [n, f] of targets) res.set(n, [...(res.get(n) ?? []), run(f)]);
for (const [n, v] of res) console.log(n.padEnd(50), v.sort((a, b) => a - b).map((x) => x.toFixed(0)).join(" "));
