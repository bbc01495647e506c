/** Lists of the registry have a weak entity tag, made from what they answer: who keeps one sees in a header whether something changed. */
import { createHash } from "node:crypto";
import type { Operazione } from "../../contracts/operation.ts";

/** Details carry their own, strong: the version to send back as If-Match. */
export const etagOf = ({ method, acl }: Operazione, body: string | undefined): Readonly<Record<string, string>> =>
  method === "GET" && body !== undefined && acl?.servizi.some((servizio) => servizio.startsWith("Anagrafica"))
    ? { etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"` }
    : {};
