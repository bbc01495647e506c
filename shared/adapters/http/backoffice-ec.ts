/** Client of the Backoffice external API for creditors (contract 1.6.9, pagopa.md 8). Unknown fields are ignored: pagoPA adds them without notice. */
import * as z from "zod";
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import type { ContoPagoPa, EntePagoPa } from "../../domain/controlli/controllo.ts";
import { ok } from "../../domain/esito.ts";
import { giornoDi, isGiorno, parseIstante } from "../../domain/valori/date.ts";
import type { BackofficeEc } from "../../ports/backoffice-ec.ts";
import type { HttpClient } from "./client.ts";
import { readPagopa } from "./read-pagopa.ts";

/** The most that the contract allows. */
export const ELEMENTI_PER_PAGINA = 100;
/** For all the attempts together. */
const TIMEOUT_MILLISECONDI = 30_000;
const TENTATIVI = 3;

const testo = z.string().max(255);
/** pagoPA writes a field that it does not have as missing, null or empty. */
const facoltativo = testo.nullish().transform((valore) => (valore == null || valore.trim() === "" ? undefined : valore.trim()));

const giorno = facoltativo.transform((valore, ctx) => {
  if (valore === undefined || isGiorno(valore)) return valore;
  const esito = parseIstante(valore);
  if (esito.ok) return giornoDi(esito.valore);
  ctx.addIssue({ code: "custom", message: esito.errore });
  return z.NEVER;
});

const pageInfo = z.object({ totalElements: z.number().int().min(0), totalPages: z.number().int().min(0) });

const schemaConti = z.object({
  ibans: z
    .array(
      z.object({
        ciFiscalCode: testo,
        iban: testo.transform((iban) => iban.replace(/\s/g, "").toUpperCase()),
        status: testo,
        validityDate: giorno,
        // Not in the contract; the registry behind it has an end of validity, and says it where it is shown.
        dueDate: giorno,
        label: facoltativo,
      }),
    )
    .max(ELEMENTI_PER_PAGINA),
  pageInfo,
});

const schemaEnti = z.object({
  creditorInstitutions: z
    .array(
      z.object({
        taxCode: testo,
        companyName: testo,
        ciStatus: z.boolean(),
        stationId: facoltativo,
        stationState: testo,
        auxDigit: facoltativo,
        applicationCode: facoltativo,
        segregationCode: facoltativo,
        primitiveVersion: z.number().int().nullish(),
        cbillCode: facoltativo,
        pspPayment: z.boolean().nullish(),
      }),
    )
    .max(ELEMENTI_PER_PAGINA),
  pageInfo,
});

const isAttivo = (stato: string): boolean => /^(enabled|active)$/i.test(stato.trim());
/** pagoPA writes codes of two digits also without the zero. */
const codice = (valore: string): string => valore.padStart(2, "0");

const toConto = ({
  ciFiscalCode,
  iban,
  status,
  validityDate,
  dueDate,
  label,
}: z.output<typeof schemaConti>["ibans"][number]): ContoPagoPa => ({
  idDominio: ciFiscalCode,
  iban,
  attivo: isAttivo(status),
  stato: status,
  ...(validityDate !== undefined && { attivoDal: validityDate }),
  ...(dueDate !== undefined && { fineValidita: dueDate }),
  ...(label !== undefined && { etichetta: label }),
});

const toEnte = (riga: z.output<typeof schemaEnti>["creditorInstitutions"][number]): EntePagoPa => ({
  idDominio: riga.taxCode,
  ragioneSociale: riga.companyName,
  enteAttivo: riga.ciStatus,
  stazioneAttiva: isAttivo(riga.stationState),
  auxDigit: (riga.auxDigit ?? "").split("/").flatMap((parte) => (parte.trim() === "" ? [] : [parte.trim()])),
  ...(riga.stationId !== undefined && { idStazione: riga.stationId }),
  ...(riga.applicationCode !== undefined && { applicationCode: codice(riga.applicationCode) }),
  ...(riga.segregationCode !== undefined && { segregationCode: codice(riga.segregationCode) }),
  ...(typeof riga.primitiveVersion === "number" && { primitive: riga.primitiveVersion }),
  ...(riga.cbillCode !== undefined && { cbill: riga.cbillCode }),
  ...(typeof riga.pspPayment === "boolean" && { pagamentiPsp: riga.pspPayment }),
});

const describeProblema = (corpo: string): string => {
  try {
    const letto = z.object({ title: z.string().nullish(), detail: z.string().nullish() }).safeParse(JSON.parse(corpo));
    return letto.success ? ` ${letto.data.title ?? ""} ${letto.data.detail ?? ""}`.trimEnd().slice(0, 200) : "";
  } catch {
    return "";
  }
};

export const createBackofficeEc = (http: HttpClient): BackofficeEc => {
  const get = <S extends z.ZodType>(connettore: Connettore, risorsa: string, pagina: number, schema: S, tipoEvento: string) =>
    readPagopa(http, connettore, {
      percorso: `brokers/${risorsa}?page=${pagina}&limit=${ELEMENTI_PER_PAGINA}`,
      evento: { tipoEvento },
      timeoutMillisecondi: TIMEOUT_MILLISECONDI,
      tentativi: TENTATIVI,
      describe: describeProblema,
      schema,
    });

  return {
    findConti: async (connettore, idIntermediario, pagina) => {
      const esito = await get(connettore, `${idIntermediario}/ibans`, pagina, schemaConti, "getBrokerIbans");
      if (!esito.ok) return esito;
      const { ibans, pageInfo: info } = esito.valore;
      return ok({ elementi: ibans.map(toConto), pagineTotali: info.totalPages, totale: info.totalElements });
    },
    findEnti: async (connettore, idIntermediario, pagina) => {
      const esito = await get(connettore, `${idIntermediario}/creditor_institutions`, pagina, schemaEnti, "getBrokerInstitutions");
      if (!esito.ok) return esito;
      const { creditorInstitutions, pageInfo: info } = esito.valore;
      return ok({ elementi: creditorInstitutions.map(toEnte), pagineTotali: info.totalPages, totale: info.totalElements });
    },
  };
};
