/** A notice as data (reference 2.6, v2 states: what is paid is DUPLICATA to whoever wants to pay it). */
import type { TASSONOMIE_AVVISO } from "../../contracts/pendenze/modelli-comuni.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type StatoPendenzaEsposto, statoPendenzaAl } from "../../domain/pendenze/stati-pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { buildBarcode, buildQrAvviso, QR_PROVA } from "../../domain/valori/qr-avviso.ts";

const STATI = {
  NON_ESEGUITA: "NON_ESEGUITA",
  // What is left can still be paid.
  ESEGUITA_PARZIALE: "NON_ESEGUITA",
  SCADUTA: "SCADUTA",
  ANNULLATA: "ANNULLATA",
  ESEGUITA: "DUPLICATA",
  INCASSATA: "DUPLICATA",
  ANOMALA: "DUPLICATA",
} as const satisfies Readonly<Record<StatoPendenzaEsposto, string>>;

export interface AvvisoPresentato {
  readonly pendenza: Pendenza;
  readonly creditore?: Creditore;
  /** Day in Europe/Rome. */
  readonly oggi: string;
}

export const presentAvviso = ({ pendenza, creditore, oggi }: AvvisoPresentato) => {
  const { idDominio, numeroAvviso, importo } = pendenza;
  const gln = creditore?.dominio.gln;
  return definiti({
    stato: STATI[statoPendenzaAl(pendenza.stato, pendenza.dataScadenza, oggi)],
    importo: toNumeroJson(importo),
    idDominio,
    numeroAvviso,
    dataValidita: pendenza.dataValidita,
    dataScadenza: pendenza.dataScadenza,
    dataPagamento: pendenza.dataPagamento === undefined ? undefined : giornoDi(pendenza.dataPagamento),
    descrizione: pendenza.causale,
    // The answer is checked against the contract before it leaves.
    tassonomiaAvviso: pendenza.tassonomiaAvviso as (typeof TASSONOMIE_AVVISO)[number] | undefined,
    qrcode: pendenza.prova ? QR_PROVA : buildQrAvviso(numeroAvviso, idDominio, importo),
    barcode: gln === undefined || pendenza.prova ? undefined : buildBarcode(gln, numeroAvviso, importo),
  });
};
