/**
 * SECIM (reference 2.16), 2000 characters a record: every field with its length, in order; the rest is blank. A row for each amount; the codes of the client and of the
 * institute are those of the creditor's connector.
 */
import type { NomeFonte } from "./fonti.ts";
import type { CampoTracciato, FormatoCampo } from "./tracciato-contabile.ts";

const testo = (nome: string, lunghezza: number, fonte: NomeFonte, altro: Partial<CampoTracciato> = {}): CampoTracciato => ({
  ...{ nome, lunghezza, parti: [{ fonte }] },
  ...altro,
});
const numero = (nome: string, lunghezza: number, fonte?: NomeFonte, formato?: FormatoCampo): CampoTracciato => ({
  ...{ nome, lunghezza, allineamento: "DESTRA", riempimento: "0" },
  parti: fonte === undefined ? [] : [{ fonte, ...(formato !== undefined && { formato }) }],
});
const fisso = (nome: string, valore: string): CampoTracciato => ({ nome, lunghezza: valore.length, parti: [{ costante: valore }] });
const vuoto = (dopo: string, lunghezza: number): CampoTracciato => ({ nome: `vuoto_${dopo}`, lunghezza, parti: [] });

export const LUNGHEZZA_SECIM = 2000;

export const SECIM: readonly CampoTracciato[] = [
  numero("codiceIstituto", 5, "secim.codiceIstituto"),
  numero("codiceCliente", 7, "secim.codiceCliente"),
  vuoto("codiceCliente", 10),
  testo("tipoFlusso", 8, "secim.tipoFlusso"),
  numero("dataCreazioneFlusso", 8, "file.creato", "AAAAMMGG"),
  vuoto("dataCreazioneFlusso", 39),
  numero("progressivoRecord", 13, "riga.numero"),
  fisso("operazione", "RIS"),
  vuoto("operazione", 70),
  fisso("tipoPresentazione", "BOL_PA"),
  testo("codicePresentazione", 18, "pendenza.numeroAvviso"),
  vuoto("codicePresentazione", 17),
  testo("iuv", 35, "riscossione.iuv"),
  testo("rata", 35, "secim.rata"),
  vuoto("rata", 70),
  testo("riferimentoCreditore", 35, "secim.riferimentoCreditore"),
  vuoto("riferimentoCreditore", 78),
  numero("importoVersamento", 15, "pendenza.importo", "CENTESIMI"),
  vuoto("importoVersamento", 45),
  testo("causaleVersamento", 140, "pendenza.causale"),
  vuoto("causaleVersamento", 56),
  testo("tipoDebitore", 3, "debitore.tipo"),
  testo("tipoCodiceDebitore", 2, "debitore.tipo", { tabella: { F: "CF", G: "PI" } }),
  testo("codiceDebitore", 35, "debitore.identificativo"),
  testo("anagraficaDebitore", 50, "debitore.anagrafica"),
  vuoto("anagraficaDebitore", 35),
  testo("indirizzoDebitore", 50, "debitore.indirizzo"),
  testo("civicoDebitore", 5, "debitore.civico"),
  testo("capDebitore", 5, "debitore.cap"),
  testo("localitaDebitore", 50, "debitore.localita"),
  testo("provinciaDebitore", 2, "debitore.provincia"),
  testo("statoDebitore", 35, "debitore.nazione"),
  vuoto("statoDebitore", 70),
  numero("dataPagamento", 8, "riscossione.data", "AAAAMMGG"),
  numero("dataIncasso", 8, "riscossione.data", "AAAAMMGG"),
  numero("esercizioRiferimento", 4),
  numero("numeroProvvisorio", 7),
  fisso("codiceReteIncasso", "NDP"),
  vuoto("codiceReteIncasso", 3),
  fisso("codiceStrumentoIncasso", "NDP"),
  numero("numeroBolletta", 13),
  numero("importoPagato", 15, "riscossione.importo", "CENTESIMI"),
  vuoto("importoPagato", 53),
  numero("importoCommissionePa", 15),
  numero("importoCommissioneDebitore", 15, "riscossione.commissioni", "CENTESIMI"),
  vuoto("importoCommissioneDebitore", 387),
  numero("contoCorrentePostale", 12),
];
