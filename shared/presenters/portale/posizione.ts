/** A payment as a front end sees it, ours or of another back end: the same shape, marked with its holder. */
import { DETENTORE_LOCALE } from "../../contracts/portale/modelli.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import type { PosizioneFederata, RicevutaFederata } from "../../domain/federazione/back-end.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

const PAGABILI: readonly string[] = ["NON_ESEGUITA", "ESEGUITA_PARZIALE"];

/** @param oggi day in Europe/Rome. A debt of prova can be tried only as long as its creditor is. */
const presentStato = (pendenza: Pendenza, creditore: Creditore | undefined, oggi: string) => {
  const esposto = statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, oggi);
  const stato = esposto === "INCASSATA" ? "ESEGUITA" : esposto;
  const provata = pendenza.prova !== undefined && !creditore?.dominio.inProva;
  return { stato, pagabile: PAGABILI.includes(stato) && !provata };
};

const presentNostra = (pendenza: Pendenza, creditore: Creditore | undefined, oggi: string) => ({
  ...{ detentore: DETENTORE_LOCALE, idDominio: pendenza.idDominio },
  ragioneSociale: creditore?.dominio.ragioneSociale ?? pendenza.idDominio,
  ...{ numeroAvviso: pendenza.numeroAvviso, causale: pendenza.causale, importo: toNumeroJson(pendenza.importo) },
  ...presentStato(pendenza, creditore, oggi),
  ...definiti({ dataScadenza: pendenza.dataScadenza, dataValidita: pendenza.dataValidita, prova: pendenza.prova }),
});

const presentDocumento = ({ documento }: Pendenza) =>
  documento && {
    identificativo: documento.identificativo,
    ...definiti({ descrizione: documento.descrizione, rata: "rata" in documento ? documento.rata : undefined }),
  };

export const presentPosizione = (pendenza: Pendenza, creditori: ReadonlyMap<string, Creditore>, adesso: string) => ({
  ...presentNostra(pendenza, creditori.get(pendenza.idDominio), giornoDi(adesso)),
  ...definiti({
    idTipoPendenza: pendenza.idTipoPendenza,
    dataPagamento: pendenza.dataPagamento === undefined ? undefined : giornoDi(pendenza.dataPagamento),
    documento: presentDocumento(pendenza),
  }),
});

const MOTIVI: Readonly<Record<string, string>> = {
  ESEGUITA: "già pagato",
  ANNULLATA: "annullato dall'ente",
  SCADUTA: "scaduto",
  ANOMALA: "in verifica presso l'ente",
};

interface AvvisoTrovato {
  readonly pendenza: Pendenza;
  readonly creditore?: Creditore;
  readonly oggi: string;
}

export const presentAvvisoPortale = ({ pendenza, creditore, oggi }: AvvisoTrovato) => {
  const avviso = presentNostra(pendenza, creditore, oggi);
  return {
    ...avviso,
    ...definiti({ motivo: pendenza.pagataAltrove && avviso.stato === "ANNULLATA" ? "già pagato fuori da pagoPA" : MOTIVI[avviso.stato] }),
  };
};

export const presentFederata =
  (detentore: string) =>
  ({ motivo: _, importo, ...posizione }: PosizioneFederata) => ({ detentore, ...posizione, importo: toNumeroJson(importo) });

export const presentRicevutaFederata = (
  detentore: string,
  { idDominio, numeroAvviso }: { readonly idDominio: string; readonly numeroAvviso: string },
  { importo, ...ricevuta }: RicevutaFederata,
) => ({ detentore, idDominio, numeroAvviso, ...ricevuta, importo: toNumeroJson(importo) });

export const presentAvvisoFederato = (detentore: string, posizione: PosizioneFederata) => {
  const { dataPagamento: _, ...avviso } = presentFederata(detentore)(posizione);
  return { ...avviso, ...definiti({ motivo: posizione.motivo }) };
};
