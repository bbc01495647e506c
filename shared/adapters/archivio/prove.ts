/** From money to flows and payments, over the store. */
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Prove, ProvePosizione } from "../../ports/abbinamenti.ts";
import type { Deposito, Filtro } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { ChiaveFlusso } from "../../ports/rendicontazioni.ts";
import { chiavi, pkPosizione } from "./chiavi.ts";
import { elencoPerDominio, filtriUnita, readPaginaInAmbito, uno } from "./elenchi-ambito.ts";
import { fromElemento } from "./mappa.ts";
import { mappaPagamentoNotificato } from "./mappe-abbinamento.ts";
import { mappaRendicontazione, mappaRiscossione } from "./mappe-posizione.ts";
import { mappaFlusso } from "./mappe-rendicontazione.ts";
import { intervallo, readPagina } from "./pagine.ts";

/** Flows of a creditor in one day: a large city has about a hundred. */
const MASSIMO_DEL_GIORNO = 1000;
const MASSIMO_PER_IMPORTO = 100;
/** Flows that a search by amount may look at. */
const LETTI_PER_IMPORTO = 20_000;
/** Transfers that one credit transfer, or one receipt, may name: units. */
const MASSIMO_OMONIMI = 100;
/** Beyond, what is wrong is the flow. */
const MASSIMO_ANOMALE = 2000;
const MASSIMO_POSIZIONE = 2000;

export class ArchivioProve implements Prove {
  readonly #deposito: Deposito;

  constructor(deposito: Deposito) {
    this.#deposito = deposito;
  }

  async #findFlussi(indice: string, pk: string, limite: number): Promise<readonly Flusso[]> {
    const { elementi } = await this.#deposito.query({ tabella: "archivio", indice, pk, ordine: "asc", limite });
    return elementi.map((e) => fromElemento(mappaFlusso, e));
  }

  findFlussiByGiorno(idDominio: string, giorno: string): Promise<readonly Flusso[]> {
    return this.#findFlussi("perDebitore", chiavi.flussiDelGiorno(idDominio, giorno), MASSIMO_DEL_GIORNO);
  }

  findFlussiByTrn(idDominio: string, trn: string): Promise<readonly Flusso[]> {
    return this.#findFlussi("perConto", chiavi.flussiDelTrn(idDominio, trn), MASSIMO_OMONIMI);
  }

  async findFlussiByImporto(
    idDominio: string,
    giorni: { readonly da: string; readonly a: string },
    importo: { readonly da: bigint; readonly a: bigint },
  ): Promise<readonly Flusso[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perElenco",
      pk: `FLU#${idDominio}`,
      ...intervallo(giorni.da, giorni.a),
      filtri: [
        { campo: "importoTotale", op: ">=", valore: Number(importo.da) },
        { campo: "importoTotale", op: "<=", valore: Number(importo.a) },
      ],
      ordine: "desc",
      limite: MASSIMO_PER_IMPORTO,
      lettiMassimi: LETTI_PER_IMPORTO,
    });
    return elementi.map((e) => fromElemento(mappaFlusso, e));
  }

  async hasRiga({ idDominio, idFlusso }: { readonly idDominio: string; readonly idFlusso: string }, iuv: string): Promise<boolean> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: pkPosizione({ idDominio, iuv }),
      sk: { inizia: `RENDICONTAZIONE#${idFlusso}#` },
      ordine: "asc",
      limite: 1,
    });
    return elementi.length > 0;
  }

  async findIuvAnomali(flusso: ChiaveFlusso): Promise<readonly string[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perElenco",
      pk: chiavi.elencoRighe(flusso),
      filtri: [{ campo: "stato", op: "=", valore: "ANOMALA" }],
      ordine: "asc",
      limite: MASSIMO_ANOMALE,
    });
    return [...new Set(elementi.map((e) => fromElemento(mappaRendicontazione, e).iuv))];
  }

  async getProvePosizione(idDominio: string, iuv: string): Promise<ProvePosizione> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      pk: pkPosizione({ idDominio, iuv }),
      // Between them there are the debt and the receipts, and not the history.
      sk: { da: "NOTIFICATO#", a: "RISCOSSIONE#\uffff" },
      ordine: "asc",
      limite: MASSIMO_POSIZIONE,
    });
    const conPrefisso = (prefisso: string) => elementi.filter(({ sk }) => sk.startsWith(prefisso));
    return {
      idDominio,
      iuv,
      riscossioni: conPrefisso("RISCOSSIONE#").map((e) => fromElemento(mappaRiscossione, e)),
      righe: conPrefisso("RENDICONTAZIONE#").map((e) => fromElemento(mappaRendicontazione, e)),
      notifiche: conPrefisso("NOTIFICATO#").map((e) => fromElemento(mappaPagamentoNotificato, e)),
    };
  }

  findRiscossioni(filtri: Parameters<Prove["findRiscossioni"]>[0], pagina: RichiestaPagina): Promise<Pagina<Riscossione>> {
    const condizioni = [...uno("idTipoPendenza", filtri.tipiPendenza), ...filtriUnita(filtri.ambiti)];
    return readPaginaInAmbito(this.#deposito, elencoPerDominio("RSC", filtri, condizioni), pagina, (e) =>
      fromElemento(mappaRiscossione, e),
    );
  }

  findRigheAnomale(
    { domini, da, a, ordine }: Parameters<Prove["findRigheAnomale"]>[0],
    pagina: RichiestaPagina,
  ): Promise<Pagina<Rendicontazione>> {
    const filtri: Filtro[] = [
      { campo: "stato", op: "=", valore: "ANOMALA" },
      ...(da === undefined ? [] : [{ campo: "dataFlusso", op: ">=", valore: da } as const]),
      ...(a === undefined ? [] : [{ campo: "dataFlusso", op: "<=", valore: a } as const]),
    ];
    const elenchi = domini === "*" ? [chiavi.elencoRigheDominio("*")] : domini.map(chiavi.elencoRigheDominio);
    const indice = domini === "*" ? "perInstallazione" : "perApplicazione";
    return readPagina(this.#deposito, { tabella: "archivio", indice, ordine, filtri }, elenchi, pagina, (e) =>
      fromElemento(mappaRendicontazione, e),
    );
  }

  async findRiscossioniByIur(idDominio: string, iur: string): Promise<readonly Riscossione[]> {
    const { elementi } = await this.#deposito.query({
      tabella: "archivio",
      indice: "perConto",
      pk: chiavi.riscossioniDelloIur(idDominio, iur),
      ordine: "asc",
      limite: MASSIMO_OMONIMI,
    });
    return elementi.map((e) => fromElemento(mappaRiscossione, e));
  }
}
