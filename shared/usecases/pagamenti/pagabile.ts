/** What a portal payment is made of: debts already found payable, and the record of the payment that is born from them. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import type { Esito } from "../../domain/esito.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { Pendenza, Soggetto } from "../../domain/pendenze/pendenza.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";

export type RiferimentoPendenza =
  | { readonly idA2A: string; readonly idPendenza: string }
  | { readonly idDominio: string; readonly numeroAvviso: string; readonly idDebitore?: string };

/** A debt that does not exist yet: written when all the others have been found payable. `C` are the codes with which its writing may be refused. */
export interface PendenzaDaCreare<C extends string> {
  readonly crea: () => Promise<Esito<Pendenza, Rifiuto<C>>>;
}

export interface RichiestaPagamento<C extends string = never> {
  readonly pendenze: readonly (RiferimentoPendenza | PendenzaDaCreare<C>)[];
  readonly urlRitorno?: string;
  readonly soggettoVersante?: Soggetto;
  readonly idSessionePortale?: string;
  /** Only where the payment goes through the legacy Node. */
  readonly codiceConvenzione?: string;
  readonly autenticazioneSoggetto?: "CNS" | "USR" | "OTH" | "N/A";
}

export interface Pagabile {
  readonly pendenza: Pendenza;
  readonly creditore: Creditore;
  /** Cents; what was stored before the creditor's system said another amount, in this very call. */
  readonly importoPrecedente?: bigint;
  /** Written in this very call. */
  readonly creata?: true;
}

export interface PagamentoAvviato {
  readonly id: string;
  readonly redirect: string;
}

/** A payment whose way has been chosen and whose debts have been checked. */
export interface Avvio {
  readonly richiesta: Omit<RichiestaPagamento, "pendenze">;
  readonly urlRitorno: string;
  readonly chiamante: Chiamante;
  readonly pagabili: readonly Pagabile[];
}

/** The record of the payment, before anybody is called. */
export const toPagamento = (id: string, adesso: string, { richiesta, chiamante, pagabili }: Avvio): Pagamento => {
  const causali = pagabili.map(({ pendenza }) => pendenza.causale);
  return {
    versione: 0,
    id,
    idA2A: chiamante.idA2A ?? "",
    nome: causali.length === 1 ? (causali[0] ?? "") : `Pagamento di ${causali.length} pendenze`,
    stato: "IN_CORSO",
    importo: pagabili.reduce((somma, { pendenza }) => somma + pendenza.importo, 0n),
    dataRichiesta: adesso,
    ...(richiesta.idSessionePortale !== undefined && { idSessionePortale: richiesta.idSessionePortale }),
    ...(richiesta.urlRitorno !== undefined && { urlRitorno: richiesta.urlRitorno }),
    ...(richiesta.soggettoVersante && { soggettoVersante: richiesta.soggettoVersante }),
    ...(pagabili.some(({ pendenza }) => pendenza.prova) && { prova: true }),
    posizioni: pagabili.map(({ pendenza }) => ({
      idDominio: pendenza.idDominio,
      iuv: pendenza.iuv,
      numeroAvviso: pendenza.numeroAvviso,
      idA2A: pendenza.idA2A,
      idPendenza: pendenza.idPendenza,
      causale: pendenza.causale,
      importo: pendenza.importo,
      idTipoPendenza: pendenza.idTipoPendenza,
      ...(pendenza.idUnitaOperativa !== undefined && { idUnitaOperativa: pendenza.idUnitaOperativa }),
      idDebitore: pendenza.debitore.identificativo,
      esito: "IN_CORSO",
    })),
  };
};
