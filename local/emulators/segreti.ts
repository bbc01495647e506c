/**
 * AWS Secrets Manager on a loopback port, as far as an installation uses it: secrets are created, replaced and read. They stay in the state folder, so that a
 * key rotated by hand is found again after a restart.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { asObject, asText } from "../assembly/json.ts";
import { readJsonFile, writeAtomically } from "../runner/state-dir.ts";
import { type Loopback, readText, startLoopback } from "./loopback.ts";

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const BODY_LIMIT = 100_000;

const fault = (status: number, type: string, message: string): Answer => ({ status, body: { __type: type, message } });

/** The operations of the API on the secrets by name; `save` is called after a change. */
export function answerSecrets(secrets: Map<string, string>, target: string, body: string, save: () => void): Answer {
  let request: ReturnType<typeof asObject>;
  try {
    request = asObject(JSON.parse(body));
  } catch {
    return fault(400, "SerializationException", "corpo non JSON");
  }
  const operation = target.split(".").at(-1) ?? "";
  const name = asText(request.SecretId) ?? asText(request.Name) ?? "";
  const value = asText(request.SecretString);
  const isKnown = secrets.has(name);
  switch (operation) {
    case "GetSecretValue":
      if (!isKnown) return fault(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
      return { status: 200, body: { Name: name, SecretString: secrets.get(name), VersionStages: ["AWSCURRENT"] } };
    case "CreateSecret":
      if (isKnown) return fault(400, "ResourceExistsException", `esiste già: ${name}`);
      break;
    case "PutSecretValue":
      if (!isKnown) return fault(400, "ResourceNotFoundException", `non esiste: ${name}`);
      break;
    default:
      return fault(400, "UnknownOperationException", operation);
  }
  if (name === "" || value === undefined) return fault(400, "InvalidRequestException", "Name e SecretString sono obbligatori");
  secrets.set(name, value);
  save();
  return { status: 200, body: { Name: name } };
}

/** `initial`: secrets that an installation is born with; what was changed since then wins. */
export async function startSecrets(stateDir: string, initial: Readonly<Record<string, string>>): Promise<Loopback> {
  const file = join(stateDir, "segreti.json");
  const stored = Object.entries(asObject(readJsonFile(file))).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const secrets = new Map([...Object.entries(initial), ...stored]);
  const save = (): void => writeAtomically(file, JSON.stringify(Object.fromEntries(secrets)));
  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { status, body } = answerSecrets(secrets, String(req.headers["x-amz-target"] ?? ""), await readText(req, BODY_LIMIT), save);
    res.writeHead(status, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(body));
  };
  return startLoopback(handle);
}
