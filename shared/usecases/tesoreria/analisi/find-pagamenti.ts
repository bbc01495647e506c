/** From the IUV and the IUR of the bank's text to what was collected, or to the reason why nothing was. */
import { seesPendenza } from "../../../domain/anagrafiche/applicazione.ts";
import type { Riscossione } from "../../../domain/ricevute/ricevuta.ts";
import { seesRiscossione } from "../../../domain/ricevute/visibilita.ts";
import { type Spiegazione, spiega } from "../../../domain/tesoreria/analisi/spiegazioni.ts";
import { sumImporti } from "../../../domain/valori/importo.ts";
import { type Domanda, joinRitrovamenti, NIENTE, type PorteAnalisi, type Ritrovamento } from "./porte.ts";

/** Stamps never reach the creditor. */
const isAccreditabile = ({ tipo }: Riscossione): boolean => tipo !== "MBT";

/** The whole payment when the amount says so, else the transfer that has it, else all. */
const chooseRiscossioni = (riscossioni: readonly Riscossione[], importo: bigint | undefined): readonly Riscossione[] => {
  if (importo === undefined || sumImporti(riscossioni.map((r) => r.importo)) === importo) return riscossioni;
  const esatte = riscossioni.filter((r) => r.importo === importo);
  return esatte.length === 1 ? esatte : riscossioni;
};

const explainRiscossioni = (iuv: string, riscossioni: readonly Riscossione[]): readonly Spiegazione[] => {
  const incassata = riscossioni.find(({ stato }) => stato === "INCASSATA");
  return [
    spiega("PAGAMENTO_TROVATO", iuv, sumImporti(riscossioni.map(({ importo }) => importo))),
    ...(incassata ? [spiega("GIA_INCASSATO", iuv, incassata.idRiconciliazione)] : []),
  ];
};

/** One request. */
async function findByIuv({ posizioni }: PorteAnalisi, { idDominio, chiamante, importo }: Domanda, iuv: string): Promise<Ritrovamento> {
  const posizione = await posizioni.getPosizione({ idDominio, iuv });
  const visibili = posizione.riscossioni.filter((r) => isAccreditabile(r) && seesRiscossione(chiamante, r));
  if (visibili.length > 0) {
    const riscossioni = chooseRiscossioni(visibili, importo);
    return { ...NIENTE, riscossioni, spiegazioni: explainRiscossioni(iuv, riscossioni) };
  }
  const nota = posizione.pendenza !== undefined && seesPendenza(chiamante, posizione.pendenza);
  return { ...NIENTE, spiegazioni: [spiega(nota ? "IUV_NON_PAGATO" : "IUV_SCONOSCIUTO", iuv)] };
}

/** One request. */
async function findByIur({ prove }: PorteAnalisi, { idDominio, chiamante, importo }: Domanda, iur: string): Promise<Ritrovamento> {
  const trovate = await prove.findRiscossioniByIur(idDominio, iur);
  const visibili = trovate.filter((r) => isAccreditabile(r) && seesRiscossione(chiamante, r));
  const [prima] = visibili;
  if (!prima) return { ...NIENTE, spiegazioni: [spiega("IUR_SCONOSCIUTO", iur)] };
  const riscossioni = chooseRiscossioni(visibili, importo);
  return { ...NIENTE, riscossioni, spiegazioni: explainRiscossioni(prima.iuv, riscossioni) };
}

/** One request each. */
export const findPagamenti = async (
  porte: PorteAnalisi,
  domanda: Domanda,
  { iuv, iur }: { readonly iuv: readonly string[]; readonly iur: readonly string[] },
): Promise<Ritrovamento> =>
  joinRitrovamenti(
    await Promise.all([
      ...iuv.map((codice) => findByIuv(porte, domanda, codice)),
      ...iur.map((codice) => findByIur(porte, domanda, codice)),
    ]),
  );
