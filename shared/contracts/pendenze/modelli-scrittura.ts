/**
 * What a creditor application writes of a debt (reference 2.1-2.3). Input is as tolerant as GovPay at run time: debtor and debt type may be missing,
 * descriptions reach 255 characters. A field that nobody knows is refused by name instead of being lost in silence.
 */
import * as z from "zod";
import {
  cellulare,
  email,
  giorno,
  iban,
  idDominio,
  idEntrata,
  identificativo35,
  idTipoPendenza,
  importo,
  libero,
  nazione,
  numeroAvviso,
  provincia,
  testo,
} from "../comuni/campi.ts";
import { anno, Contabilita, Documento, Metadata, Proprieta, TASSONOMIE_AVVISO, TIPI_CONTABILITA } from "./modelli-comuni.ts";

const opz = z.exactOptional;

export const SoggettoPagatore = z
  .strictObject({
    tipo: z.enum(["F", "G"]),
    identificativo: opz(testo(16)),
    anagrafica: opz(testo(70)),
    indirizzo: opz(testo(70)),
    civico: opz(testo(16)),
    cap: opz(testo(16)),
    localita: opz(testo(35)),
    provincia: opz(testo(35)),
    nazione: opz(nazione),
    email: opz(email),
    pec: opz(email.describe("Posta elettronica certificata: domicilio digitale della persona, o indirizzo dell'impresa")),
    cellulare: opz(cellulare),
  })
  .meta({ id: "SoggettoPagatore", description: "Debitore; senza identificativo diventa ANONIMO" });

/** First digit = type of accounting (6, 7, 8 = taxonomy out of Request-to-Pay), the rest its code (reference 2.0). */
const codiceTassonomico = z
  .string()
  .regex(/^[0126789]\/\S{3,138}$/, "attesa una cifra tra 0, 1, 2, 6, 7, 8 e 9, la barra e da 3 a 138 caratteri senza spazi");

const VARIANTI = {
  codEntrata: [],
  ibanAccredito: ["ibanAppoggio", "tipoContabilita", "codiceContabilita", "codiceTassonomicoPagoPA"],
  tipoBollo: ["hashDocumento", "provinciaResidenza"],
} as const;
/** Of two variants: the third says it through the income. */
const ANCHE_DEL_BOLLO = "codiceTassonomicoPagoPA";
type Variante = keyof typeof VARIANTI;
const NOMI_VARIANTI: readonly Variante[] = ["codEntrata", "ibanAccredito", "tipoBollo"];

/** Exactly one of the three ways to say where the money goes, complete, and nothing of the other two. */
const checkVariante = (voce: Readonly<Record<string, unknown>>, segnala: (campo: string, messaggio: string) => void): void => {
  const scelte = NOMI_VARIANTI.filter((nome) => voce[nome] !== undefined);
  const [scelta, altra] = scelte;
  if (scelta === undefined) {
    segnala("codEntrata", "serve uno tra codEntrata, ibanAccredito e tipoBollo");
    return;
  }
  if (altra !== undefined) {
    segnala(altra, `non ammesso insieme a ${scelta}`);
    return;
  }
  for (const nome of NOMI_VARIANTI) {
    if (nome === scelta) continue;
    for (const campo of VARIANTI[nome]) {
      const ammesso = scelta === "tipoBollo" && campo === ANCHE_DEL_BOLLO;
      if (voce[campo] !== undefined && !ammesso) segnala(campo, `non ammesso con ${scelta}`);
    }
  }
  if (scelta === "tipoBollo")
    for (const campo of VARIANTI.tipoBollo) if (voce[campo] === undefined) segnala(campo, "obbligatorio con tipoBollo");
  if (scelta === "ibanAccredito") checkContabilita(voce, segnala);
};

const checkContabilita = (voce: Readonly<Record<string, unknown>>, segnala: (campo: string, messaggio: string) => void): void => {
  const coppia = ["tipoContabilita", "codiceContabilita"];
  const tassonomico = voce["codiceTassonomicoPagoPA"] !== undefined;
  for (const campo of coppia) {
    if (tassonomico && voce[campo] !== undefined) segnala(campo, "non ammesso insieme a codiceTassonomicoPagoPA");
    if (!tassonomico && voce[campo] === undefined)
      segnala(campo, "obbligatorio con ibanAccredito, in alternativa a codiceTassonomicoPagoPA");
  }
};

export const NuovaVocePendenza = z
  .strictObject({
    idVocePendenza: identificativo35,
    importo,
    descrizione: testo(255),
    descrizioneCausaleRPT: opz(testo(140)),
    idDominio: opz(idDominio),
    datiAllegati: opz(libero),
    contabilita: opz(Contabilita),
    metadata: opz(Metadata),
    codEntrata: opz(idEntrata),
    ibanAccredito: opz(iban),
    ibanAppoggio: opz(iban),
    tipoContabilita: opz(z.enum(TIPI_CONTABILITA)),
    codiceContabilita: opz(z.string().regex(/^\S{3,138}$/, "attesi da 3 a 138 caratteri senza spazi")),
    codiceTassonomicoPagoPA: opz(codiceTassonomico),
    tipoBollo: opz(z.literal("01")),
    hashDocumento: opz(z.string().regex(/^[A-Za-z0-9+/]{1,68}={0,2}$/, "atteso un digest in base64 di al massimo 70 caratteri")),
    provinciaResidenza: opz(provincia),
  })
  .superRefine((voce, contesto) => checkVariante(voce, (campo, message) => contesto.addIssue({ code: "custom", path: [campo], message })))
  .meta({
    id: "NuovaVocePendenza",
    description:
      "Una sola tra: codEntrata; ibanAccredito con tipoContabilita e codiceContabilita (o codiceTassonomicoPagoPA); tipoBollo con hashDocumento e provinciaResidenza (e, se si vuole, codiceTassonomicoPagoPA)",
  });

/** Characters of base64 and nothing else, without an expression that would walk back over megabytes. */
const isBase64 = (testo: string): boolean => {
  const fine = testo.endsWith("==") ? -2 : testo.endsWith("=") ? -1 : testo.length;
  return testo.length > 0 && testo.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(testo.slice(0, fine));
};

export const impronta = z.string().regex(/^[0-9a-f]{64}$/, "attese le 64 cifre esadecimali minuscole di un digest SHA-256");

export const NuovoAllegato = z
  .strictObject({
    nome: testo(255),
    tipo: opz(testo(255)).meta({ description: "Tipo di contenuto; predefinito application/octet-stream" }),
    descrizione: opz(testo(255)),
    contenuto: opz(z.string().refine(isBase64, "atteso un contenuto in base64")),
    impronta: opz(impronta).meta({ description: "Digest SHA-256 di un contenuto già caricato con POST /allegati, o già allegato" }),
  })
  .superRefine((allegato, contesto) => {
    if (allegato.contenuto === undefined && allegato.impronta === undefined)
      contesto.addIssue({ code: "custom", path: ["contenuto"], message: "serve uno tra contenuto e impronta" });
    if (allegato.contenuto !== undefined && allegato.impronta !== undefined)
      contesto.addIssue({ code: "custom", path: ["impronta"], message: "non ammessa insieme a contenuto" });
  })
  .meta({ id: "NuovoAllegatoPendenza" });

const NotificaSendPost = z
  .strictObject({
    iun: opz(z.string().regex(/^[A-Z]{4}-[A-Z]{4}-[A-Z]{4}-\d{6}-[A-Z]-\d$/, "atteso uno IUN nella forma AAAA-BBBB-CCCC-AAAAMM-X-1")),
    aggiungiCosto: opz(
      z.literal(true).describe("Il costo della notifica si aggiunge all'importo quando si verifica o si paga l'avviso, e resta distinto"),
    ),
  })
  .meta({ id: "NotificaSendPost", description: "L'avviso è notificato con SEND: prezzo e date si leggono quando si verifica o si paga" });

export const NuovaPendenza = z
  .strictObject({
    idTipoPendenza: opz(idTipoPendenza),
    idDominio,
    idUnitaOperativa: opz(identificativo35),
    nome: opz(testo(35)),
    causale: testo(140),
    soggettoPagatore: opz(SoggettoPagatore),
    importo,
    numeroAvviso: opz(numeroAvviso),
    tassonomia: opz(testo(35)),
    tassonomiaAvviso: opz(z.enum(TASSONOMIE_AVVISO)),
    direzione: opz(identificativo35),
    divisione: opz(identificativo35),
    dataCaricamento: opz(giorno),
    dataValidita: opz(giorno),
    dataScadenza: opz(giorno),
    annoRiferimento: opz(anno),
    cartellaPagamento: opz(testo(35)),
    datiAllegati: opz(libero),
    documento: opz(Documento),
    dataNotificaAvviso: opz(giorno),
    dataPromemoriaScadenza: opz(giorno),
    proprieta: opz(Proprieta),
    notificaSend: opz(NotificaSendPost),
    voci: z.array(NuovaVocePendenza).min(1, "serve almeno una voce").max(5, "ammesse al massimo 5 voci"),
    allegati: opz(z.array(NuovoAllegato).max(20, "ammessi al massimo 20 allegati")).meta({
      description: "Al massimo 10 MB in tutto. Assente = restano quelli che ci sono; presente = li sostituisce",
    }),
  })
  .meta({ id: "NuovaPendenza", description: "dataCaricamento è accettata e non usata: vale quella del servizio" });
