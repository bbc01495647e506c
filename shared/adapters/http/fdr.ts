/** Client of FdR-3 for organizations (contract 1.2.4, pagopa.md 5.1). Unknown fields are ignored: pagoPA adds them without notice. */
import * as z from "zod";
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import type { CampiEvento } from "../../domain/eventi.ts";
import { giornoDi, isGiorno, parseIstante } from "../../domain/valori/date.ts";
import type { Fdr } from "../../ports/fdr.ts";
import type { ChiaveFlusso } from "../../ports/rendicontazioni.ts";
import type { HttpClient } from "./client.ts";
import { readPagopa } from "./read-pagopa.ts";

const RIGHE_PER_PAGINA = 1000;
/** For all the attempts together. */
const TIMEOUT_MILLISECONDI = 30_000;
const TENTATIVI = 3;

const CODICI_ESITO: Readonly<Record<string, number>> = { EXECUTED: 0, REVOKED: 3, STAND_IN: 4, STAND_IN_NO_RPT: 8, NO_RPT: 9 };
const ESITO_SCONOSCIUTO = -1;
const TIPI_MITTENTE: Readonly<Record<string, string>> = { LEGAL_PERSON: "G", ABI_CODE: "A", BIC_CODE: "B" };

const testo = (massimo: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(massimo)
    .regex(/^\P{Cc}*$/u);

const istante = z.string().transform((valore, ctx) => {
  const esito = parseIstante(valore);
  if (esito.ok) return esito.valore;
  ctx.addIssue({ code: "custom", message: esito.errore });
  return z.NEVER;
});

/** FdR keys are to the second: GovPay's users saw 404s because of the milliseconds (reference 5.2). */
const secondo = istante.transform((valore) => `${valore.slice(0, 19)}.000Z`);

/** A day, or the instant that stands for it: pagoPA keeps the business day and writes midnight UTC or Rome. */
const giorno = z.string().transform((valore, ctx) => {
  if (isGiorno(valore)) return valore;
  if (/^\d{4}-\d{2}-\d{2}T00:00:00(\.0+)?Z$/.test(valore) && isGiorno(valore.slice(0, 10))) return valore.slice(0, 10);
  const esito = parseIstante(valore);
  if (esito.ok) return giornoDi(esito.valore);
  ctx.addIssue({ code: "custom", message: esito.errore });
  return z.NEVER;
});

/** Euro as the digits of the number say. Sums computed in floating point upstream carry noise far below a cent, which is cut; anything more is refused. */
const centesimi = z.number().transform((valore, ctx) => {
  const tondo = valore.toFixed(2);
  const parti = /^(\d{1,13})\.(\d{2})$/.exec(tondo);
  if (parti && Math.abs(valore - Number(tondo)) < 1e-5) return BigInt(`${parti[1]}${parti[2]}`);
  ctx.addIssue({ code: "custom", message: "atteso un importo in euro con al massimo 2 decimali" });
  return z.NEVER;
});

const identificativo = z.string().regex(/^[a-zA-Z0-9\-_]{1,35}$/);
const metadata = z.object({ totPage: z.number().int().min(0).max(100_000) });

const schemaElenco = z.object({
  metadata,
  data: z.array(
    z.object({ fdr: identificativo, pspId: testo(35), revision: z.number().int().min(1), published: istante, flowDate: secondo }),
  ),
});

const schemaTestata = z.object({
  fdrDate: secondo,
  published: istante.optional(),
  regulation: testo(35),
  regulationDate: giorno,
  bicCodePouringBank: testo(35).optional(),
  sender: z.object({ type: z.string().transform((tipo) => TIPI_MITTENTE[tipo] ?? "G"), id: testo(35), pspName: testo(140) }),
  receiver: z.object({ organizationId: testo(35) }),
  totPayments: z.number().int().min(0),
  sumPayments: centesimi,
});

const schemaPagamenti = z.object({
  metadata,
  data: z
    .array(
      z.object({
        iuv: testo(35),
        iur: testo(35),
        idTransfer: z.number().int().min(1).max(5).optional(),
        pay: centesimi,
        payStatus: z.string(),
        payDate: giorno,
      }),
    )
    .max(RIGHE_PER_PAGINA),
});

/** Their error code and first message, when there are (FDR-xxxx). */
const describeErrore = (corpo: string): string => {
  try {
    const letto = z
      .object({ appErrorCode: z.string(), errors: z.array(z.object({ message: z.string() })).optional() })
      .safeParse(JSON.parse(corpo));
    return letto.success ? ` ${letto.data.appErrorCode} ${letto.data.errors?.[0]?.message ?? ""}`.slice(0, 200) : "";
  } catch {
    return "";
  }
};

/** Operations as the contract of FdR-3 names them. */
const eventoDi = (tipoEvento: string, { idDominio, idFlusso, idPsp }: ChiaveFlusso): CampiEvento => ({
  tipoEvento,
  idDominio,
  datiPagoPA: { idFlusso, idPsp },
});

export const createFdr = (http: HttpClient): Fdr => {
  const get = <S extends z.ZodType>(connettore: Connettore, percorso: string, schema: S, evento: CampiEvento) =>
    readPagopa(http, connettore, {
      percorso: `organizations/${percorso}`,
      timeoutMillisecondi: TIMEOUT_MILLISECONDI,
      tentativi: TENTATIVI,
      describe: describeErrore,
      ...{ schema, evento },
    });

  const percorsoDi = ({ idDominio, idFlusso, idPsp, revisione }: ChiaveFlusso): string =>
    `${idDominio}/fdrs/${encodeURIComponent(idFlusso)}/revisions/${revisione}/psps/${encodeURIComponent(idPsp)}`;

  return {
    findPubblicati: async (connettore, idDominio, pagina, dopo) => {
      const query = new URLSearchParams({
        page: String(pagina),
        size: String(RIGHE_PER_PAGINA),
        ...(dopo !== undefined && { publishedGt: dopo }),
      });
      const esito = await get(connettore, `${idDominio}/fdrs?${query.toString()}`, schemaElenco, {
        tipoEvento: "getAllPublishedFlows",
        idDominio,
      });
      if (!esito.ok) return esito;
      const flussi = esito.valore.data.map(({ fdr, pspId, revision, published, flowDate }) => ({
        idDominio,
        idFlusso: fdr,
        idPsp: pspId,
        revisione: revision,
        dataPubblicazione: published,
        dataFlusso: flowDate,
      }));
      return ok({ flussi, pagineTotali: esito.valore.metadata.totPage });
    },
    getTestata: async (connettore, flusso) => {
      const esito = await get(connettore, percorsoDi(flusso), schemaTestata, eventoDi("getSinglePublishedFlow", flusso));
      if (!esito.ok) return esito;
      const { fdrDate, published, regulation, regulationDate, bicCodePouringBank, sender, receiver, totPayments, sumPayments } =
        esito.valore;
      return ok({
        dataFlusso: fdrDate,
        ...(published !== undefined && { dataPubblicazione: published }),
        trn: regulation,
        dataRegolamento: regulationDate,
        ...(bicCodePouringBank !== undefined && { bicRiversamento: bicCodePouringBank }),
        ragioneSocialePsp: sender.pspName,
        mittente: { tipo: sender.type, id: sender.id },
        idDominioRicevente: receiver.organizationId,
        numeroPagamenti: totPayments,
        importoTotale: sumPayments,
      });
    },
    getPagamenti: async (connettore, flusso, pagina) => {
      const esito = await get(
        connettore,
        `${percorsoDi(flusso)}/payments?page=${pagina}&size=${RIGHE_PER_PAGINA}`,
        schemaPagamenti,
        eventoDi("getPaymentsFromPublishedFlow", flusso),
      );
      if (!esito.ok) return esito;
      const righe = esito.valore.data.map(({ iuv, iur, idTransfer, pay, payStatus, payDate }) => ({
        iuv,
        iur,
        indice: idTransfer ?? 1,
        importo: pay,
        esito: CODICI_ESITO[payStatus] ?? ESITO_SCONOSCIUTO,
        data: payDate,
      }));
      return ok({ righe, pagineTotali: esito.valore.metadata.totPage });
    },
  };
};
