/**
 * A settlement flow in the XML that accounting systems already read (FlussoRiversamento 1.0.5, pagopa.md 2.2), rebuilt from what FdR-3 gave.
 * Dates are as the PSP's day in Rome; an outcome that the schema does not know is written as it came.
 */
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { formatImporto } from "../../domain/valori/importo.ts";
import { elemento, testo, testoFacoltativo } from "../pagopa/xml.ts";

const SPAZIO_DEI_NOMI = "http://www.digitpa.gov.it/schemas/2011/Pagamenti/";

const rigaXml = (riga: Rendicontazione): string =>
  elemento(
    "datiSingoliPagamenti",
    testo("identificativoUnivocoVersamento", riga.iuv, 35),
    testo("identificativoUnivocoRiscossione", riga.iur, 35),
    elemento("indiceDatiSingoloPagamento", String(riga.indice)),
    elemento("singoloImportoPagato", formatImporto(riga.importo)),
    elemento("codiceEsitoSingoloPagamento", String(riga.esito)),
    elemento("dataEsitoSingoloPagamento", riga.data),
  );

/** The schema wants at least 3 characters where there is a name of the PSP. */
const denominazioneMittente = (nome: string | undefined): string =>
  nome !== undefined && nome.trim().length >= 3 ? testo("denominazioneMittente", nome, 70) : "";

export const presentFlussoRiversamento = (flusso: Flusso, righe: readonly Rendicontazione[], ragioneSociale: string): string => {
  const { mittente = { tipo: "G", id: flusso.idPsp } } = flusso;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<FlussoRiversamento xmlns="${SPAZIO_DEI_NOMI}">`,
    elemento("versioneOggetto", "1.0"),
    testo("identificativoFlusso", flusso.idFlusso, 35),
    elemento("dataOraFlusso", toIsoRoma(flusso.dataFlusso).slice(0, 19)),
    testo("identificativoUnivocoRegolamento", flusso.trn, 35),
    elemento("dataRegolamento", flusso.dataRegolamento),
    elemento(
      "istitutoMittente",
      elemento(
        "identificativoUnivocoMittente",
        testo("tipoIdentificativoUnivoco", mittente.tipo, 1),
        testo("codiceIdentificativoUnivoco", mittente.id, 35),
      ),
      denominazioneMittente(flusso.ragioneSocialePsp),
    ),
    testoFacoltativo("codiceBicBancaDiRiversamento", flusso.bicRiversamento, 35),
    elemento(
      "istitutoRicevente",
      elemento(
        "identificativoUnivocoRicevente",
        elemento("tipoIdentificativoUnivoco", "G"),
        testo("codiceIdentificativoUnivoco", flusso.idDominio, 35),
      ),
      testoFacoltativo("denominazioneRicevente", ragioneSociale, 140),
    ),
    elemento("numeroTotalePagamenti", String(flusso.numeroPagamenti)),
    elemento("importoTotalePagamenti", formatImporto(flusso.importoTotale)),
    ...righe.map(rigaXml),
    "</FlussoRiversamento>",
  ].join("");
};
