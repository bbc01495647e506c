/** Portal payments in the hands of an operator: list, detail with the attempts that came of it, and what may be changed of it. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { statoTentativoAl } from "../../domain/pagamenti/stato-tentativo-al.ts";
import { applyVariazioniPagamento, type VariazionePagamento } from "../../domain/pagamenti/variazioni-pagamento.ts";
import { seesPagamento } from "../../domain/pagamenti/visibilita-pagamento.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { paginaVuota } from "../pendenze/ambito-elenco.ts";
import { loadCreditori, loadTipi } from "../pendenze/load-anagrafica.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";
import type { DettaglioRpp, Rpp } from "./get-rpp.ts";

type FiltriInAmbito = Parameters<Posizioni["findPagamentiInAmbito"]>[0];

export interface FiltriPagamentiOperatore extends Omit<FiltriInAmbito, "domini" | "tipiPendenza" | "ambiti" | "condivisi"> {
  readonly id?: string;
}

interface PorteLettura {
  readonly posizioni: Pick<Posizioni, "getPagamento" | "findPagamentiInAmbito" | "getPosizione">;
  readonly anagrafiche: Anagrafiche;
  readonly clock: Clock;
}

/** What did not fail has no severity, and no interval holds it. */
const isGrave = ({ severitaDa, severitaA }: FiltriPagamentiOperatore, severita: number | undefined): boolean =>
  (severitaDa === undefined && severitaA === undefined) ||
  (severita !== undefined && severita >= (severitaDa ?? severita) && severita <= (severitaA ?? severita));

/** The same conditions as the query, for the one payment that an id names. */
const matches = (pagamento: Pagamento, filtri: FiltriPagamentiOperatore): boolean => {
  const { posizioni, soggettoVersante, dataRichiesta } = pagamento;
  const alcuna = (campo: "idDominio" | "iuv" | "idPendenza" | "idDebitore", valore: string | undefined): boolean =>
    valore === undefined || posizioni.some((posizione) => posizione[campo]?.toUpperCase() === valore.toUpperCase());
  return (
    (["stato", "idSessionePortale", "idA2A"] as const).every(
      (campo) => filtri[campo] === undefined || filtri[campo] === pagamento[campo],
    ) &&
    (["idDominio", "iuv", "idPendenza", "idDebitore"] as const).every((campo) => alcuna(campo, filtri[campo])) &&
    (filtri.versante === undefined || soggettoVersante?.identificativo.toUpperCase() === filtri.versante.toUpperCase()) &&
    (filtri.verificato === undefined || filtri.verificato === (pagamento.verificato ?? false)) &&
    isGrave(filtri, pagamento.severita) &&
    (filtri.da === undefined || dataRichiesta >= filtri.da) &&
    (filtri.a === undefined || dataRichiesta <= filtri.a)
  );
};

export const findPagamentiOperatore =
  ({ posizioni }: Pick<PorteLettura, "posizioni">) =>
  async ({ id, ...filtri }: FiltriPagamentiOperatore, pagina: RichiestaPagina, chiamante: Chiamante): Promise<Pagina<Pagamento>> => {
    if (id !== undefined) {
      const pagamento = await posizioni.getPagamento(id);
      if (!pagamento || !seesPagamento(chiamante, pagamento) || !matches(pagamento, filtri) || pagina.salta > 0) return paginaVuota(pagina);
      return { elementi: pagina.limite === 0 ? [] : [pagamento], ...(pagina.totale && { totale: 1 }) };
    }
    const ambito = ambitoDomini(chiamante, filtri.idDominio);
    const condivisi = chiamante.domini === "*" && filtri.idDominio !== undefined ? ({ condivisi: true } as const) : {};
    return posizioni.findPagamentiInAmbito({ ...filtri, ...ambito, ...condivisi }, pagina);
  };

export interface DettaglioPagamento extends Omit<DettaglioRpp, "rpp"> {
  readonly pagamento: Pagamento;
  readonly rpp: readonly Rpp[];
  readonly tipi: Awaited<ReturnType<typeof loadTipi>>;
}

/** One read of the payment, and one of each of its debts (five at most), together. */
const detail = async ({ posizioni, anagrafiche, clock }: PorteLettura, pagamento: Pagamento): Promise<DettaglioPagamento> => {
  const adesso = clock.now();
  const lette = await Promise.all(pagamento.posizioni.map((posizione) => posizioni.getPosizione(posizione)));
  const rpp = lette.flatMap(({ pendenza, tentativi, ricevute }): Rpp[] => {
    if (!pendenza) return [];
    const suoi = tentativi.filter(({ idPagamento }) => idPagamento === pagamento.id);
    return suoi.map((tentativo) => {
      const ricevuta = ricevute.find(({ idRicevuta }) => idRicevuta === tentativo.idRicevuta);
      return { tentativo, pendenza, stato: statoTentativoAl(tentativo, tentativi, adesso), ...(ricevuta && { ricevuta }) };
    });
  });
  const pendenze: readonly Pendenza[] = rpp.map(({ pendenza }) => pendenza);
  const [creditori, tipi] = await Promise.all([loadCreditori(anagrafiche, pendenze), loadTipi(anagrafiche, pendenze)]);
  return { pagamento, rpp, creditori, tipi, adesso };
};

const assente = (id: string) => rifiuto("NON_TROVATO", `pagamento ${id}`);

export const getPagamentoOperatore =
  (porte: PorteLettura) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<DettaglioPagamento, Rifiuto<"NON_TROVATO">>> => {
    const pagamento = await porte.posizioni.getPagamento(id);
    return pagamento && seesPagamento(chiamante, pagamento) ? ok(await detail(porte, pagamento)) : assente(id);
  };

const DECISIONI_MASSIME = 5;

export const updatePagamentoOperatore =
  (porte: PorteLettura & { readonly unitOfWork: UnitOfWork }) =>
  async (
    id: string,
    variazioni: readonly VariazionePagamento[],
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<DettaglioPagamento, Rifiuto<"NON_TROVATO" | "SINTASSI" | "CONFLITTO">>> => {
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const attuale = await porte.posizioni.getPagamento(id);
      if (!attuale || !seesPagamento(chiamante, attuale)) return assente(id);
      const variato = applyVariazioniPagamento(attuale, variazioni, chiamante.principal, porte.clock.now());
      if (!variato.ok) return variato;
      const { idDominio } = attuale.posizioni[0] ?? {};
      const scritto = await porte.unitOfWork.commit([{ azione: "sostituisci", entita: "pagamento", valore: variato.valore }], {
        eventi: [
          traccia.evento({
            categoriaEvento: "UTENTE",
            idPagamento: id,
            idA2A: attuale.idA2A,
            ...(idDominio !== undefined && { idDominio }),
          }),
        ],
      });
      if (scritto.ok) return ok(await detail(porte, variato.valore));
    }
    return rifiuto("CONFLITTO", `pagamento ${id}`);
  };
