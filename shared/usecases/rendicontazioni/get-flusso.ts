/** Detail of a settlement flow: its rows with what they collected, or only the rows for who rebuilds the XML. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { seesRiscossione } from "../../domain/ricevute/visibilita.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";

export interface FlussoRichiesto {
  /** Absent: whichever creditor of the caller has a flow of that name. */
  readonly idDominio?: string;
  readonly idFlusso: string;
  /** Instant of emission, compared to the second. Absent: the last. */
  readonly dataFlusso?: string;
}

export interface FlussoDiDominio extends FlussoRichiesto {
  readonly idDominio: string;
}

export interface TrattoRighe {
  /** From 1. */
  readonly pagina?: number;
  readonly perPagina?: number;
  /** How many rows an answer may carry. */
  readonly massimo: number;
}

export interface Riferimenti {
  readonly riscossioni: readonly Riscossione[];
  readonly pendenze: readonly Pendenza[];
  readonly creditori: ReadonlyMap<string, Creditore>;
}

export interface DettaglioFlusso extends Riferimenti {
  readonly flusso: Flusso;
  readonly righe: readonly Rendicontazione[];
}

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly posizioni: Pick<Posizioni, "getRiscossioni" | "getPendenze">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni" | "findRighe">;
}

/** First row and number of rows to read; a whole detail that is too long is refused, naming how to have it. */
export function chooseTratto(
  { pagina, perPagina, massimo }: TrattoRighe,
  righe: number,
): Esito<{ da: number; quante: number }, Rifiuto<"RISPOSTA_ESTESA">> {
  if (pagina === undefined && perPagina === undefined && righe > massimo) {
    return rifiuto("RISPOSTA_ESTESA", `${righe} righe: chiederle a pagine, con pagina e risultatiPerPagina (al massimo ${massimo})`);
  }
  const quante = Math.min(perPagina ?? massimo, massimo);
  return ok({ da: ((pagina ?? 1) - 1) * quante + 1, quante });
}

/** Debts and creditors behind collected amounts, in batches. */
export async function findRiferimenti(
  porte: Pick<Porte, "anagrafiche"> & { readonly posizioni: Pick<Posizioni, "getPendenze"> },
  riscossioni: readonly Riscossione[],
  idDominio: string,
): Promise<Riferimenti> {
  const chiavi = riscossioni.filter((r) => r.idPendenza !== undefined).map((r) => ({ idDominio: r.idDominioTitolare, iuv: r.iuv }));
  const uniche = [...new Map(chiavi.map((c) => [`${c.idDominio}#${c.iuv}`, c])).values()];
  const pendenze = uniche.length === 0 ? [] : await porte.posizioni.getPendenze(uniche);
  const enti = new Set([idDominio, ...pendenze.flatMap((p) => p.voci.flatMap((v) => v.idDominio ?? []))]);
  const creditori = await Promise.all([...enti].map((ente) => porte.anagrafiche.getCreditore(ente)));
  return { riscossioni, pendenze, creditori: new Map(creditori.flatMap((c) => (c ? [[c.dominio.idDominio, c] as const] : []))) };
}

const distinctRighe = (righe: readonly Rendicontazione[]): readonly Rendicontazione[] => [
  ...new Map(righe.map((riga) => [`${riga.iuv}#${riga.iur}#${riga.indice}`, riga])).values(),
];

const secondo = (istante: string): string => istante.slice(0, 19);

/** Among flows of one name and creditor: the revision in force, or that of an emission. */
const chooseRevisione = (omonimi: readonly Flusso[], { idFlusso, dataFlusso }: FlussoRichiesto): Flusso | undefined => {
  const candidati = omonimi
    .filter((f) => f.idFlusso === idFlusso && f.stato !== "IN_ACQUISIZIONE")
    .filter((f) => dataFlusso === undefined || secondo(f.dataFlusso) === secondo(dataFlusso));
  return candidati.find((f) => !f.obsoleto) ?? candidati[0];
};

/** Rows of a flow, with what they collected. */
export const describeFlusso = async (
  porte: Porte,
  flusso: Flusso,
  tratto: TrattoRighe,
  conRiscossioni: boolean,
  chiamante: Chiamante,
): Promise<Esito<DettaglioFlusso, Rifiuto<"RISPOSTA_ESTESA">>> => {
  const scelto = chooseTratto(tratto, flusso.righeAcquisite);
  if (!scelto.ok) return scelto;
  const { da, quante } = scelto.valore;
  const righe = da > flusso.righeAcquisite ? [] : await porte.rendicontazioni.findRighe(flusso, da, quante);
  const riscossioni = conRiscossioni && righe.length > 0 ? await porte.posizioni.getRiscossioni(distinctRighe(righe)) : [];
  const visibili = riscossioni.filter((riscossione) => seesRiscossione(chiamante, riscossione));
  return ok({ flusso, righe, ...(await findRiferimenti(porte, visibili, flusso.idDominio)) });
};

/** The flow without its rows. */
export const findFlusso =
  ({ rendicontazioni }: { readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni"> }) =>
  async (richiesto: FlussoDiDominio, chiamante: Chiamante): Promise<Esito<Flusso, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO">>> => {
    const { idDominio, idFlusso } = richiesto;
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    const flusso = chooseRevisione(await rendicontazioni.findRevisioni(idDominio, idFlusso), richiesto);
    return flusso ? ok(flusso) : rifiuto("NON_TROVATO", `flusso ${idFlusso}`);
  };

/** @param conRiscossioni false when only the rows matter. */
export const getFlusso =
  (porte: Porte) =>
  async (
    richiesto: FlussoDiDominio,
    tratto: TrattoRighe,
    conRiscossioni: boolean,
    chiamante: Chiamante,
  ): Promise<Esito<DettaglioFlusso, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO" | "RISPOSTA_ESTESA">>> => {
    const trovato = await findFlusso(porte)(richiesto, chiamante);
    return trovato.ok ? describeFlusso(porte, trovato.valore, tratto, conRiscossioni, chiamante) : trovato;
  };

/** By its name alone, among the creditors of the caller: two of them with the same one are told apart by who asks. */
export const getFlussoByNome = (porte: Porte & { readonly rendicontazioni: Pick<Rendicontazioni, "findFlussiByNome"> }) => {
  const get = getFlusso(porte);
  return async (
    richiesto: FlussoRichiesto,
    tratto: TrattoRighe,
    conRiscossioni: boolean,
    chiamante: Chiamante,
  ): Promise<Esito<DettaglioFlusso, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO" | "NON_PROCESSABILE" | "RISPOSTA_ESTESA">>> => {
    const { idDominio, idFlusso } = richiesto;
    if (idDominio !== undefined) return get({ ...richiesto, idDominio }, tratto, conRiscossioni, chiamante);
    const visibili = (await porte.rendicontazioni.findFlussiByNome(idFlusso)).filter((f) => seesDominio(chiamante, f.idDominio));
    const domini = [...new Set(visibili.map((f) => f.idDominio))];
    if (domini.length > 1)
      return rifiuto("NON_PROCESSABILE", `idFlusso ${idFlusso}: è di più domini, indicare quale (${domini.join(", ")})`);
    const flusso = chooseRevisione(visibili, richiesto);
    return flusso ? describeFlusso(porte, flusso, tratto, conRiscossioni, chiamante) : rifiuto("NON_TROVATO", `flusso ${idFlusso}`);
  };
};
