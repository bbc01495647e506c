/**
 * The treasurer's cash journal, OPI "giornale di cassa" 1.8: one account of evidence per IBAN, every pagoPA credit an income still to be
 * regularised (SOSPESO ENTRATA), signed as the schema demands. Written in canonical form because the signature is computed on the text.
 */
import { formatImporto } from "../comune/importi.ts";
import { blocco, tag } from "../comune/xml.ts";
import type { Giornata, Movimento } from "./movimenti.ts";

export interface EnteTesoriere {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly codiceIpa: string;
  readonly codiceIstat: string;
}

export interface GiornaleDiCassa {
  readonly ente: EnteTesoriere;
  readonly giorno: string;
  /** UTC instant of creation. */
  readonly creatoIl: string;
  readonly conti: readonly Giornata[];
}

/** Registered code of account 1.03/3.01 of SIOPE is the creditor's business: the bank gives the provisional one. */
const CODICE_PROVVISORIO = "9998";

const movimento = (voce: Movimento, idFlussoBt: string): string =>
  blocco(
    "movimento_conto_evidenza",
    tag("identificativo_flusso", idFlussoBt),
    tag("numero_movimento", voce.numero),
    tag("tipo_movimento", "ENTRATA"),
    tag("tipo_documento", "SOSPESO ENTRATA"),
    tag("tipo_operazione", "ESEGUITO"),
    tag("numero_documento", voce.numero),
    blocco(
      "sospeso_da_regolarizzare",
      tag("data_effettiva_sospeso", voce.giorno),
      tag("codice_gestionale_provvisorio", CODICE_PROVVISORIO),
    ),
    tag("progressivo_documento", 0),
    tag("importo", formatImporto(voce.importo)),
    tag("numero_bolletta_quietanza", voce.numero),
    tag("data_movimento", voce.giorno),
    tag("data_movimento_siope", voce.giorno),
    tag("data_valuta_ente", voce.dataValuta),
    tag("tipo_esecuzione", "SEPA CREDIT TRANSFER"),
    tag("coordinate", voce.iban),
    tag("codice_riferimento_operazione", voce.trn),
    tag("end_to_end_id", voce.endToEndId.slice(0, 35)),
    tag("tipo_contabilita", "FRUTTIFERO"),
    tag("destinazione", "LIBERA"),
    tag("assoggettamento_bollo", "ESENTE BOLLO"),
    blocco("cliente", tag("anagrafica_cliente", voce.ordinante.nome), tag("codice_fiscale_cliente", voce.ordinante.codiceFiscale)),
    tag("causale", voce.causale),
  );

const conto = (giornata: Giornata, idFlussoBt: string): string =>
  blocco(
    "informazioni_conto_evidenza",
    tag("conto_evidenza", giornata.iban.slice(-12)),
    tag("descrizione_conto_evidenza", giornata.iban),
    ...giornata.movimenti.map((voce) => movimento(voce, idFlussoBt)),
    tag("saldo_precedente_conto_evidenza", formatImporto(giornata.saldoIniziale)),
    tag("totale_entrate_conto_evidenza", formatImporto(giornata.entrate)),
    tag("totale_uscite_conto_evidenza", formatImporto(0n)),
    tag("saldo_finale_conto_evidenza", formatImporto(giornata.saldoFinale)),
  );

const somma = (conti: readonly Giornata[], campo: "saldoIniziale" | "entrate" | "saldoFinale"): string =>
  formatImporto(conti.reduce((totale, giornata) => totale + giornata[campo], 0n));

/** XML of the day; `firma` gives the ds:Signature of the canonical text. */
export const buildGiornaleOpi = (giornale: GiornaleDiCassa, firma: (documento: string) => string): string => {
  const { ente, giorno, conti } = giornale;
  const idFlussoBt = `GDC-${giorno.replaceAll("-", "")}${ente.idDominio}#001#001`;
  const testata = blocco(
    "testata_messaggio",
    tag("codice_ABI_BT", "99001"),
    tag("data_ora_creazione_flusso", giornale.creatoIl),
    tag("codice_ente", ente.codiceIpa),
    tag("descrizione_ente", ente.ragioneSociale),
    tag("codice_istat_ente", ente.codiceIstat),
    tag("codice_fiscale_ente", ente.idDominio),
    tag("codice_tramite_ente", "A2A-00000001"),
    tag("codice_tramite_BT", "A2A-00000002"),
    tag("codice_ente_BT", ente.idDominio),
  );
  const corpo = [
    testata,
    tag("identificativo_flusso_BT", idFlussoBt),
    tag("pagina", 1),
    tag("pagine_totali", 1),
    tag("esercizio", giorno.slice(0, 4)),
    tag("data_riferimento_GdC", giorno),
    ...conti.map((giornata) => conto(giornata, idFlussoBt)),
    tag("saldo_complessivo_precedente", somma(conti, "saldoIniziale")),
    tag("totale_complessivo_entrate", somma(conti, "entrate")),
    tag("totale_complessivo_uscite", formatImporto(0n)),
    tag("saldo_complessivo_finale", somma(conti, "saldoFinale")),
  ].join("");
  const documento = `<flusso_giornale_di_cassa>${corpo}</flusso_giornale_di_cassa>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<flusso_giornale_di_cassa>${corpo}${firma(documento)}</flusso_giornale_di_cassa>\n`;
};
