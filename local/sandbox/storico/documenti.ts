/** The documents of the legacy family as the Node and the PSPs read and write them: RPT in, RT and FlussoRiversamento out. */
import { addGiorni, giornoDi, oraDiRoma } from "../comune/date.ts";
import { formatImporto, parseImporto } from "../comune/importi.ts";
import { blocco, figlio, type Nodo, parseXml, tag, testoDi } from "../comune/xml.ts";
import type { Flusso, Riga } from "../fdr/flussi.ts";
import type { Psp } from "../psp/psp.ts";
import { type CodiceEsito, NS_PAGAMENTI, type RigaRpt, type RptAlNodo } from "./modello.ts";

/** An element written again without prefixes, for a document whose default namespace is its own. */
const scrivi = (nodo: Nodo): string => (nodo.figli.length > 0 ? blocco(nodo.nome, ...nodo.figli.map(scrivi)) : tag(nodo.nome, nodo.testo));

export type RptLetta = Pick<RptAlNodo, "idMessaggio" | "dataMessaggio" | "importo" | "righe" | "ente" | "pagatore" | "versante"> & {
  readonly idDominio: string;
  readonly iuv: string;
  readonly ccp: string;
};

const rigaDi = (nodo: Nodo): RigaRpt => {
  const iban = testoDi(nodo, "ibanAccredito");
  const improntaBollo = testoDi(nodo, "datiMarcaBolloDigitale", "hashDocumento");
  return {
    importo: parseImporto(testoDi(nodo, "importoSingoloVersamento") ?? "") ?? -1n,
    ...(iban === undefined ? {} : { iban }),
    causale: testoDi(nodo, "causaleVersamento") ?? "",
    datiSpecifici: testoDi(nodo, "datiSpecificiRiscossione") ?? "",
    ...(improntaBollo === undefined ? {} : { improntaBollo }),
  };
};

/** @throws Error with the reason when it is not an RPT. */
export const leggiRpt = (xml: string): RptLetta => {
  const radice = parseXml(xml);
  if (radice.nome !== "RPT" || radice.ns !== NS_PAGAMENTI) throw new Error(`radice ${radice.nome} inattesa`);
  const versamento = figlio(radice, "datiVersamento");
  const [ente, pagatore, versante] = ["enteBeneficiario", "soggettoPagatore", "soggettoVersante"].map((nome) => figlio(radice, nome));
  const importo = parseImporto(testoDi(versamento, "importoTotaleDaVersare") ?? "");
  if (versamento === undefined || ente === undefined || pagatore === undefined || importo === undefined) throw new Error("RPT incompleta");
  return {
    idDominio: testoDi(radice, "dominio", "identificativoDominio") ?? "",
    iuv: testoDi(versamento, "identificativoUnivocoVersamento") ?? "",
    ccp: testoDi(versamento, "codiceContestoPagamento") ?? "",
    idMessaggio: testoDi(radice, "identificativoMessaggioRichiesta") ?? "",
    dataMessaggio: testoDi(radice, "dataOraMessaggioRichiesta") ?? "",
    importo,
    righe: versamento.figli.filter(({ nome }) => nome === "datiSingoloVersamento").map(rigaDi),
    ente: scrivi(ente),
    pagatore: scrivi(pagatore),
    ...(versante === undefined ? {} : { versante: scrivi(versante) }),
  };
};

/** What of each row was paid: all, nothing, or (outcomes 2 and 4) the first row only, half of it when it is alone. */
export const pagatoDi = ({ righe }: Pick<RptAlNodo, "righe">, esito: CodiceEsito): readonly bigint[] => {
  if (esito === "0") return righe.map(({ importo }) => importo);
  if (esito === "1" || esito === "3") return righe.map(() => 0n);
  return righe.map(({ importo }, indice) => (indice > 0 ? 0n : righe.length > 1 ? importo : importo / 2n));
};

interface DatiRt {
  readonly rpt: RptAlNodo;
  readonly psp: Psp;
  readonly esito: CodiceEsito;
  /** IUR: the same that the settlement row will carry. */
  readonly iur: string;
  readonly idMessaggio: string;
  /** Milliseconds since the epoch. */
  readonly pagatoIl: number;
  /** The stamps bought, row by row. */
  readonly marche: readonly (string | undefined)[];
}

const rigaPagata = ({ rpt, esito, iur, pagatoIl, marche }: DatiRt, pagato: readonly bigint[]): string[] =>
  rpt.righe.map((riga, indice) => {
    const importo = pagato[indice] ?? 0n;
    const marca = marche[indice];
    return blocco(
      "datiSingoloPagamento",
      tag("singoloImportoPagato", formatImporto(importo)),
      tag("esitoSingoloPagamento", importo === 0n ? `non pagato, esito ${esito}` : undefined),
      tag("dataEsitoSingoloPagamento", giornoDi(pagatoIl)),
      tag("identificativoUnivocoRiscossione", importo === 0n ? "n/a" : iur),
      tag("causaleVersamento", riga.causale),
      tag("datiSpecificiRiscossione", riga.datiSpecifici),
      marca === undefined ? "" : blocco("allegatoRicevuta", tag("tipoAllegatoRicevuta", "BD"), tag("testoAllegato", marca)),
    );
  });

/** The RT of a PSP. Its context has a capital C, and no row accompanies a total of zero (pagopa.md 2.1). */
export const scriviRt = (dati: DatiRt): string => {
  const { rpt, psp, esito, idMessaggio, pagatoIl } = dati;
  const pagato = pagatoDi(rpt, esito);
  const totale = pagato.reduce((somma, importo) => somma + importo, 0n);
  const tipo = { ABI_CODE: "A", BIC_CODE: "B", LEGAL_PERSON: "G" }[psp.tipoMittente];
  return [
    `<?xml version="1.0" encoding="UTF-8"?><RT xmlns="${NS_PAGAMENTI}">`,
    tag("versioneOggetto", "6.2"),
    blocco("dominio", tag("identificativoDominio", rpt.idDominio), tag("identificativoStazioneRichiedente", rpt.idStazione)),
    tag("identificativoMessaggioRicevuta", idMessaggio),
    tag("dataOraMessaggioRicevuta", oraDiRoma(pagatoIl)),
    tag("riferimentoMessaggioRichiesta", rpt.idMessaggio),
    tag("riferimentoDataRichiesta", rpt.dataMessaggio.slice(0, 10)),
    blocco(
      "istitutoAttestante",
      blocco("identificativoUnivocoAttestante", tag("tipoIdentificativoUnivoco", tipo), tag("codiceIdentificativoUnivoco", psp.idMittente)),
      tag("denominazioneAttestante", psp.nome),
    ),
    rpt.ente,
    rpt.versante ?? "",
    rpt.pagatore,
    blocco(
      "datiPagamento",
      tag("codiceEsitoPagamento", esito),
      tag("importoTotalePagato", formatImporto(totale)),
      tag("identificativoUnivocoVersamento", rpt.iuv),
      tag("CodiceContestoPagamento", rpt.ccp),
      ...(totale === 0n ? [] : rigaPagata(dati, pagato)),
    ),
    "</RT>",
  ].join("");
};

const CODICE_RENDICONTAZIONE = { EXECUTED: "0", STAND_IN: "4", STAND_IN_NO_RPT: "8", NO_RPT: "9" } as const;

/** A settlement flow as FdR-1 gives it. */
export const scriviFlusso = (flusso: Flusso, righe: readonly Riga[], psp: Psp): string =>
  [
    `<?xml version="1.0" encoding="UTF-8"?><pay_i:FlussoRiversamento xmlns:pay_i="${NS_PAGAMENTI}">`,
    ...[
      tag("versioneOggetto", "1.0"),
      tag("identificativoFlusso", flusso.idFlusso),
      tag("dataOraFlusso", oraDiRoma(Date.parse(flusso.dataFlusso))),
      tag("identificativoUnivocoRegolamento", flusso.trn),
      tag("dataRegolamento", flusso.dataRegolamento || addGiorni(giornoDi(Date.parse(flusso.dataFlusso)), 1)),
      blocco(
        "istitutoMittente",
        blocco(
          "identificativoUnivocoMittente",
          tag("tipoIdentificativoUnivoco", { ABI_CODE: "A", BIC_CODE: "B", LEGAL_PERSON: "G" }[psp.tipoMittente]),
          tag("codiceIdentificativoUnivoco", psp.idMittente),
        ),
        tag("denominazioneMittente", psp.nome),
      ),
      tag("codiceBicBancaDiRiversamento", psp.bic),
      blocco(
        "istitutoRicevente",
        blocco(
          "identificativoUnivocoRicevente",
          tag("tipoIdentificativoUnivoco", "G"),
          tag("codiceIdentificativoUnivoco", flusso.idDominio),
        ),
      ),
      tag("numeroTotalePagamenti", flusso.numeroPagamenti),
      tag("importoTotalePagamenti", formatImporto(flusso.importoTotale)),
      ...righe.map((riga) =>
        blocco(
          "datiSingoliPagamenti",
          tag("identificativoUnivocoVersamento", riga.iuv),
          tag("identificativoUnivocoRiscossione", riga.iur),
          tag("indiceDatiSingoloPagamento", riga.idTransfer),
          tag("singoloImportoPagato", formatImporto(riga.importo)),
          tag("codiceEsitoSingoloPagamento", CODICE_RENDICONTAZIONE[riga.payStatus]),
          tag("dataEsitoSingoloPagamento", riga.giorno),
        ),
      ),
    ].map((elemento) => elemento.replace(/<(\/?)(?=[A-Za-z])/g, "<$1pay_i:")),
    "</pay_i:FlussoRiversamento>",
  ].join("");
