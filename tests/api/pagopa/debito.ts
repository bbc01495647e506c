/** A debt of the test registry, to change at will, and the header that names its creditor. */
import type { Pendenza, Voce } from "../../../shared/domain/pendenze/pendenza.ts";
import { APPLICAZIONE, COMUNE, INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { NAV, testata as scriviTestata } from "./messaggi.ts";

export const ADESSO = "2026-03-10T10:00:00.000Z";
export const IUV = NAV.slice(1);

export const voce = (indice: number, importo: bigint, altro: Partial<Voce> = {}): Voce => ({
  indice,
  idVocePendenza: `V${indice}`,
  importo,
  descrizione: `Voce ${indice}`,
  stato: "Non eseguito",
  incassata: false,
  destinazione: { variante: "entrata", codEntrata: "TARI" },
  ...altro,
});

export const pendenza = (altro: Partial<Pendenza> = {}): Pendenza => {
  const voci = altro.voci ?? [voce(1, 1250n)];
  return {
    versione: 0,
    idA2A: APPLICAZIONE,
    idPendenza: "P1",
    idDominio: COMUNE,
    idTipoPendenza: "TARI",
    tipo: "dovuto",
    frammento: 0,
    stato: "NON_ESEGUITA",
    segnalazioni: [],
    iuv: IUV,
    numeroAvviso: NAV,
    uuid: "u",
    causale: "TARI 2026",
    debitore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi", email: "mario.rossi@example.it" },
    importo: voci.reduce((somma, { importo }) => somma + importo, 0n),
    importoPagato: 0n,
    importoIncassato: 0n,
    dataCaricamento: ADESSO,
    dataUltimoAggiornamento: ADESSO,
    dataScadenza: "2026-12-31",
    ack: false,
    note: [],
    voci,
    ...altro,
  };
};

/** Header of the test registry. */
export const testata = (idPA = COMUNE): string => scriviTestata(idPA, INTERMEDIARIO, STAZIONE);
