/**
 * Who pays on a payment page: a place if the page counts them, a spontaneous debt in the name of the page's application, and the way to Checkout. When pagoPA does
 * not answer the debt is there all the same, and its notice can be paid anywhere.
 */
import { isSuo, soggettoOf } from "../../domain/accessi/cittadino.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import {
  causaleDi,
  checkDatiPagina,
  type DatiPagina,
  hasLimiti,
  type PaginaPagamento,
  type PrenotazionePagina,
  readIdPubblico,
  statoPaginaAl,
} from "../../domain/pagine/pagina-pagamento.ts";
import { toChiamante } from "../../domain/pendenze/attualizzazione.ts";
import { type NuovaPendenza, toDebitore } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { addGiorni, giornoDi } from "../../domain/valori/date.ts";
import type { Registro } from "../../ports/anagrafiche.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { type CodiceRegole, type PorteScrittura, writePendenza } from "../pendenze/save-pendenza.ts";
import { createPosti, type PortePosti } from "./posti.ts";

export interface PagamentoPagina {
  readonly pendenza: Pendenza;
  /** Of Checkout; absent when pagoPA did not take the cart. */
  readonly redirect?: string;
}

export type CodicePagina = CodiceRegole | "NON_TROVATO" | "SINTASSI" | "CIT_003";

export interface PortePagina extends PorteScrittura, PortePosti {
  readonly posizioni: PorteScrittura["posizioni"] & PortePosti["posizioni"];
  readonly registro: Pick<Registro, "get">;
  /** The cart of this debt, whose payer comes back to the page's address. */
  readonly start: (pendenza: Pendenza, urlRitorno: string, chiamante: Chiamante, traccia: Traccia) => Promise<string | undefined>;
}

export interface RichiestaPagina {
  readonly id: string;
  readonly dati: DatiPagina;
  /** Written by the office in the link that the payer followed. */
  readonly precompilati?: Partial<DatiPagina>;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

/** A page that is not there, or is suspended, does not exist for who pays. One request. */
export const getPaginaPubblica =
  ({ registro }: { readonly registro: Pick<Registro, "get"> }) =>
  async (id: string, oggi: string): Promise<Esito<PaginaPagamento, Rifiuto<"NON_TROVATO">>> => {
    const nomi = readIdPubblico(id);
    const pagina = nomi && (await registro.get("paginaPagamento", nomi.idPagina, nomi.idDominio));
    return pagina && statoPaginaAl(pagina, oggi) !== "SOSPESA" ? ok(pagina) : rifiuto("NON_TROVATO", "pagina di pagamento non trovata");
  };

const toNuova = (pagina: PaginaPagamento, dati: DatiPagina, importo: bigint, scadenza: string | undefined): NuovaPendenza => ({
  ...{ idDominio: pagina.idDominio, idTipoPendenza: pagina.idTipoPendenza, causale: causaleDi(pagina, dati.campi), importo },
  debitore: toDebitore({
    tipo: dati.identificativo?.length === 11 ? "G" : "F",
    ...(dati.identificativo !== undefined && { identificativo: dati.identificativo.toUpperCase() }),
    ...(dati.anagrafica !== undefined && { anagrafica: dati.anagrafica }),
    ...(dati.email !== undefined && { email: dati.email }),
  }),
  ...(scadenza !== undefined && { dataScadenza: scadenza }),
  datiAllegati: {
    pagina: { idPagina: pagina.idPagina, campi: dati.campi, ...(dati.consenso !== undefined && { informativa: dati.consenso }) },
  },
  voci: [
    {
      ...{ idVocePendenza: "1", importo, descrizione: pagina.causale.slice(0, 100) },
      destinazione: { variante: "entrata", codEntrata: pagina.codEntrata },
    },
  ],
});

export const payPagina = (porte: PortePagina) => {
  const { clock, ids, anagrafiche, start } = porte;
  const getPagina = getPaginaPubblica(porte);
  const { take, leave } = createPosti(porte);
  const write = writePendenza(porte);

  /** Errors: NON_TROVATO for a page that does not exist, NON_PROCESSABILE when it is closed or full, SINTASSI for the data, CIT_003 for another debtor. */
  return async ({
    id,
    dati: propri,
    precompilati,
    chiamante,
    traccia,
  }: RichiestaPagina): Promise<Esito<PagamentoPagina, Rifiuto<CodicePagina>>> => {
    const oggi = giornoDi(clock.now());
    const trovata = await getPagina(id, oggi);
    if (!trovata.ok) return trovata;
    const pagina = trovata.valore;
    if (statoPaginaAl(pagina, oggi) !== "APERTA") return rifiuto("NON_PROCESSABILE", `la pagina ${pagina.idPagina} non è aperta`);
    const dati = { ...propri, ...precompilati, campi: { ...propri.campi, ...precompilati?.campi } };
    const importo = checkDatiPagina(pagina, dati, precompilati?.importo !== undefined);
    if (!importo.ok) return rifiuto("SINTASSI", importo.errore);
    if (chiamante.cittadino && !isSuo(chiamante.cittadino, dati.identificativo))
      return rifiuto("CIT_003", `pagatore.identificativo: deve essere ${soggettoOf(chiamante.cittadino)}`);
    const applicazione = await anagrafiche.getApplicazione(pagina.idA2A);
    if (!applicazione?.abilitato) return rifiuto("NON_PROCESSABILE", `la pagina ${pagina.idPagina} non è aperta`);

    const contata = hasLimiti(pagina);
    const scadenza = contata ? addGiorni(oggi, pagina.giorniPerPagare) : pagina.al;
    const idPendenza = `PG-${ids.next().slice(0, 24)}`;
    const { idDominio, idPagina, idA2A } = pagina;
    const posto: PrenotazionePagina = {
      versione: 0,
      idDominio,
      idPagina,
      idA2A,
      idPendenza,
      importo: importo.valore,
      scadenza: scadenza ?? oggi,
    };
    const preso = contata ? await take(pagina, posto, oggi) : ok(undefined);
    if (!preso.ok) return preso;
    const scrivente = { ...toChiamante(applicazione), principal: chiamante.tipo === "applicazione" ? chiamante.principal : chiamante.tipo };
    const nuova = toNuova(pagina, dati, importo.valore, scadenza);
    const salvata = await write({ idA2A, idPendenza, nuova, tipo: "spontaneo", chiamante: scrivente, traccia, azione: "I" });
    if (!salvata.ok) {
      if (contata) await leave(pagina, posto);
      return salvata;
    }
    const { pendenza } = salvata.valore;
    const redirect = await start(pendenza, pagina.urlRitorno, scrivente, traccia);
    return ok({ pendenza, ...(redirect !== undefined && { redirect }) });
  };
};
