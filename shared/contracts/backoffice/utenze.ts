/** What applications and operators have in common (reference 2.14): password, scope, rights. */
import * as z from "zod";
import { idDominio, identificativo35, idTipoPendenza, password } from "../comuni/campi.ts";
import { Acl } from "../comuni/profilo.ts";
import { nullabili } from "./comuni.ts";

const MASSIMO_AMBITO = 2_000;

const dominioAutorizzato = z.union(
  [
    z.literal("*"),
    idDominio,
    z.strictObject({ idDominio: z.union([z.literal("*"), idDominio]), unitaOperative: z.array(identificativo35).max(200).nullish() }),
  ],
  { error: 'atteso "*", un idDominio di 11 cifre o un oggetto con idDominio e unitaOperative' },
);

export const campiUtenzaPost = {
  password: password.nullish().describe("Solo in scrittura; assente = resta quella registrata"),
  ...nullabili({
    domini: z.array(dominioAutorizzato).max(MASSIMO_AMBITO).describe('"*" = tutti; elenco vuoto o assente = nessuno'),
    acl: z.array(Acl).max(50),
    ruoli: z.array(z.string().regex(/^[a-zA-Z0-9\-_]{1,255}$/, "ammessi da 1 a 255 caratteri tra lettere, cifre, - e _")).max(50),
    abilitato: z.boolean().describe("Assente = true"),
  }),
};

export const tipoPendenzaAutorizzato = z.union([z.literal("*"), idTipoPendenza], { error: 'atteso "*" o un idTipoPendenza' });
export const elencoTipi = z.array(tipoPendenzaAutorizzato).max(MASSIMO_AMBITO).nullish();

export const campiUtenza = {
  principal: z.string(),
  password: z.boolean().describe("Se è stata assegnata una password"),
  domini: z.array(
    z.strictObject({
      idDominio: z.string(),
      ragioneSociale: z.string(),
      unitaOperative: z.array(z.strictObject({ idUnita: z.string(), ragioneSociale: z.string() })).optional(),
    }),
  ),
  tipiPendenza: z.array(z.strictObject({ idTipoPendenza: z.string(), descrizione: z.string() })),
  acl: z.array(Acl),
  ruoli: z.array(z.strictObject({ id: z.string(), acl: z.array(Acl) })),
  abilitato: z.boolean(),
};
