/** The write of a creditor body (reference 2.11), with what it must have to be paid through pagoPA. */
import * as z from "zod";
import { idDominio, testo } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { nullabili, scritturaSu } from "./comuni.ts";
import { connettoriEsportazione } from "./connettori-esportazione.ts";
import { campiFacoltativi, campoLogo, RegoleCaricamento } from "./domini-lettura.ts";

type Regola = readonly [
  campo: "gln" | "stazione" | "auxDigit" | "segregationCode" | "cbill" | "iuvPrefix" | "altreStazioni",
  messaggio: string,
];

const SOLO_BENEFICIARIO = ["gln", "cbill", "auxDigit", "segregationCode", "iuvPrefix", "stazione", "altreStazioni"] as const;
const PER_INTERMEDIATO = ["gln", "stazione", "auxDigit"] as const;

/** pagoPA has not given it a station yet; without one, only numbers that do not name a station can be made. */
const perProva = (auxDigit: unknown): readonly (typeof PER_INTERMEDIATO)[number][] =>
  auxDigit === "0" ? ["stazione", "auxDigit"] : ["auxDigit"];

const violazioni = (
  dominio: { readonly intermediato?: boolean | null | undefined; readonly inProva?: boolean | null | undefined } & {
    readonly [K in Regola[0]]?: string | readonly string[] | null | undefined;
  },
): Regola[] => {
  if (dominio.intermediato === false) {
    return SOLO_BENEFICIARIO.flatMap((campo): Regola[] =>
      dominio[campo] == null ? [] : [[campo, "non ammesso per un dominio non intermediato"]],
    );
  }
  const obbligatori = dominio.inProva === true ? perProva(dominio.auxDigit) : PER_INTERMEDIATO;
  const mancanti = obbligatori.flatMap((campo): Regola[] =>
    dominio[campo] == null ? [[campo, "obbligatorio per un dominio intermediato"]] : [],
  );
  const senzaCodice = dominio.auxDigit === "3" && dominio.segregationCode == null;
  return senzaCodice ? [...mancanti, ["segregationCode", "obbligatorio con auxDigit 3"]] : mancanti;
};

export const DominioPost = z
  .strictObject({
    ragioneSociale: testo(70),
    intermediato: z.boolean().nullish().describe("Assente = true; false = solo beneficiario di voci altrui"),
    ...nullabili({ ...campiFacoltativi, logo: campoLogo, ...connettoriEsportazione }),
    scaricaFr: z.boolean().describe("Se i flussi di rendicontazione vanno acquisiti"),
    regoleCaricamento: RegoleCaricamento.nullish(),
    inProva: z
      .boolean()
      .nullish()
      .describe(
        "true solo alla nascita: pagamenti simulati, nulla arriva a pagoPA; false = messa in esercizio, senza ritorno; assente = com'è",
      ),
    abilitato: z.boolean(),
  })
  .superRefine((dominio, contesto) => {
    for (const [campo, message] of violazioni(dominio)) contesto.addIssue({ code: "custom", path: [campo], message });
  })
  .meta({ id: "DominioPost" });

export const addDominio = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addDominio",
  path: "/domini/{idDominio}",
  summary: "Aggiunge o aggiorna un dominio",
  description:
    "Un dominio intermediato deve avere gln, auxDigit e una stazione già registrata; con auxDigit 3 anche segregationCode. Un dominio in prova (inProva) può non avere ancora gln e stazione.",
  risorsa: "domini",
  params: z.strictObject({ idDominio }),
  body: DominioPost,
  errors: ["NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});
