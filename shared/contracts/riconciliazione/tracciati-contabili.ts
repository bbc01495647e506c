/**
 * Layouts towards accounting products, as data: in place of GovPay's connectors (reference 2.16), each of which is a program. Columns are constants and named sources:
 * no expression is ever run.
 */
import * as z from "zod";
import { email, giorno, idA2A, idDominio, identificativo35, idTipoPendenza } from "../comuni/campi.ts";
import { listaPaginata, parametriPagina } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { GRUPPI } from "./accertamenti.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const intero = z.number().int();
const modello = (forma: RegExp, error: string) => z.string().regex(forma, error);

export const FONTI_TRACCIATO = [
  ...(["idDominio", "iuv", "iur", "indice", "importo", "commissioni", "data", "stato", "tipo", "idRiconciliazione"] as const).map(
    (campo) => `riscossione.${campo}` as const,
  ),
  ...(
    [
      ...(["idA2A", "idPendenza", "idTipoPendenza", "idUnitaOperativa", "direzione", "divisione", "tassonomia", "numeroAvviso"] as const),
      ...(["importo", "dataCaricamento"] as const),
      ...(["causale", "nome", "annoRiferimento", "dataScadenza", "cartellaPagamento", "idDocumento", "rata", "datiAllegati"] as const),
    ] as const
  ).map((campo) => `pendenza.${campo}` as const),
  ...(["tipo", "identificativo", "anagrafica", "indirizzo", "civico", "cap", "localita", "provincia", "nazione", "email"] as const).map(
    (campo) => `debitore.${campo}` as const,
  ),
  ...(["idVocePendenza", "descrizione", "idEntrata", "datiAllegati", "contabilita", "bilancio"] as const).map(
    (campo) => `voce.${campo}` as const,
  ),
  ...(["importo", "capitolo", "annoEsercizio", "accertamento", "titolo", "tipologia", "categoria", "articolo"] as const).map(
    (campo) => `quota.${campo}` as const,
  ),
  ...(
    [
      ...(["idFlusso", "idPsp", "ragioneSocialePsp", "data", "trn", "dataRegolamento"] as const),
      ...(["bicRiversamento", "numeroPagamenti", "importoTotale", "idMittente"] as const),
    ] as const
  ).map((campo) => `flusso.${campo}` as const),
  ...(["iuv", "iur", "indice", "importo", "esito", "data", "stato"] as const).map((campo) => `rendicontazione.${campo}` as const),
  "mypivot.tipoDovuto",
  ...(["codiceServizio", "descrizioneServizio", "codiceDebito", "livelloContabile", "codificaContabile"] as const).map(
    (campo) => `hypersic.${campo}` as const,
  ),
  ...(["codiceIstituto", "codiceCliente", "tipoFlusso", "rata", "riferimentoCreditore"] as const).map((campo) => `secim.${campo}` as const),
  ...([...GRUPPI, "quote", "pagato", "rendicontato", "incassato"] as const).map((campo) => `accertamento.${campo}` as const),
  "riga.numero",
  ...(["idDominio", "ragioneSociale", "da", "a", "creato", "righe", "importo"] as const).map((campo) => `file.${campo}` as const),
] as const;

const breve = modello(/^[^\p{Cc}]{1,120}$/u, "ammessi da 1 a 120 caratteri, senza caratteri di controllo");
const valore = modello(/^[^\p{Cc}]{0,255}$/u, "ammessi al massimo 255 caratteri, senza caratteri di controllo");

const Parte = z
  .union([
    z.strictObject({
      fonte: z.enum(FONTI_TRACCIATO, { error: "fonte ignota" }),
      formato: opz(
        z.enum([
          ...(["PUNTO", "VIRGOLA", "CENTESIMI"] as const),
          ...(["AAAA-MM-GG", "GG/MM/AAAA", "GG-MM-AAAA", "AAAAMMGG", "GGMMAAAA", "AAAA-MM-GG hh:mm:ss"] as const),
          "AAAA-MM-GGThh:mm:ss.SSS",
        ]),
      ).meta({ description: "Degli importi (PUNTO se assente) e delle date (AAAA-MM-GG se assente), a Roma" }),
      numeroQuota: opz(intero.min(1).max(10)),
    }),
    z.strictObject({ costante: valore }),
  ])
  .meta({ id: "ParteCampoTracciato" });

const Campo = z
  .strictObject({
    nome: breve,
    parti: z.array(Parte).max(10, "ammesse al massimo 10 parti").meta({ description: "Scritte una dopo l'altra; nessuna = vuoto" }),
    lunghezza: opz(intero.min(1).max(2000)).meta({
      description: "In caratteri. Un testo più lungo si taglia; un numero no: il file non si fa",
    }),
    allineamento: opz(z.enum(["SINISTRA", "DESTRA"])),
    riempimento: opz(z.enum([" ", "0"])),
    tabella: opz(z.record(valore, valore))
      .check(z.refine((tabella) => tabella === undefined || Object.keys(tabella).length <= 100, "ammessi al massimo 100 valori"))
      .meta({ description: "Che cosa scrivere al posto di un valore" }),
    seVuoto: opz(valore),
  })
  .meta({ id: "CampoTracciato" });

const campi = z.array(Campo).min(1).max(200, "ammessi al massimo 200 campi");
const nomeXml = modello(/^[A-Za-z_][\w.-]{0,63}$/, "non è il nome di un elemento XML");

export const LayoutTracciato = z
  .strictObject({
    sorgente: z.enum(["RISCOSSIONI", "QUOTE", "ACCERTAMENTI", "RENDICONTAZIONI"]).meta({
      description:
        "Una riga per riscossione, per quota contabile di ogni riscossione, per totale del periodo, o per riga dei flussi in vigore arrivati nel periodo",
    }),
    formato: z.enum(["CSV", "FISSO", "JSON", "XML"]),
    codifica: z.enum(["UTF-8", "ISO-8859-1"]).default("UTF-8"),
    fineRiga: z.enum(["CRLF", "LF"]).default("CRLF"),
    separatore: z.enum([";", ",", "\t"]).default(";"),
    nomiColonne: z.boolean().default(true).meta({ description: "Del CSV, nella prima riga" }),
    lunghezzaRecord: opz(intero.min(1).max(10_000)).meta({ description: "Del formato FISSO: ciò che i campi non riempiono è vuoto" }),
    radice: nomeXml.default("tracciato"),
    elemento: nomeXml.default("riga"),
    testata: opz(campi),
    dettaglio: campi,
    coda: opz(campi),
    filtri: z
      .strictObject({
        stati: opz(
          z
            .array(z.enum(["RISCOSSA", "INCASSATA"]))
            .min(1)
            .max(2),
        ),
        rendicontata: opz(z.boolean()),
        nonRendicontataDaGiorni: opz(intero.min(0).max(366)),
        idTipiPendenza: opz(z.array(idTipoPendenza).min(1).max(200)),
        idUnitaOperative: opz(z.array(identificativo35).min(1).max(200)),
      })
      .default({})
      .meta({ description: "Delle riscossioni; non valgono con sorgente ACCERTAMENTI o RENDICONTAZIONI" }),
    nomeFile: modello(
      /^(?!\.)(?:[A-Za-z0-9_.-]|\{(?:idDominio|nome|(?:da|a|creato)(?:Compatta)?)\}){1,120}$/,
      "ammessi lettere, cifre, _ . - e {idDominio} {nome} {da} {a} {creato} {daCompatta} {aCompatta} {creatoCompatta}",
    ),
  })
  .meta({ id: "LayoutTracciato" });

const dati = {
  descrizione: opz(breve),
  abilitato: z.boolean().default(true),
  layout: LayoutTracciato,
  pianificazione: opz(z.strictObject({ cadenza: z.enum(["GIORNALIERA", "SETTIMANALE", "MENSILE"]), ora: intero.min(0).max(23) })).meta({
    description: "Il giorno, la settimana (da lunedì) o il mese precedente, dall'ora indicata. Assente = solo a richiesta",
  }),
  cartella: opz(modello(/^[A-Za-z0-9_-]{1,64}$/, "ammessi da 1 a 64 caratteri tra lettere, cifre, _ e -")).meta({
    description:
      "I file sono in contabilita/{idDominio}/{cartella}/ del deposito, da dove un SFTP li serve; assente = il nome del tracciato",
  }),
  destinatario: opz(idA2A).meta({
    description: "Applicazione dell'ente al cui sistema ogni file, appena fatto, è mandato: POST {url}/tracciatiContabili/{idDominio}/{id}",
  }),
  email: opz(z.strictObject({ indirizzi: z.array(email).min(1).max(20), oggetto: opz(breve) })).meta({
    description: "In alternativa a destinatario: ogni file, appena fatto, è allegato a un messaggio per ciascun indirizzo",
  }),
} as const;

export const NuovoTracciatoContabile = z.strictObject(dati).meta({ id: "NuovoTracciatoContabile" });

export const TracciatoContabile = z
  .strictObject({
    idDominio: z.string(),
    nome: z.string(),
    predefinito: z.boolean().meta({ description: "Del prodotto: si esegue, non si sovrascrive" }),
    ...dati,
    descrizione: opz(z.string()),
    destinatario: opz(z.string()),
  })
  .meta({ id: "TracciatoContabile" });

export const EsecuzioneTracciato = z
  .strictObject({
    id: z.string(),
    idDominio: z.string(),
    nome: z.string(),
    stato: z.enum(["IN_ATTESA", "PRONTA", "SCARTATA"]),
    descrizioneStato: z.string(),
    origine: z.enum(["RICHIESTA", "PIANIFICATA"]),
    dataDa: z.iso.date(),
    dataA: z.iso.date(),
    dataRichiesta: z.string(),
    dataConclusione: opz(z.string()),
    nomeFile: opz(z.string()),
    righe: opz(intero),
    byte: opz(intero),
    consegna: opz(
      z.strictObject({
        destinatario: z.string().meta({ description: "idA2A dell'applicazione, connettore:servizioGovPay, o posta:email" }),
        ...{ stato: z.enum(["DA_SPEDIRE", "SPEDITO", "ANNULLATO"]), descrizioneStato: opz(z.string()), tentativi: intero },
        ...{ dataUltimoTentativo: opz(z.string()), dataProssimoTentativo: opz(z.string()) },
      }),
    ),
    collegamento: opz(z.string()).meta({ description: "Dove si scarica il file, per un quarto d'ora; una nuova lettura ne dà un altro" }),
  })
  .meta({ id: "EsecuzioneTracciatoContabile" });

const comune = { api: "riconciliazione", risorsa: "tracciati-contabili", auth: ["applicazione", "operatore"] } as const;
const lettura = { ...comune, method: "GET", acl: ACL_LETTURA_CONTABILE, peso: "lettura" } as const;
const nome = modello(/^[a-zA-Z0-9\-_]{1,35}$/, "ammessi da 1 a 35 caratteri tra lettere, cifre, - e _");
const params = z.strictObject({ idDominio, nome });

export const findTracciatiContabili = defineOperation({
  ...lettura,
  id: "findTracciatiContabili",
  path: "/tracciatiContabili/{idDominio}",
  summary: "Elenco dei tracciati verso la contabilità",
  description: "Quelli dell'ente per nome, poi quelli del prodotto, che riproducono i connettori di GovPay e si eseguono come sono.",
  capacita: ["anagrafiche:read"],
  params: z.strictObject({ idDominio }),
  query: z.strictObject(parametriPagina),
  responses: { 200: listaPaginata(TracciatoContabile) },
  errors: ["NON_TROVATO"],
});

export const getTracciatoContabile = defineOperation({
  ...lettura,
  id: "getTracciatoContabile",
  path: "/tracciatiContabili/{idDominio}/{nome}",
  summary: "Dettaglio di un tracciato contabile",
  capacita: ["anagrafiche:read"],
  params,
  responses: { 200: TracciatoContabile },
  errors: ["NON_TROVATO"],
});

export const saveTracciatoContabile = defineOperation({
  ...comune,
  id: "saveTracciatoContabile",
  method: "PUT",
  path: "/tracciatiContabili/{idDominio}/{nome}",
  summary: "Crea o sostituisce un tracciato contabile",
  description:
    "Ogni campo è fatto di costanti e di fonti con un nome: nulla viene eseguito. In testata e coda valgono le sole fonti file. Con una pianificazione il file si fa da sé, con i " +
    "diritti di chi ha salvato il tracciato per ultimo. Un tracciato non si cancella: si disabilita. Al massimo 100 per ente.",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "anagrafiche:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 128 },
  params,
  body: NuovoTracciatoContabile,
  responses: { 200: TracciatoContabile, 201: TracciatoContabile },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const runTracciatoContabile = defineOperation({
  ...comune,
  id: "runTracciatoContabile",
  method: "POST",
  path: "/tracciatiContabili/{idDominio}/{nome}/esecuzioni",
  summary: "Chiede il file di un tracciato contabile per i pagamenti, o i flussi, di un periodo",
  description:
    "Il file, di qualunque lunghezza, si fa in disparte con ciò che il chiamante può vedere, e lo stesso periodo dà lo stesso nome: una nuova esecuzione lo sostituisce.",
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 4 },
  params,
  body: z
    .strictObject({ dataDa: giorno, dataA: giorno })
    .refine(({ dataDa, dataA }) => dataDa <= dataA, { path: ["dataDa"], error: "viene dopo dataA" })
    .meta({ id: "NuovaEsecuzioneTracciato" }),
  responses: { 202: EsecuzioneTracciato },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});

export const getEsecuzioneTracciato = defineOperation({
  ...lettura,
  id: "getEsecuzioneTracciato",
  path: "/tracciatiContabili/{idDominio}/{nome}/esecuzioni/{id}",
  summary: "Un'esecuzione di un tracciato contabile, e dove si scarica il file",
  description:
    "Di chi l'ha chiesta; quelle pianificate, che si chiamano {nome}-{da}-{a}, di chi vede ogni tipo di pendenza dell'ente. Si ricordano per 30 giorni.",
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  params: z.strictObject({
    idDominio,
    nome,
    id: modello(/^[a-zA-Z0-9\-_]{1,64}$/, "ammessi da 1 a 64 caratteri tra lettere, cifre, - e _"),
  }),
  responses: { 200: EsecuzioneTracciato },
  errors: ["NON_TROVATO"],
});
