/** Access tokens on request, true and false: what a test or a curious person presents to the APIs to see what happens. */
import { createHmac, createPrivateKey, createPublicKey, sign } from "node:crypto";
import * as z from "zod";
import { type ChiavePrivata, createChiave } from "./chiavi.ts";

/** Ways in which a token can be false. */
export const BUGIE = [
  "emittente",
  "destinatario",
  "scaduto",
  "futuro",
  "chiave",
  "chiaveSconosciuta",
  "senzaFirma",
  "hmac",
  "alterato",
] as const;

export const RichiestaToken = z.strictObject({
  /** `sub`: a person, an application, anybody. */
  soggetto: z.string().min(1).max(255),
  gruppi: z.array(z.string()).optional(),
  bugia: z.enum(BUGIE).optional(),
  minuti: z.number().int().min(1).max(1440).default(60),
});
type RichiestaToken = z.output<typeof RichiestaToken>;

const parte = (oggetto: object): string => Buffer.from(JSON.stringify(oggetto)).toString("base64url");

const claimsDi = ({ soggetto, gruppi, bugia, minuti }: RichiestaToken, emittente: string, destinatario: string, secondi: number) => ({
  iss: bugia === "emittente" ? "https://emittente-falso.example" : emittente,
  aud: bugia === "destinatario" ? "altro-destinatario" : destinatario,
  sub: soggetto,
  ...(gruppi && { groups: gruppi }),
  iat: bugia === "futuro" ? secondi + 3_600 : bugia === "scaduto" ? secondi - 7_200 : secondi,
  ...(bugia === "futuro" && { nbf: secondi + 3_600 }),
  exp: bugia === "scaduto" ? secondi - 3_600 : secondi + minuti * 60 + (bugia === "futuro" ? 3_600 : 0),
});

const firma = (testo: string, { bugia }: RichiestaToken, chiave: ChiavePrivata): string => {
  if (bugia === "senzaFirma") return "";
  const privata = createPrivateKey({
    key: { ...(bugia === "chiave" || bugia === "chiaveSconosciuta" ? createChiave() : chiave) },
    format: "jwk",
  });
  if (bugia !== "hmac") return sign("sha256", Buffer.from(testo), privata).toString("base64url");
  const pubblica = createPublicKey(privata).export({ type: "spki", format: "pem" });
  return createHmac("sha256", pubblica).update(testo).digest("base64url");
};

export const buildToken = (
  richiesta: RichiestaToken,
  { chiave, emittente, destinatario, secondi }: { chiave: ChiavePrivata; emittente: string; destinatario: string; secondi: number },
): string => {
  const { bugia } = richiesta;
  const alg = bugia === "senzaFirma" ? "none" : bugia === "hmac" ? "HS256" : "RS256";
  const kid = bugia === "chiaveSconosciuta" ? "mai-pubblicata" : chiave.kid;
  const claims = claimsDi(richiesta, emittente, destinatario, secondi);
  const testo = `${parte({ alg, kid, typ: "at+jwt" })}.${parte(claims)}`;
  const mostrato = bugia === "alterato" ? `${testo.split(".")[0]}.${parte({ ...claims, sub: "amministratore" })}` : testo;
  return `${mostrato}.${firma(testo, richiesta, chiave)}`;
};
