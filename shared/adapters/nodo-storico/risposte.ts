/** Reading of the answers of the legacy Node: text as it came, then faults before anything else (pagopa.md 3.1: a fault may come with OK too). */
import * as z from "zod";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { describeFault, type FaultNodo } from "../../domain/storico/fault-nodo.ts";
import type { MancataRispostaNodo, RispostaNodo } from "../../ports/nodo-storico.ts";
import type { RispostaSoap } from "./client-soap.ts";

// An element without content is read as null, one that only has attributes as an object.
const testo = z.union([z.string(), z.null(), z.object({}).transform(() => null)]).transform((valore) => valore ?? "");
const assente = testo.transform((valore) => (valore === "" ? undefined : valore)).optional();
/** One element reads as itself, more as a list. */
const elenco = <T extends object>(voce: z.ZodType<T>) =>
  z
    .union([z.array(voce.nullable()), voce.transform((unica): (T | null)[] => [unica])])
    .transform((voci): T[] => voci.filter((una) => una !== null));

const fault = z.object({
  faultCode: z.string(),
  faultString: testo.optional(),
  id: testo.optional(),
  description: assente,
  serial: assente,
});

const toFault = ({ faultCode, faultString, id, description, serial }: z.output<typeof fault>): FaultNodo => ({
  faultCode: faultCode.trim().slice(0, 100),
  faultString: faultString ?? "",
  id: id ?? "",
  ...(description !== undefined && { description }),
  ...(serial !== undefined && /^\d{1,3}$/.test(serial) && { serial: Number(serial) }),
});

const conFault = z.object({ fault: fault.nullish(), listaErroriRPT: z.object({ fault: elenco(fault).optional() }).nullish() });

export const schemi = {
  nodoInviaRPT: z.object({ esito: z.string(), url: assente }),
  nodoInviaCarrelloRPT: z.object({ esitoComplessivoOperazione: z.string(), url: assente }),
  nodoChiediStatoRPT: z.object({
    esito: z.object({
      stato: z.string(),
      url: assente,
      elementoStoricoRPT: elenco(z.object({ data: testo, stato: testo, descrizione: testo })).nullish(),
    }),
  }),
  nodoChiediListaPendentiRPT: z.object({
    listaRPTPendenti: z
      .object({
        rptPendente: elenco(
          z.object({
            identificativoDominio: z.string(),
            identificativoUnivocoVersamento: z.string(),
            codiceContestoPagamento: z.string(),
            stato: z.string(),
          }),
        ).nullish(),
      })
      .nullish(),
  }),
  nodoChiediCopiaRT: z.object({ tipoFirma: assente, rt: z.string() }),
  nodoChiediElencoFlussiRendicontazione: z.object({
    elencoFlussiRendicontazione: z
      .object({ idRendicontazione: elenco(z.object({ identificativoFlusso: z.string(), dataOraFlusso: z.string() })).nullish() })
      .nullish(),
  }),
  // The document was taken out before: here its element is empty.
  nodoChiediFlussoRendicontazione: z.object({ xmlRendicontazione: testo.optional() }),
};

const illeggibile = (dettaglio: string): { readonly ok: false; readonly errore: MancataRispostaNodo } =>
  ko({ causa: "illeggibile", dettaglio: `risposta del Nodo non valida: ${dettaglio}`.slice(0, 300) });

/** Faults of the answer, if any; undefined when it has the right not to have them. */
const faultsDi = (valore: unknown): Esito<readonly FaultNodo[], MancataRispostaNodo> => {
  const letto = conFault.safeParse(valore);
  if (!letto.success) return illeggibile(descrivi(letto.error));
  const { fault: unico, listaErroriRPT } = letto.data;
  return ok([...(unico ? [unico] : []), ...(listaErroriRPT?.fault ?? [])].map(toFault));
};

const descrivi = (errore: z.ZodError): string => {
  const [difetto] = errore.issues;
  return `${difetto?.path.join(".") || "corpo"}: ${difetto?.message ?? "contenuto inatteso"}`;
};

/** From what the client gave to what was asked for. */
export const readRisposta = <S extends z.ZodType, T>(
  risposta: RispostaSoap,
  schema: S,
  toValore: (letto: z.output<S>) => Esito<T, string>,
): RispostaNodo<T> => {
  if (!risposta.ok) return risposta;
  const faults = faultsDi(risposta.valore.valore);
  if (!faults.ok) return faults;
  if (faults.valore.length > 0)
    return ko({ causa: "fault", faults: faults.valore, dettaglio: faults.valore.map(describeFault).join("; ") });
  const letto = schema.safeParse(risposta.valore.valore);
  if (!letto.success) return illeggibile(descrivi(letto.error));
  const valore = toValore(letto.data);
  return valore.ok ? valore : illeggibile(valore.errore);
};
