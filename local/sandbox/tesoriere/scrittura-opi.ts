/**
 * Writer of the cash journal OPI "giornale di cassa" in the versions that treasurers still send (1.4, 1.6.1, 1.7.1, 1.8): the treasurer of the sandbox and the tests
 * of the readers write with it. It gives the document in pieces, so that a journal of any size can be written without holding it; in canonical form, because the
 * signature is computed on the text.
 */
import { formatImporto, sum } from "../comune/importi.ts";
import { blocco, tag } from "../comune/xml.ts";

export const VERSIONI_OPI = ["1.4", "1.6.1", "1.7.1", "1.8"] as const;
export type VersioneOpi = (typeof VERSIONI_OPI)[number];
export const isVersioneOpi = (testo: string): testo is VersioneOpi => VERSIONI_OPI.some((versione) => versione === testo);

export interface EnteTesoriere {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly codiceIpa: string;
  readonly codiceIstat: string;
}

export interface MovimentoOpi {
  readonly numero: number;
  readonly tipo: "ENTRATA" | "USCITA";
  readonly documento: "REVERSALE" | "MANDATO" | "SOSPESO ENTRATA" | "SOSPESO USCITA" | "ANTICIPAZIONE" | "GIROCONTO";
  readonly operazione: "ESEGUITO" | "STORNATO" | "REGOLARIZZATO" | "RIPRISTINATO";
  readonly numeroDocumento: number;
  readonly progressivo?: number;
  /** Cents, as written: some treasurers write what they take back with a minus. */
  readonly importo: bigint;
  readonly bolletta?: number;
  readonly bollettaStorno?: number;
  readonly giorno: string;
  readonly dataValuta?: string;
  readonly esecuzione?: string;
  readonly coordinate?: string;
  readonly trn?: string;
  readonly endToEndId?: string;
  readonly cliente: { readonly nome: string; readonly codiceFiscale?: string };
  readonly causale: string;
  /** Provisional entries that the order covers; 1.4 can write one, without amount. */
  readonly sospesi?: readonly { readonly numero: number; readonly importo: bigint }[];
}

export interface ContoOpi {
  readonly codice: string;
  readonly descrizione?: string;
  readonly movimenti: Iterable<MovimentoOpi>;
  /** Cents. */
  readonly saldoPrecedente: bigint;
  readonly entrate: bigint;
  readonly uscite: bigint;
}

export interface GiornaleOpi {
  readonly versione: VersioneOpi;
  readonly ente: EnteTesoriere;
  readonly giorno: string;
  /** UTC instant of creation. */
  readonly creatoIl: string;
  readonly pagina?: number;
  readonly pagineTotali?: number;
  readonly conti: readonly ContoOpi[];
}

/** The bank does not know the SIOPE code of the creditor's account: it gives the provisional one. */
const CODICE_PROVVISORIO = "9998";

const tre = (numero: number): string => String(numero).padStart(3, "0");
const idFlussoBt = ({ giorno, ente, pagina = 1, pagineTotali = 1 }: GiornaleOpi): string =>
  `GDC-${giorno.replaceAll("-", "")}${ente.idDominio}#${tre(pagina)}#${tre(pagineTotali)}`;

const sospesi = (voce: MovimentoOpi, versione: VersioneOpi): string =>
  versione === "1.4"
    ? tag("numero_sospeso", voce.sospesi?.[0]?.numero)
    : (voce.sospesi ?? [])
        .map(({ numero, importo }) =>
          blocco("sospeso", tag("numero_provvisorio", numero), tag("importo_provvisorio", formatImporto(importo))),
        )
        .join("");

const movimento = (voce: MovimentoOpi, { versione }: GiornaleOpi, idFlusso: string): string =>
  blocco(
    "movimento_conto_evidenza",
    versione === "1.4" ? "" : tag("identificativo_flusso", idFlusso) + tag("numero_movimento", voce.numero),
    tag("tipo_movimento", voce.tipo),
    tag("tipo_documento", voce.documento),
    tag("tipo_operazione", voce.operazione),
    tag("numero_documento", voce.numeroDocumento),
    voce.documento.startsWith("SOSPESO")
      ? blocco(
          "sospeso_da_regolarizzare",
          tag("data_effettiva_sospeso", voce.giorno),
          tag("codice_gestionale_provvisorio", CODICE_PROVVISORIO),
        )
      : "",
    tag("progressivo_documento", voce.progressivo ?? 0),
    tag("importo", formatImporto(voce.importo)),
    tag("numero_bolletta_quietanza", voce.bolletta),
    tag("numero_bolletta_quietanza_storno", voce.bollettaStorno),
    tag("data_movimento", voce.giorno),
    versione === "1.4" ? "" : tag("data_movimento_siope", voce.giorno),
    tag("data_valuta_ente", voce.dataValuta),
    tag("tipo_esecuzione", voce.esecuzione ?? "SEPA CREDIT TRANSFER"),
    tag("coordinate", voce.coordinate),
    tag("codice_riferimento_operazione", voce.trn),
    tag("end_to_end_id", voce.endToEndId?.slice(0, 35)),
    tag("tipo_contabilita", "FRUTTIFERO"),
    tag("destinazione", "LIBERA"),
    tag("assoggettamento_bollo", "ESENTE BOLLO"),
    blocco("cliente", tag("anagrafica_cliente", voce.cliente.nome), tag("codice_fiscale_cliente", voce.cliente.codiceFiscale)),
    tag("causale", voce.causale),
    sospesi(voce, versione),
  );

const testata = (giornale: GiornaleOpi, idFlusso: string): string => {
  const { ente, giorno, versione } = giornale;
  return [
    blocco(
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
    ),
    tag("identificativo_flusso_BT", idFlusso),
    tag("pagina", giornale.pagina ?? 1),
    tag("pagine_totali", giornale.pagineTotali ?? 1),
    tag("esercizio", giorno.slice(0, 4)),
    versione === "1.4"
      ? tag("data_inizio_periodo_riferimento", giorno) + tag("data_fine_periodo_riferimento", giorno)
      : tag("data_riferimento_GdC", giorno),
  ].join("");
};

interface NomiSaldi {
  readonly precedente: string;
  readonly entrate: string;
  readonly uscite: string;
  readonly finale: string;
}
const DEL_CONTO: NomiSaldi = {
  precedente: "saldo_precedente_conto_evidenza",
  entrate: "totale_entrate_conto_evidenza",
  uscite: "totale_uscite_conto_evidenza",
  finale: "saldo_finale_conto_evidenza",
};
const COMPLESSIVI: NomiSaldi = {
  precedente: "saldo_complessivo_precedente",
  entrate: "totale_complessivo_entrate",
  uscite: "totale_complessivo_uscite",
  finale: "saldo_complessivo_finale",
};

const saldi = (nomi: NomiSaldi, conti: readonly ContoOpi[]): string => {
  const prima = sum(conti.map(({ saldoPrecedente }) => saldoPrecedente));
  const entrate = sum(conti.map((conto) => conto.entrate));
  const uscite = sum(conti.map((conto) => conto.uscite));
  return (
    tag(nomi.precedente, formatImporto(prima)) +
    tag(nomi.entrate, formatImporto(entrate)) +
    tag(nomi.uscite, formatImporto(uscite)) +
    tag(nomi.finale, formatImporto(prima + entrate - uscite))
  );
};

/** What the signature covers: the root element, in pieces. Whoever signs closes it: the last piece is the closing tag. */
export function* writeGiornaleOpi(giornale: GiornaleOpi): Generator<string> {
  const idFlusso = idFlussoBt(giornale);
  yield `<flusso_giornale_di_cassa>${testata(giornale, idFlusso)}`;
  for (const conto of giornale.conti) {
    yield `<informazioni_conto_evidenza>${tag("conto_evidenza", conto.codice)}${tag("descrizione_conto_evidenza", conto.descrizione)}`;
    for (const voce of conto.movimenti) yield movimento(voce, giornale, idFlusso);
    yield `${saldi(DEL_CONTO, [conto])}</informazioni_conto_evidenza>`;
  }
  yield saldi(COMPLESSIVI, giornale.conti);
  yield "</flusso_giornale_di_cassa>";
}

/** The signed document; `firma` gives the ds:Signature of the canonical text. */
export const buildGiornaleFirmato = (giornale: GiornaleOpi, firma: (documento: string) => string): string => {
  const pezzi = [...writeGiornaleOpi(giornale)];
  const documento = pezzi.join("");
  const fine = pezzi.pop() ?? "";
  return `<?xml version="1.0" encoding="UTF-8"?>\n${pezzi.join("")}${firma(documento)}${fine}\n`;
};
