/** The registry as a portal shows it (reference 1.4, rows 15-17): what is public of the creditors, and the debt types with a form for citizens. */
import * as z from "zod";
import { parametriElenco, recapiti } from "../backoffice/comuni.ts";
import { idDominio, identificativo35, idTipoPendenza, libero } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;

/** Public contacts of a creditor or of a unit. */
const recapitiPubblici = z.object(recapiti).partial().shape;

export const DominioPortale = z
  .strictObject({
    idDominio,
    ragioneSociale: z.string(),
    ...recapitiPubblici,
    gln: opz(z.string()),
    cbill: opz(z.string()),
    logo: opz(z.string()).meta({ description: "Immagine in base64; in elenco solo se chiesta con campi" }),
  })
  .meta({ id: "DominioPortale" });

export const UnitaOperativaPortale = z
  .strictObject({ idUnita: identificativo35, ragioneSociale: z.string(), ...recapitiPubblici })
  .meta({ id: "UnitaOperativaPortale" });

const definizione = z.union([z.string(), libero]);

export const TipoPendenzaPortale = z
  .strictObject({
    idTipoPendenza,
    descrizione: z.string(),
    gruppo: opz(z.string()),
    pagaTerzi: z.boolean().meta({ description: "Pagabile anche da chi non è il debitore" }),
    form: opz(
      z.strictObject({ tipo: z.string(), definizione, impaginazione: opz(definizione) }).meta({ description: "Come è stata configurata" }),
    ),
    formDescritta: opz(libero).meta({
      description: "Di una form di Fiorino: campi, etichette, condizioni, calcoli, informativa, pronti da disegnare (docs/form.md)",
    }),
    validazione: opz(definizione).meta({ description: "JSON Schema dei dati, che il server verifica comunque" }),
    visualizzazione: opz(definizione).meta({ description: "Come mostrare datiAllegati e proprieta" }),
  })
  .meta({ id: "TipoPendenzaPortale" });

export const letturaPortale = {
  api: "pagamento",
  method: "GET",
  risorsa: "domini-pubblici",
  auth: ["applicazione", "cittadino", "anonimo"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
  capacita: ["anagrafiche:read"],
  peso: "lettura",
} as const;

export const parametriDomini = parametriElenco(DominioPortale, ["ragioneSociale", "idDominio"], "ragioneSociale");

export const findDomini = defineOperation({
  ...letturaPortale,
  id: "findDomini",
  path: "/domini",
  summary: "Elenco dei domini che il portale può mostrare",
  description: "Quelli abilitati; un'applicazione vede i propri. Il logo è nell'elenco solo se compare in campi.",
  query: z.strictObject(parametriDomini),
  responses: { 200: listaPaginata(DominioPortale.partial()) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const findTipiPendenza = defineOperation({
  ...letturaPortale,
  id: "findTipiPendenza",
  path: "/domini/{idDominio}/tipiPendenza",
  summary: "Tipi di pendenza che il dominio offre ai cittadini, con la loro form, in ordine di descrizione",
  description: "Quelli abilitati con portalePagamento abilitato, sul dominio o sul tipo comune. Non è paginato.",
  params: z.strictObject({ idDominio }),
  query: z.strictObject({
    descrizione: opz(z.string().min(1).max(255)).meta({ description: "Parte della descrizione, in qualunque carattere" }),
    gruppo: opz(z.string().min(1).max(255)),
    lingua: opz(z.enum(["it", "en", "de", "fr", "sl"])).meta({ description: "Dei testi di formDescritta; assente = tutte quelle che ha" }),
  }),
  responses: { 200: z.strictObject({ risultati: z.array(TipoPendenzaPortale) }) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

export const parametriUnita = parametriElenco(UnitaOperativaPortale, ["ragioneSociale", "idUnita"], "ragioneSociale");

export const findUnitaOperative = defineOperation({
  ...letturaPortale,
  id: "findUnitaOperative",
  path: "/domini/{idDominio}/unitaOperative",
  summary: "Elenco delle unità operative di un dominio",
  params: z.strictObject({ idDominio }),
  query: z.strictObject(parametriUnita),
  responses: { 200: listaPaginata(UnitaOperativaPortale.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});
