/** PATCH of rights: the paths of GovPay (reference 1.11 rows 46, 50, 92), in its form `[{op, path, value}]`; any other path is refused by name. */
import * as z from "zod";
import { idDominio, identificativo35, password } from "../comuni/campi.ts";
import { SERVIZI_ACL } from "../operation.ts";
import { tipoPendenzaAutorizzato } from "./utenze.ts";

const op = z.enum(["ADD", "DELETE"], { error: "op: ammessi ADD e DELETE" });
const MASSIMO = 100;

/** Two persons are wanted: nothing has changed yet. */
export const inApprovazione = z
  .undefined()
  .describe("Aspetta l'approvazione di un'altra persona: Location è la richiesta (GET /approvazioni/{id})");

export const VariazioneAcl = z
  .strictObject({
    op,
    path: z.literal("/acl", { error: "path: ammesso /acl" }),
    value: z.strictObject({
      servizio: z.enum(SERVIZI_ACL),
      autorizzazioni: z
        .array(z.enum(["R", "W"]))
        .max(2)
        .optional(),
    }),
  })
  .refine(({ op: operazione, value }) => operazione === "DELETE" || (value.autorizzazioni ?? []).length > 0, {
    path: ["value", "autorizzazioni"],
    error: "obbligatorie con ADD",
  })
  .describe("ADD unisce i diritti a quelli già dati sul servizio; DELETE toglie quelli indicati, o tutti se non ce ne sono");

const valoreDominio = z.union(
  [z.literal("*"), idDominio, z.strictObject({ idDominio, unitaOperative: z.array(identificativo35).max(200).nullish() })],
  { error: 'atteso "*", un idDominio di 11 cifre o un oggetto con idDominio e unitaOperative' },
);

const Dominio = z
  .strictObject({ op, path: z.literal("/domini"), value: valoreDominio })
  .describe("Con unitaOperative, ADD e DELETE riguardano quelle; tolta l'ultima, si toglie il dominio");

const Password = z
  .strictObject({
    op: z.enum(["ADD", "REPLACE"], { error: "op: per /password ammessi ADD e REPLACE" }),
    path: z.literal("/password"),
    value: password,
  })
  .describe("Una password si sostituisce, non si toglie: l'utenza si disabilita");

const error = "path: ammessi /acl, /domini, /tipiPendenza e /password";

export const VariazioniOperatore = z
  .array(
    z.discriminatedUnion(
      "path",
      [VariazioneAcl, Dominio, z.strictObject({ op, path: z.literal("/tipiPendenza"), value: tipoPendenzaAutorizzato }), Password],
      { error },
    ),
  )
  .min(1)
  .max(MASSIMO)
  .meta({ id: "VariazioniOperatore" });

export const VariazioniApplicazione = z
  .array(
    z.discriminatedUnion(
      "path",
      [
        VariazioneAcl,
        Dominio,
        z
          .strictObject({
            op,
            path: z.literal("/tipiPendenza"),
            value: z.union([z.literal("autodeterminazione"), tipoPendenzaAutorizzato]),
          })
          .describe("autodeterminazione = può indicare nelle voci i conti di accredito"),
        Password,
      ],
      { error },
    ),
  )
  .min(1)
  .max(MASSIMO)
  .meta({ id: "VariazioniApplicazione" });
