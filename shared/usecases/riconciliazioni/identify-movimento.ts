/** First stage of a reconciliation: what the movement pays. A single payment ends here; a flow is taken, so that no other movement can have it. */
import { type Esito, ok } from "../../domain/esito.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { chooseFlusso, chooseRiscossioni, type RifiutoRiconciliazione } from "../../domain/riconciliazioni/scelte.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { candidatiFlusso, normalizeIdFlusso, parseCausale } from "../../domain/valori/causale.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";

export interface LettureMovimento {
  readonly posizioni: Pick<Posizioni, "getPosizione">;
  readonly rendicontazioni: Pick<Rendicontazioni, "findRevisioni">;
}

export type Individuato =
  | { readonly tipo: "cumulativo"; readonly flusso: Flusso }
  | { readonly tipo: "singolo"; readonly iuv: string; readonly riscossioni: readonly Riscossione[]; readonly posizione: Posizione };

/** What is known of a movement before it is registered. */
export type MovimentoDaIndividuare = Pick<Riconciliazione, "idDominio" | "id" | "importo" | "sct" | "idFlusso" | "iuv" | "causale">;

export type Riferimento = { readonly flussi: readonly string[] } | { readonly iuv: string };

/** What the caller says explicitly wins over the text of the bank. */
export const findRiferimento = ({
  idFlusso,
  iuv,
  causale = "",
}: Pick<Riconciliazione, "idFlusso" | "iuv" | "causale">): Riferimento | undefined => {
  if (idFlusso !== undefined) return { flussi: [idFlusso] };
  if (iuv !== undefined) return { iuv };
  const riferimento = parseCausale(causale);
  if (riferimento?.tipo === "singolo") return { iuv: riferimento.iuv };
  return riferimento && { flussi: candidatiFlusso(causale) };
};

/** The most telling refusal when several readings of the text fail: a flow that exists says more than one that does not. */
const SCARTABILE = "021405";

export const identifyMovimento =
  ({ posizioni, rendicontazioni }: LettureMovimento) =>
  async (riconciliazione: MovimentoDaIndividuare): Promise<Esito<Individuato, RifiutoRiconciliazione>> => {
    const riferimento = findRiferimento(riconciliazione);
    if (!riferimento) return rifiuto("021401");
    if ("iuv" in riferimento) {
      const posizione = await posizioni.getPosizione({ idDominio: riconciliazione.idDominio, iuv: riferimento.iuv });
      const scelte = chooseRiscossioni(riconciliazione, posizione.riscossioni);
      return scelte.ok ? ok({ tipo: "singolo", iuv: riferimento.iuv, riscossioni: scelte.valore, posizione }) : scelte;
    }
    let motivo: RifiutoRiconciliazione = { codice: SCARTABILE, dettaglio: `idFlusso ${riferimento.flussi[0] ?? ""}` };
    for (const idFlusso of riferimento.flussi) {
      const revisioni = await rendicontazioni.findRevisioni(riconciliazione.idDominio, normalizeIdFlusso(idFlusso));
      const scelto = chooseFlusso(riconciliazione, revisioni, riconciliazione.id);
      if (scelto.ok) return ok({ tipo: "cumulativo", flusso: scelto.valore });
      if (revisioni.length > 0) motivo = scelto.errore;
    }
    return { ok: false, errore: motivo };
  };
