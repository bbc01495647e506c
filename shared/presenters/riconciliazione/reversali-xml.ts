/**
 * The proposal as the order flow of SIOPE+ (OPI 1.7.1, flusso_ordinativi), without the signature: who issues the orders signs them. Elements come in the order of
 * the schema; one that has no value is left out.
 */
import type * as z from "zod";
import type { RichiestaReversali } from "../../contracts/riconciliazione/reversali.ts";
import type { PropostaReversali, Reversale, VersanteReversale, VoceBilancio } from "../../domain/contabilita/reversali.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { formatImporto } from "../../domain/valori/importo.ts";
import { elemento, testo, testoFacoltativo } from "../pagopa/xml.ts";

type Richiesta = z.output<typeof RichiestaReversali>;
export type RichiestaFlusso = Richiesta & { readonly testata: NonNullable<Richiesta["testata"]> };

const euro = (nome: string, importo: bigint): string => elemento(nome, formatImporto(importo));
const numero = (nome: string, valore: number | undefined): string => (valore === undefined ? "" : elemento(nome, String(valore)));

const writeBilancio = ({ codifica, gestione, annoResiduo, articolo, importo }: VoceBilancio): string =>
  elemento(
    "bilancio",
    numero("codifica_bilancio", codifica),
    elemento("gestione", gestione),
    numero("anno_residuo", annoResiduo),
    numero("numero_articolo", articolo),
    euro("importo_bilancio", importo),
  );

const writeClassificazione = ({ codiceSiope, importo }: VersanteReversale): string =>
  codiceSiope === undefined
    ? ""
    : elemento(
        "classificazione",
        elemento("codice_cge", codiceSiope),
        euro("importo", importo),
        elemento("classificazione_dati_siope_entrate", elemento("tipo_debito_siope_nc", "NON_COMMERCIALE")),
      );

const writeVersante = (versante: VersanteReversale, { numeroSospeso }: Reversale, richiesta: RichiestaFlusso): string =>
  elemento(
    "informazioni_versante",
    numero("progressivo_versante", versante.progressivo),
    euro("importo_versante", versante.importo),
    elemento("tipo_riscossione", "REGOLARIZZAZIONE"),
    testoFacoltativo("tipo_entrata", richiesta.tipoEntrata, 20),
    elemento("destinazione", richiesta.destinazione),
    writeClassificazione(versante),
    elemento("bollo", elemento("assoggettamento_bollo", "ESENTE BOLLO")),
    elemento(
      "versante",
      testo("anagrafica_versante", versante.anagrafica, 140),
      testoFacoltativo("codice_fiscale_versante", versante.codiceFiscale, 35),
    ),
    testo("causale", versante.causale, 370),
    elemento("sospeso", elemento("numero_provvisorio", numeroSospeso), euro("importo_provvisorio", versante.importo)),
  );

const writeReversale = (reversale: Reversale, richiesta: RichiestaFlusso): string =>
  elemento(
    "reversale",
    elemento("tipo_operazione", "INSERIMENTO"),
    numero("numero_reversale", reversale.numero),
    elemento("data_reversale", reversale.data),
    euro("importo_reversale", reversale.importo),
    testoFacoltativo("conto_evidenza", richiesta.contoEvidenza, 25),
    ...reversale.bilancio.map(writeBilancio),
    ...reversale.versanti.map((versante) => writeVersante(versante, reversale, richiesta)),
  );

/** The same proposal has the same name, whenever it is asked for. */
const nomeFlusso = ({ idDominio, esercizio, primoNumero }: Richiesta, quante: number): string =>
  `PROPOSTA-${idDominio}-${esercizio}-${primoNumero}-${primoNumero + quante - 1}`;

/** @param adesso instant of the writing. */
export const presentFlussoOrdinativi = (richiesta: RichiestaFlusso, { dominio, reversali }: PropostaReversali, adesso: string): string => {
  const { testata, idDominio, esercizio } = richiesta;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elemento(
    "flusso_ordinativi",
    elemento(
      "testata_flusso",
      elemento("codice_ABI_BT", testata.codiceAbiBT),
      elemento("identificativo_flusso", nomeFlusso(richiesta, reversali.length)),
      elemento("data_ora_creazione_flusso", toIsoRoma(adesso).slice(0, 19)),
      elemento("codice_ente", testata.codiceEnte),
      testo("descrizione_ente", dominio.ragioneSociale, 140),
      elemento("codice_istat_ente", testata.codiceIstatEnte),
      elemento("codice_fiscale_ente", idDominio),
      elemento("codice_tramite_ente", testata.codiceTramiteEnte),
      elemento("codice_tramite_BT", testata.codiceTramiteBT),
      testo("codice_ente_BT", testata.codiceEnteBT, 35),
      testoFacoltativo("riferimento_ente", testata.riferimentoEnte, 35),
    ),
    numero("esercizio", esercizio),
    ...reversali.map((reversale) => writeReversale(reversale, richiesta)),
  )}\n`;
};
