import { type ContoOpi, type GiornaleOpi, type MovimentoOpi, writeGiornaleOpi } from "../../../../local/sandbox/tesoriere/scrittura-opi.ts";
import { leggiOpi } from "../opi/lettore-opi.ts";
import { read } from "./letture.ts";

export const ENTE = { idDominio: "01234567890", ragioneSociale: "Comune di Città Nuova", codiceIpa: "CX0001", codiceIstat: "012345678" };
export const IBAN = "IT60X0542811101000000123456";
export const CAUSALE = "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-000000012";

export const SOSPESO: MovimentoOpi = {
  numero: 1,
  tipo: "ENTRATA",
  documento: "SOSPESO ENTRATA",
  operazione: "ESEGUITO",
  numeroDocumento: 12,
  importo: 12_345n,
  bolletta: 912,
  giorno: "2026-03-03",
  dataValuta: "2026-03-04",
  trn: "TRN0000000000000000000000000012",
  endToEndId: "2026-03-02ABI99001-000000012",
  cliente: { nome: "BANCA DELLE PROVE S.P.A.", codiceFiscale: "01111111111" },
  causale: CAUSALE,
};
export const REVERSALE: MovimentoOpi = {
  ...SOSPESO,
  documento: "REVERSALE",
  numeroDocumento: 77,
  progressivo: 2,
  esecuzione: "REGOLARIZZAZIONE",
  cliente: { nome: "DIVERSI" },
  causale: "INCASSI PAGOPA MARZO",
};

export const conto = (movimenti: readonly MovimentoOpi[], altro: Partial<ContoOpi> = {}): ContoOpi => {
  const somma = (tipo: string) =>
    movimenti
      .filter((voce) => voce.tipo === tipo && (voce.operazione === "ESEGUITO" || voce.operazione === "STORNATO"))
      .reduce((totale, voce) => totale + (voce.operazione === "STORNATO" ? -voce.importo : voce.importo), 0n);
  return { codice: "0000123", movimenti, saldoPrecedente: 1_000_000n, entrate: somma("ENTRATA"), uscite: somma("USCITA"), ...altro };
};
export const giornale = (conti: readonly ContoOpi[], altro: Partial<GiornaleOpi> = {}): GiornaleOpi => ({
  versione: "1.8",
  ente: ENTE,
  giorno: "2026-03-03",
  creatoIl: "2026-03-03T18:00:00.000Z",
  conti,
  ...altro,
});
export const scrivi = (conti: readonly ContoOpi[], altro: Partial<GiornaleOpi> = {}): string =>
  [...writeGiornaleOpi(giornale(conti, altro))].join("");
export const leggi = (movimenti: readonly MovimentoOpi[], altro: Partial<GiornaleOpi> = {}) =>
  read(leggiOpi, scrivi([conto(movimenti)], altro));
