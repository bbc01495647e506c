/** What a creditor still needs before it can be paid through pagoPA, check by check: each says how it is, in words, and where it is put right. */
import { seesDominio } from "../anagrafiche/applicazione.ts";
import type { DatiAttivazione, Verifica } from "./verifica.ts";
import { checkApplicazioni } from "./verifiche-applicazioni.ts";
import { checkConti, checkEntrate, checkTipi } from "./verifiche-creditore.ts";
import { checkConnessione } from "./verifiche-rete.ts";

export interface Attivazione {
  readonly idDominio: string;
  /** Nothing is missing. */
  readonly pronto: boolean;
  readonly verifiche: readonly Verifica[];
}

const checkDominio = ({ creditore: { dominio } }: DatiAttivazione): readonly Verifica[] => {
  const dove = `/domini/${dominio.idDominio}`;
  return [
    dominio.abilitato
      ? { codice: "DOMINIO", stato: "FATTO", descrizione: "Il dominio è abilitato", dove }
      : { codice: "DOMINIO", stato: "MANCA", descrizione: "Il dominio è disabilitato: nessun pagamento è accettato", dove },
  ];
};

/** `oggi` is a day in Europe/Rome. A creditor that others collect for needs only an account. */
export const describeAttivazione = (dati: DatiAttivazione, oggi: string): Attivazione => {
  const { dominio } = dati.creditore;
  const { idDominio } = dominio;
  const verifiche = dominio.intermediato
    ? [
        ...checkDominio(dati),
        ...checkConnessione(dati, oggi),
        ...checkConti(dati),
        ...checkEntrate(dati),
        ...checkTipi(dati),
        ...checkApplicazioni(
          dati,
          dati.applicazioni.filter((a) => seesDominio({ ...a, tipo: "applicazione", nome: a.idA2A }, idDominio)),
        ),
      ]
    : [...checkDominio(dati), ...checkConti(dati)];
  return { idDominio, pronto: verifiche.every(({ stato }) => stato !== "MANCA"), verifiche };
};
