/** First stage of a reconciliation: what the movement pays. A single payment ends here; a flow is taken, so that no other movement can have it. */
import { type Esito, ok } from "../../domain/esito.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { chooseFlusso, chooseRiscossioni, type RifiutoRiconciliazione } from "../../domain/riconciliazioni/scelte.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { candidatiFlusso, parseCausale } from "../../domain/tesoreria/causali/riferimento.ts";
import { normalizeIdFlusso } from "../../domain/valori/causale.ts";
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
export type MovimentoDaIndividuare = Pick<
  Riconciliazione,
  "idDominio" | "id" | "importo" | "sct" | "idFlusso" | "iuv" | "iur" | "indice" | "causale"
>;

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

/** Names of what a reconciliation may wait for. */
export const attesaFlusso = (idFlusso: string): string => `FLUSSO#${normalizeIdFlusso(idFlusso)}`;
export const attesaIuv = (iuv: string): string => `IUV#${iuv}`;

/** What would make a reconciliation that was refused succeed, when its arrival can be noticed. */
export const attesaDi = (riconciliazione: MovimentoDaIndividuare, codice: string): string | undefined => {
  const riferimento = findRiferimento(riconciliazione);
  if (!riferimento) return undefined;
  if ("iuv" in riferimento) return codice === "021402" ? attesaIuv(riferimento.iuv) : undefined;
  const [idFlusso] = riferimento.flussi;
  return codice === "021405" && idFlusso !== undefined ? attesaFlusso(idFlusso) : undefined;
};

/** The most telling refusal when several readings of the text fail: a flow that exists says more than one that does not. */
const SCARTABILE = "021405";

/** The transfer that the matching decided, whatever the difference it accepted; else what the amount tells. */
const chooseTra = (
  { iur, indice, ...movimento }: MovimentoDaIndividuare,
  riscossioni: readonly Riscossione[],
): Esito<readonly Riscossione[], RifiutoRiconciliazione> => {
  if (iur === undefined) return chooseRiscossioni(movimento, riscossioni);
  const sua = riscossioni.find((r) => r.iur === iur && r.indice === indice && r.tipo !== "MBT");
  if (!sua) return rifiuto("021402");
  return sua.stato === "RISCOSSA" ? ok([sua]) : rifiuto("021406", `incassata da ${sua.idRiconciliazione ?? ""}`);
};

export const identifyMovimento =
  ({ posizioni, rendicontazioni }: LettureMovimento) =>
  async (riconciliazione: MovimentoDaIndividuare): Promise<Esito<Individuato, RifiutoRiconciliazione>> => {
    const riferimento = findRiferimento(riconciliazione);
    if (!riferimento) return rifiuto("021401");
    if ("iuv" in riferimento) {
      const posizione = await posizioni.getPosizione({ idDominio: riconciliazione.idDominio, iuv: riferimento.iuv });
      const scelte = chooseTra(riconciliazione, posizione.riscossioni);
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
