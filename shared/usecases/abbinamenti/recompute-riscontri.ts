/**
 * Evidence has arrived: what is known of the money tied to it is worked out again from the beginning, whatever the order of arrivals, and what follows
 * is written only where it differs. Twice, in two instances or interrupted anywhere, it ends in the same state.
 */

import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import { matchDenaro } from "../../domain/riscontri/abbina.ts";
import type { EsitoDenaro } from "../../domain/riscontri/esiti.ts";
import type { Impostazioni } from "../../domain/riscontri/evidenze.ts";
import { normalizeIdFlusso } from "../../domain/valori/causale.ts";
import { addGiorni } from "../../domain/valori/date.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { attesaFlusso, attesaIuv } from "../riconciliazioni/identify-movimento.ts";
import { retryErrore } from "../riconciliazioni/retry-riconciliazione.ts";
import { examineTrasferimenti } from "./examine-trasferimenti.ts";
import { executeDenaro } from "./execute-denaro.ts";
import { findPagatiDaSoli, mapInsieme } from "./find-pagati-da-soli.ts";
import { type Componente, loadComponente, type Seme, separateSemi } from "./load-componente.ts";
import type { PorteAbbinamenti } from "./porte.ts";
import { storeEsito } from "./store-esito.ts";

export interface EvidenzeArrivate {
  readonly idDominio: string;
  readonly flussi: readonly string[];
  readonly iuv: readonly string[];
  readonly iur: readonly string[];
  readonly movimenti: readonly string[];
  /** Payment codes whose transfers are to be examined one by one. */
  readonly esami?: readonly string[];
}

const TENTATIVI = 6;
const CHIAVI_PER_MESSAGGIO = 50;
export const recomputeRiscontri = (porte: PorteAbbinamenti, impostazioniDi: (idDominio: string) => Promise<Impostazioni>) => {
  const { tesoreria, rendicontazioni, prove, abbinamenti } = porte;
  const load = loadComponente(porte);
  const retry = retryErrore(porte);
  const examine = examineTrasferimenti(porte);
  const findSoli = findPagatiDaSoli(porte);

  /** Most payments are named by no movement: they end here. */
  const seedOf = async ({ idDominio, flussi, iuv, iur, movimenti }: EvidenzeArrivate): Promise<Seme> => {
    const nominati = await mapInsieme(iuv, async (codice) =>
      (await tesoreria.findMovimentiByIuv(idDominio, codice)).length > 0 ? [codice] : [],
    );
    const daRighe = await mapInsieme(flussi, (idFlusso) => findSoli(idDominio, idFlusso));
    const daRicevute = await mapInsieme(iur, async (codice) => (await tesoreria.findMovimentiByIur(idDominio, codice)).map(({ id }) => id));
    return { idDominio, flussi, iuv: nominati.flat(), movimenti: [...new Set([...movimenti, ...daRicevute.flat(), ...daRighe.flat()])] };
  };

  /** Reconciliations of callers that failed for lack of what is here now. */
  const retryInAttesa = async ({ idDominio, flussi, iuv }: EvidenzeArrivate, traccia: Traccia): Promise<void> => {
    const attese = [...flussi.map(attesaFlusso), ...iuv.map(attesaIuv)];
    const trovate = (await mapInsieme(attese, (attesa) => rendicontazioni.findInAttesa(idDominio, attesa))).flat();
    for (const { id } of trovate) await retry(idDominio, id, traccia);
  };

  /** The rows of a flow that are wrong become work, a few codes a message: only now its header tells that they count. */
  const announceAnomali = async (idDominio: string, idFlusso: string): Promise<void> => {
    const revisioni = await rendicontazioni.findRevisioni(idDominio, idFlusso);
    const codici = (await Promise.all(revisioni.filter(({ obsoleto }) => !obsoleto).map((f) => prove.findIuvAnomali(f)))).flat();
    for (let i = 0; i < codici.length; i += CHIAVI_PER_MESSAGGIO) {
      const corpo = { idDominio, flussi: [], iuv: [], iur: [], movimenti: [], esami: codici.slice(i, i + CHIAVI_PER_MESSAGGIO) };
      await porte.unitOfWork.commit([], { messaggi: [{ coda: "riscontri", corpo }] });
    }
  };

  /** Movements that name nothing known are compared with flows of their amount: only proposals come of it. */
  const withPossibili = async (componente: Componente, primo: EsitoDenaro, impostazioni: Impostazioni): Promise<EsitoDenaro> => {
    const { idDominio } = componente;
    const soli = primo.movimenti.filter(({ stato }) => stato === "NON_ABBINATO" || stato === "DA_CONFERMARE");
    const noti = new Set(componente.flussi.map(({ idFlusso }) => normalizeIdFlusso(idFlusso)));
    const possibili = new Map<string, Flusso>();
    for (const { idMovimento, residuo } of soli) {
      const movimento = componente.movimenti.find(({ id }) => id === idMovimento);
      if (!movimento || residuo <= 0n) continue;
      // A flow is emitted some days before it is settled.
      const giorni = {
        da: addGiorni(movimento.dataContabile, -impostazioni.giorniFinestra - 5),
        a: addGiorni(movimento.dataContabile, impostazioni.giorniFinestra),
      };
      const { tolleranza } = impostazioni;
      const trovati = await prove.findFlussiByImporto(idDominio, giorni, { da: residuo - tolleranza, a: residuo + tolleranza });
      for (const flusso of trovati)
        if (!noti.has(normalizeIdFlusso(flusso.idFlusso)) && !flusso.obsoleto)
          possibili.set(`${flusso.idFlusso}#${flusso.idPsp}#${flusso.revisione}`, flusso);
    }
    if (possibili.size === 0) return primo;
    const riscontri = await abbinamenti.getRiscontriFlussi([...possibili.values()]);
    const flussiPossibili = [...possibili.values()].map((flusso) => ({
      flusso,
      collegato: riscontri.find((r) => r.idFlusso === flusso.idFlusso && r.idPsp === flusso.idPsp)?.importoCollegato ?? 0n,
    }));
    return matchDenaro({ ...componente, flussiPossibili }, componente.regole, impostazioni);
  };

  const decide = async (componente: Componente, impostazioni: Impostazioni): Promise<EsitoDenaro> =>
    withPossibili(componente, matchDenaro(componente, componente.regole, impostazioni), impostazioni);

  /** One component, to the end. @returns the names of all its pieces. */
  const settle = async (seme: Seme, impostazioni: Impostazioni, traccia: Traccia): Promise<ReadonlySet<string>> => {
    const store = storeEsito(porte, impostazioni);
    const execute = executeDenaro(porte, impostazioni);
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const componente = await load(seme);
      const esito = await decide(componente, impostazioni);
      // Links as they are written, with their versions: money moves only on those.
      const scritto = await store(componente, esito);
      if (scritto && (await execute(scritto, esito, traccia))) return componente.viste;
    }
    throw new Error(`riscontri del dominio ${seme.idDominio}: troppo contesi`);
  };

  /** @throws Error when others kept changing the same things: the message comes again. */
  return async (evidenze: EvidenzeArrivate, traccia: Traccia): Promise<void> => {
    await retryInAttesa(evidenze, traccia);
    const { idDominio, esami = [] } = evidenze;
    if (esami.length > 0) await examine(idDominio, esami, await impostazioniDi(idDominio));
    const seme = await seedOf(evidenze);
    const semi = separateSemi(seme);
    if (semi.length === 0) return;
    const impostazioni = await impostazioniDi(idDominio);
    const viste = new Set<string>();
    for (const { nome, seme: uno } of semi) {
      if (viste.has(nome)) continue;
      for (const vista of await settle(uno, impostazioni, traccia)) viste.add(vista);
    }
    for (const idFlusso of evidenze.flussi) await announceAnomali(idDominio, idFlusso);
  };
};
