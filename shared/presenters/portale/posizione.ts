/** A payment as a front end sees it, ours or of another back end: the same shape, marked with its holder. */
import { DETENTORE_LOCALE } from "../../contracts/portale/modelli.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import type { PosizioneFederata } from "../../domain/federazione/back-end.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

const PAGABILI: readonly string[] = ["NON_ESEGUITA", "ESEGUITA_PARZIALE"];

/** @param oggi day in Europe/Rome. */
const presentStato = (pendenza: Pendenza, oggi: string) => {
  const esposto = statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, oggi);
  const stato = esposto === "INCASSATA" ? "ESEGUITA" : esposto;
  return { stato, pagabile: PAGABILI.includes(stato) };
};

const presentNostra = (pendenza: Pendenza, ragioneSociale: string | undefined, oggi: string) => ({
  ...{ detentore: DETENTORE_LOCALE, idDominio: pendenza.idDominio, ragioneSociale: ragioneSociale ?? pendenza.idDominio },
  ...{ numeroAvviso: pendenza.numeroAvviso, causale: pendenza.causale, importo: toNumeroJson(pendenza.importo) },
  ...presentStato(pendenza, oggi),
  ...definiti({ dataScadenza: pendenza.dataScadenza, dataValidita: pendenza.dataValidita }),
});

const presentDocumento = ({ documento }: Pendenza) =>
  documento && {
    identificativo: documento.identificativo,
    ...definiti({ descrizione: documento.descrizione, rata: "rata" in documento ? documento.rata : undefined }),
  };

export const presentPosizione = (pendenza: Pendenza, creditori: ReadonlyMap<string, Creditore>, adesso: string) => ({
  ...presentNostra(pendenza, creditori.get(pendenza.idDominio)?.dominio.ragioneSociale, giornoDi(adesso)),
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
  const avviso = presentNostra(pendenza, creditore?.dominio.ragioneSociale, oggi);
  return { ...avviso, ...definiti({ motivo: MOTIVI[avviso.stato] }) };
};

export const presentFederata =
  (detentore: string) =>
  ({ motivo: _, importo, ...posizione }: PosizioneFederata) => ({ detentore, ...posizione, importo: toNumeroJson(importo) });

export const presentAvvisoFederato = (detentore: string, posizione: PosizioneFederata) => {
  const { dataPagamento: _, ...avviso } = presentFederata(detentore)(posizione);
  return { ...avviso, ...definiti({ motivo: posizione.motivo }) };
};
