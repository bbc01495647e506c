/** What the provider says of a citizen, in the way of SPID (attributes from userinfo only, with namespaces) and in that of CIE (in the ID token too). */
import { createPrivateKey, sign } from "node:crypto";
import { type ChiavePrivata, createChiave } from "../identita/chiavi.ts";
import type { Concessione } from "./codici.ts";
import type { Cittadino } from "./persone.ts";

const EID = "https://attributes.eid.gov.it/";
const LIVELLI = { spid: "https://www.spid.gov.it/SpidL2", cie: "https://www.spid.gov.it/SpidL3" } as const;
const UN_ORA = 3_600;

/** The same person is another subject for each client: the tax code is an attribute, not a name. */
export const soggettoOf = ({ id }: Cittadino): string => `urn:sandbox:cittadino:${id}`;

export const attributiOf = ({ codiceFiscale, nome, cognome, email, nascita, azienda }: Cittadino, stile: "spid" | "cie") =>
  stile === "spid"
    ? {
        given_name: nome,
        family_name: cognome,
        birthdate: nascita,
        email,
        [`${EID}fiscal_number`]: `TINIT-${codiceFiscale}`,
        ...(azienda && {
          [`${EID}company_name`]: azienda.ragioneSociale,
          [`${EID}company_fiscal_number`]: azienda.partitaIva,
          [`${EID}vat_number`]: `VATIT-${azienda.partitaIva}`,
        }),
      }
    : { given_name: nome, family_name: cognome, birthdate: nascita, fiscal_number: codiceFiscale };

const parte = (oggetto: object): string => Buffer.from(JSON.stringify(oggetto)).toString("base64url");

export interface Firma {
  readonly emittente: string;
  readonly client: string;
  readonly chiave: ChiavePrivata;
  readonly secondi: number;
}

export const buildIdToken = ({ richiesta, persona, bugia }: Concessione, { emittente, client, chiave, secondi }: Firma): string => {
  const spostamento = bugia === "scaduto" ? -2 * UN_ORA : bugia === "futuro" ? UN_ORA : 0;
  const claims = {
    iss: bugia === "emittente" ? "https://emittente-falso.example" : emittente,
    aud: bugia === "destinatario" ? "un-altro-client" : client,
    sub: soggettoOf(persona),
    nonce: bugia === "nonce" ? "di-un-altro-accesso" : richiesta.nonce,
    acr: bugia === "livello" ? "https://www.spid.gov.it/SpidL1" : LIVELLI[richiesta.stile],
    iat: secondi + spostamento,
    exp: secondi + spostamento + UN_ORA,
    ...(richiesta.stile === "cie" && attributiOf(persona, "cie")),
  };
  const testo = `${parte({ alg: bugia === "senzaFirma" ? "none" : "RS256", kid: chiave.kid, typ: "JWT" })}.${parte(claims)}`;
  if (bugia === "senzaFirma") return `${testo}.`;
  const usata = bugia === "chiave" ? createChiave() : chiave;
  return `${testo}.${sign("sha256", Buffer.from(testo), createPrivateKey({ key: { ...usata }, format: "jwk" })).toString("base64url")}`;
};

export const buildUserinfo = ({ richiesta, persona, bugia }: Concessione) => ({
  ...{ sub: bugia === "userinfo" ? "urn:sandbox:cittadino:un-altro" : soggettoOf(persona) },
  ...attributiOf(persona, richiesta.stile),
});
