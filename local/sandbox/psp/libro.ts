/** The books of the PSPs: what each has cashed for whom and has not yet settled. Stamps are not in them: that money goes elsewhere (2.2). */
import type { EsitoProva } from "../../../shared/domain/prova/valori-magici.ts";
import { giornoDi } from "../comune/date.ts";
import type { Contesto } from "../contesto.ts";
import type { Tentativo } from "../nodo/modello.ts";
import { esitoDi } from "../nodo/prova.ts";

export interface Incasso {
  readonly id: string;
  readonly idPsp: string;
  readonly idDominio: string;
  readonly iban: string;
  readonly iuv: string;
  /** receiptId, which is the IUR of the settlement row. */
  readonly iur: string;
  readonly idTransfer: number;
  readonly importo: bigint;
  /** Day of the payment in Rome. */
  readonly giorno: string;
  /** NO_RPT: the debtor has paid but no receipt left for the creditor; STAND_IN: the platform answered in the creditor's stead. */
  readonly payStatus: "EXECUTED" | "NO_RPT" | "STAND_IN" | "STAND_IN_NO_RPT";
  readonly pagatoIl: number;
  /** What its amount or its debtor asks of the settlement. */
  readonly prova?: EsitoProva;
}

export interface Libro {
  register(pagato: Tentativo & { pagatoIl: number }): void;
  /** Not yet settled, of one day or of all days. */
  daRendicontare(giorno?: string): Incasso[];
  settle(incassi: readonly Incasso[]): void;
}

const APERTO = "aperto";

const payStatusDi = ({ stato, standIn }: Tentativo): Incasso["payStatus"] => {
  if (standIn === true) return stato === "PAGATO" ? "STAND_IN" : "STAND_IN_NO_RPT";
  return stato === "PAGATO" ? "EXECUTED" : "NO_RPT";
};

export const createLibro = (contesto: Contesto): Libro => {
  const raccolta = contesto.archivio.raccolta<Incasso>("incassi");
  return {
    register: (pagato) => {
      const prova = esitoDi(pagato.dati, "rendicontazione");
      for (const voce of pagato.dati.trasferimenti) {
        if (voce.iban === undefined) continue;
        const incasso: Incasso = {
          id: `${pagato.token}/${voce.idTransfer}`,
          idPsp: pagato.idPsp,
          idDominio: voce.idDominio,
          iban: voce.iban,
          iuv: pagato.dati.iuv,
          iur: pagato.token,
          idTransfer: voce.idTransfer,
          importo: voce.importo,
          giorno: giornoDi(pagato.pagatoIl),
          payStatus: payStatusDi(pagato),
          pagatoIl: pagato.pagatoIl,
          ...(prova === undefined ? {} : { prova }),
        };
        raccolta.put(incasso.id, incasso, {
          gruppo: APERTO,
          ordine: `${incasso.giorno}/${contesto.archivio.next("incasso").toString().padStart(12, "0")}`,
        });
      }
    },
    daRendicontare: (giorno) => raccolta.list(APERTO).filter((incasso) => giorno === undefined || incasso.giorno === giorno),
    settle: (incassi) => {
      for (const incasso of incassi) raccolta.put(incasso.id, incasso, { gruppo: incasso.giorno, ordine: incasso.id });
    },
  };
};
