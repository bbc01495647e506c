/** Two more tables of the same day: the movements of a BancoPosta account, and the export of a bank whose columns nobody else has. */
import { formatImporto } from "../comune/importi.ts";
import type { GiornaleDiCassa } from "./opi.ts";

const italiano = (giorno: string): string => giorno.split("-").reverse().join("/");
const importo = (centesimi: bigint): string => formatImporto(centesimi).replace(".", ",");
const cella = (testo: string): string => (/[";\r\n]/.test(testo) ? `"${testo.replaceAll('"', '""')}"` : testo);
const tabella = (righe: readonly (readonly string[])[]): string => `${righe.map((riga) => riga.map(cella).join(";")).join("\r\n")}\r\n`;

export const buildPoste = (giornale: GiornaleDiCassa): string =>
  tabella(
    giornale.conti.flatMap((conto) => [
      ["Conto BancoPosta", conto.iban],
      ["Data Contabile", "Data Valuta", "Addebiti", "Accrediti", "Descrizione operazioni"],
      ...conto.movimenti.map((voce) => [italiano(voce.giorno), italiano(voce.dataValuta), "", importo(voce.importo), voce.causale]),
      [italiano(conto.giorno), "", "", importo(conto.saldoFinale), "SALDO FINALE"],
    ]),
  );

export const buildBanca = (giornale: GiornaleDiCassa): string =>
  tabella(
    giornale.conti.flatMap((conto) => [
      ["Rapporto", conto.iban],
      ["Op. del", "Val. del", "Euro", "D/A", "Note operazione", "Eseguito da"],
      ...conto.movimenti.map((voce) => [
        italiano(voce.giorno),
        italiano(voce.dataValuta),
        importo(voce.importo),
        "A",
        voce.causale,
        voce.ordinante.nome,
      ]),
    ]),
  );
