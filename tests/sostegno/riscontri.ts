/** Evidence for the tests of the matching: a flow, a movement, a payment, in as few words as possible. */

import type { FlussoProva, MovimentoProva, NotificaProva, RigaProva, RiscossioneProva } from "../../shared/domain/riscontri/evidenze.ts";
import type { Evidenze } from "../../shared/domain/riscontri/match.ts";
import { chiaviCausale } from "../../shared/domain/tesoreria/chiavi-causale.ts";
import { COMUNE } from "./anagrafica.ts";

export const PSP_PROVA = "ABI03069";

export const idFlussoProva = (n: number): string => `2026-11-24${PSP_PROVA}-${String(n).padStart(9, "0")}`;

export const buildFlussoProva = (n: number, importoTotale: bigint, altro: Partial<FlussoProva> = {}): FlussoProva => ({
  idDominio: COMUNE,
  idFlusso: idFlussoProva(n),
  idPsp: PSP_PROVA,
  revisione: 1,
  stato: "ACQUISITO",
  dataFlusso: "2026-11-24T22:00:00.000Z",
  trn: `TRN0306900000${n}`,
  dataRegolamento: "2026-11-24",
  importoTotale,
  ragioneSocialePsp: "Banca di Prova",
  ...altro,
});

/** The keys are those of the text, as the loader reads them. */
export const buildMovimentoProva = (id: string, importo: bigint, causale: string, altro: Partial<MovimentoProva> = {}): MovimentoProva => ({
  idDominio: COMUNE,
  id,
  stato: "ESEGUITO",
  segno: "ENTRATA",
  importo,
  importoStornato: 0n,
  dataContabile: "2026-11-25",
  chiavi: chiaviCausale(causale),
  ...altro,
});

export const causaleFlusso = (n: number): string => `/PUR/LGPE-RIVERSAMENTO/URI/${idFlussoProva(n)}`;

export const iuvProva = (n: number): string => `01${String(n).padStart(15, "0")}`;
export const iurProva = (n: number): string => n.toString(16).padStart(32, "a");

export const buildRiscossioneProva = (n: number, importo: bigint, altro: Partial<RiscossioneProva> = {}): RiscossioneProva => ({
  idDominio: COMUNE,
  iuv: iuvProva(n),
  iur: iurProva(n),
  indice: 1,
  idDominioTitolare: COMUNE,
  tipo: "ENTRATA",
  importo,
  data: "2026-11-23T10:00:00.000Z",
  senzaRpt: false,
  ...altro,
});

/** The row of payment n in flow f. */
export const buildRigaProva = (f: number, n: number, importo: bigint, altro: Partial<RigaProva> = {}): RigaProva => ({
  idDominio: COMUNE,
  idFlusso: idFlussoProva(f),
  idPsp: PSP_PROVA,
  revisione: 1,
  progressivo: n,
  iuv: iuvProva(n),
  iur: iurProva(n),
  indice: 1,
  importo,
  esito: 0,
  data: "2026-11-23",
  stato: "OK",
  ...altro,
});

export const buildNotificaProva = (n: number, importo: bigint, altro: Partial<NotificaProva> = {}): NotificaProva => ({
  idDominio: COMUNE,
  iud: `IUD-${n}`,
  iuv: iuvProva(n),
  importo,
  data: "2026-11-24",
  ...altro,
});

export const evidenze = (parti: Partial<Evidenze>): Evidenze => ({
  idDominio: COMUNE,
  flussi: [],
  movimenti: [],
  riscossioni: [],
  righe: [],
  notifiche: [],
  ...parti,
});
