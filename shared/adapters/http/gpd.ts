/**
 * Client of the debt positions service, version 1, the one that ACA and GPD have in common (gpd-4-aca.json and gpd.json 1.1.35). It keeps transfers, stamps
 * and metadata, and lets us read back and list: hence it and not paCreatePosition (docs/adr/0016). Unknown fields of the answers are ignored.
 */
import * as z from "zod";
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { fineScadenza, type PosizioneDebitoria, type PosizioneRemota, STATI_REMOTI } from "../../domain/gpd/posizione.ts";
import type { VoceMetadata } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Trasferimento } from "../../domain/pagamenti/trasferimenti.ts";
import { parseIstante, toIsoRoma } from "../../domain/valori/date.ts";
import { RIGA_PAGOPA, riga, rigaPagoPa } from "../../domain/valori/riga.ts";
import type { ArchivioGpd, ErroreGpd, PuntoGpd } from "../../ports/archivio-gpd.ts";
import type { HttpClient, RispostaHttp } from "./client.ts";
import { readRetryAfter } from "./uscite.ts";

/** Four calls at most for one debt, within the claim of who sends. */
const TIMEOUT_MILLISECONDI = 10_000;
/** The most that the service gives. */
const POSIZIONI_PER_PAGINA = 50;
const METADATA_MASSIMI = 10;

const presente = (nome: string, testo: string | undefined, massimo = RIGA_PAGOPA): Record<string, string> => {
  const valore = testo === undefined ? "" : riga(testo, massimo);
  return valore === "" ? {} : { [nome]: valore };
};

/** Keys must be unique. */
const metadata = (voci: readonly VoceMetadata[]) => {
  const distinte = new Map(voci.map(({ key, value }) => [rigaPagoPa(key), rigaPagoPa(value)]));
  return [...distinte]
    .filter(([key]) => key !== "")
    .slice(0, METADATA_MASSIMI)
    .map(([key, value]) => ({ key, value }));
};

const accredito = ({ accredito: scelto, ibanPostale }: Trasferimento) =>
  scelto.tipo === "conto"
    ? { iban: scelto.iban, ...(ibanPostale !== undefined && { postalIban: ibanPostale }) }
    : {
        stamp: {
          hashDocument: scelto.marca.hashDocumento,
          stampType: scelto.marca.tipoBollo,
          provincialResidence: scelto.marca.provinciaResidenza,
        },
      };

/** Amounts are whole cents in a JSON number: the limit of the protocol is far below the largest exact one. */
const toTransfer = (trasferimento: Trasferimento) => ({
  idTransfer: String(trasferimento.indice),
  amount: Number(trasferimento.importo),
  organizationFiscalCode: trasferimento.idDominio,
  ...presente("companyName", trasferimento.ragioneSociale),
  remittanceInformation: rigaPagoPa(trasferimento.causale),
  category: trasferimento.categoria,
  ...accredito(trasferimento),
  transferMetadata: metadata(trasferimento.metadata),
});

const EMAIL = /^[^\s@]+@[^\s@]+$/;

export const toPaymentPosition = (posizione: PosizioneDebitoria) => {
  const { debitore } = posizione;
  return {
    iupd: posizione.iupd,
    type: debitore.tipo,
    payStandIn: posizione.standIn,
    fiscalCode: debitore.identificativo,
    fullName: riga(debitore.anagrafica, 255),
    ...presente("streetName", debitore.indirizzo, 255),
    ...presente("civicNumber", debitore.civico, 255),
    ...presente("postalCode", debitore.cap, 255),
    ...presente("city", debitore.localita, 255),
    ...presente("province", debitore.provincia, 255),
    ...(debitore.nazione !== undefined && /^[A-Z]{2}$/.test(debitore.nazione) && { country: debitore.nazione }),
    ...(debitore.email !== undefined && EMAIL.test(debitore.email) && { email: debitore.email }),
    ...presente("phone", debitore.cellulare, 255),
    switchToExpired: posizione.scade,
    companyName: rigaPagoPa(posizione.ragioneSociale),
    ...presente("officeName", posizione.ufficio),
    paymentOption: [
      {
        nav: posizione.numeroAvviso,
        iuv: posizione.iuv,
        amount: Number(posizione.importo),
        description: rigaPagoPa(posizione.causale),
        isPartialPayment: posizione.rata,
        // The end of the day in Rome with the offset of that day: +01:00 in winter, +02:00 in summer.
        dueDate: toIsoRoma(fineScadenza(posizione)),
        transfer: posizione.trasferimenti.map(toTransfer),
        paymentOptionMetadata: [],
      },
    ],
  };
};

const centesimi = z.number().int().min(0).transform(BigInt);
const istante = z.string().transform((valore) => {
  const letto = parseIstante(valore);
  return letto.ok ? letto.valore : undefined;
});

/** An optional field of theirs may come as null. */
const opzionale = <S extends z.ZodType>(schema: S) => schema.nullish().transform((valore) => valore ?? undefined);

const schemaPosizione = z.object({
  iupd: z.string(),
  status: z.enum(STATI_REMOTI),
  paymentOption: opzionale(
    z.array(
      z.object({
        nav: opzionale(z.string()),
        iuv: opzionale(z.string()),
        amount: opzionale(centesimi),
        description: opzionale(z.string()),
        dueDate: opzionale(istante),
        transfer: opzionale(
          z.array(
            z.object({
              idTransfer: z.coerce.number(),
              amount: opzionale(centesimi),
              organizationFiscalCode: opzionale(z.string()),
              remittanceInformation: opzionale(z.string()),
              category: opzionale(z.string()),
              iban: opzionale(z.string()),
            }),
          ),
        ),
      }),
    ),
  ),
});
/** One position that we cannot understand must not hide the others of its page. */
const schemaElencata = schemaPosizione.extend({ status: z.enum([...STATI_REMOTI, "SCONOSCIUTO"]).catch("SCONOSCIUTO") });
const schemaElenco = z.object({
  payment_position_list: z.array(schemaElencata),
  page_info: z.object({ total_pages: z.number().int().min(0) }),
});

const fromPosizione = ({ iupd, status, paymentOption }: z.output<typeof schemaElencata>): PosizioneRemota => ({
  iupd,
  stato: status,
  opzioni: (paymentOption ?? []).map(({ nav, iuv, amount, description, dueDate, transfer }) => ({
    ...(nav !== undefined && { numeroAvviso: nav }),
    ...(iuv !== undefined && { iuv }),
    ...(amount !== undefined && { importo: amount }),
    ...(description !== undefined && { causale: description }),
    ...(dueDate !== undefined && { scadenza: dueDate }),
    trasferimenti: (transfer ?? []).map((voce) => ({
      indice: voce.idTransfer,
      ...(voce.amount !== undefined && { importo: voce.amount }),
      ...(voce.organizationFiscalCode !== undefined && { idDominio: voce.organizationFiscalCode }),
      ...(voce.remittanceInformation !== undefined && { causale: voce.remittanceInformation }),
      ...(voce.category !== undefined && { categoria: voce.category }),
      ...(voce.iban !== undefined && { iban: voce.iban }),
    })),
  })),
});

const CAUSE: Readonly<Record<number, ErroreGpd["causa"]>> = {
  401: "non-autorizzata",
  403: "non-autorizzata",
  404: "non-trovata",
  408: "guasto",
  409: "conflitto",
  429: "troppe-richieste",
};

const schemaProblema = z.object({ title: z.string().optional(), detail: z.string().optional() });

const leggi = (testo: string): unknown => {
  try {
    return JSON.parse(testo);
  } catch {
    return undefined;
  }
};

const toErrore = ({ status, testo, headers }: RispostaHttp): ErroreGpd => {
  const problema = schemaProblema.safeParse(leggi(testo));
  const motivo = problema.success ? [problema.data.title, problema.data.detail].filter((parte) => parte !== undefined).join(": ") : "";
  const attesa = readRetryAfter(headers);
  return {
    causa: CAUSE[status] ?? (status >= 500 ? "guasto" : "rifiutata"),
    status,
    dettaglio: `pagoPA ha risposto ${status}${motivo === "" ? "" : ` ${motivo}`}`.slice(0, 300),
    ...(attesa !== undefined && { attesaSecondi: Math.ceil(attesa / 1000) }),
  };
};

interface Chiamata {
  /** operationId of the contract, for the journal. */
  readonly operazione: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly percorso: string;
  readonly corpo?: unknown;
}

const base = (connettore: Connettore): string => connettore.url.replace(/\/+$/, "");

export const createArchivioGpd = (http: HttpClient): ArchivioGpd => {
  const call = async <T>(
    { idDominio, connettore, riferimenti }: PuntoGpd,
    { operazione, method, percorso, corpo }: Chiamata,
    read: (testo: string) => T | undefined,
  ): Promise<Esito<T, ErroreGpd>> => {
    const risposta = await http.request({
      method,
      url: `${base(connettore)}/organizations/${idDominio}/${percorso}`,
      headers: {
        accept: "application/json",
        ...(corpo !== undefined && { "content-type": "application/json" }),
        ...(connettore.subscriptionKey !== undefined && { "Ocp-Apim-Subscription-Key": connettore.subscriptionKey }),
      },
      ...(corpo !== undefined && { body: JSON.stringify(corpo) }),
      timeoutMillisecondi: TIMEOUT_MILLISECONDI,
      auth: connettore.auth,
      evento: { tipoEvento: operazione, idDominio, ...riferimenti },
    });
    if (!risposta.ok) return ko({ causa: "guasto", dettaglio: risposta.errore.dettaglio });
    const { status, testo } = risposta.valore;
    if (status < 200 || status > 299) return ko(toErrore(risposta.valore));
    const letto = read(testo);
    // A page of a proxy, or half an answer: what was asked may have been done, and doing it again is harmless.
    return letto === undefined ? ko({ causa: "guasto", status, dettaglio: "la risposta di pagoPA non è leggibile" }) : ok(letto);
  };

  const done = async (punto: PuntoGpd, chiamata: Chiamata): Promise<Esito<void, ErroreGpd>> => {
    const esito = await call(punto, chiamata, () => true);
    return esito.ok ? ok(undefined) : esito;
  };

  return {
    get: (punto, iupd) =>
      call(punto, { operazione: "getOrganizationDebtPositionByIUPD", method: "GET", percorso: `debtpositions/${iupd}` }, (testo) => {
        const letta = schemaPosizione.safeParse(leggi(testo));
        return letta.success ? fromPosizione(letta.data) : undefined;
      }),
    create: (punto, posizione) =>
      done(punto, {
        operazione: "createPosition",
        method: "POST",
        percorso: "debtpositions?toPublish=true",
        corpo: toPaymentPosition(posizione),
      }),
    replace: (punto, posizione, pubblica) =>
      done(punto, {
        operazione: "updatePosition",
        method: "PUT",
        percorso: `debtpositions/${posizione.iupd}?toPublish=${pubblica}`,
        corpo: toPaymentPosition(posizione),
      }),
    remove: (punto, iupd) => done(punto, { operazione: "deletePosition", method: "DELETE", percorso: `debtpositions/${iupd}` }),
    markPagata: (punto, numeroAvviso, dataPagamento) =>
      done(punto, {
        operazione: "setPaymentOptionAsAlreadyPaid",
        method: "POST",
        percorso: `paymentoptions/paids/${numeroAvviso}`,
        corpo: { paymentDate: toIsoRoma(dataPagamento) },
      }),
    find: (punto, pagina) => {
      const query = new URLSearchParams({
        limit: String(POSIZIONI_PER_PAGINA),
        page: String(pagina),
        orderby: "INSERTED_DATE",
        ordering: "ASC",
      });
      const chiamata = {
        operazione: "getOrganizationDebtPositions",
        method: "GET",
        percorso: `debtpositions?${query.toString()}`,
      } as const;
      return call(punto, chiamata, (testo) => {
        const letto = schemaElenco.safeParse(leggi(testo));
        if (!letto.success) return undefined;
        return { posizioni: letto.data.payment_position_list.map(fromPosizione), pagineTotali: letto.data.page_info.total_pages };
      });
    },
  };
};
