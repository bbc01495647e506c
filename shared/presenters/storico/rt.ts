/**
 * The receipt of the legacy family as XML, in the order of PagInf_RPT_RT_6_2_0.xsd: only for receipts translated from the modern family, since
 * those that came in this form are kept as they came.
 */
import { NS_PAGAMENTI } from "../../contracts/pagopa/namespaces.ts";
import type { Rt, SingoloPagamento } from "../../domain/storico/rt.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { formatImporto } from "../../domain/valori/importo.ts";
import { elemento, giorno, testo, testoFacoltativo } from "../pagopa/xml.ts";
import { presentEnteBeneficiario, presentSoggetto } from "./rpt.ts";

const presentPagamento = (riga: SingoloPagamento): string =>
  elemento(
    "datiSingoloPagamento",
    elemento("singoloImportoPagato", formatImporto(riga.singoloImportoPagato)),
    testoFacoltativo("esitoSingoloPagamento", riga.esitoSingoloPagamento, 35),
    giorno("dataEsitoSingoloPagamento", riga.dataEsitoSingoloPagamento),
    testo("identificativoUnivocoRiscossione", riga.identificativoUnivocoRiscossione, 35),
    testo("causaleVersamento", riga.causaleVersamento, 140),
    testo("datiSpecificiRiscossione", riga.datiSpecificiRiscossione, 140),
    riga.commissioniApplicatePSP === undefined ? "" : elemento("commissioniApplicatePSP", formatImporto(riga.commissioniApplicatePSP)),
    riga.allegatoRicevuta === undefined
      ? ""
      : elemento(
          "allegatoRicevuta",
          elemento("tipoAllegatoRicevuta", riga.allegatoRicevuta.tipoAllegatoRicevuta),
          elemento("testoAllegato", riga.allegatoRicevuta.testoAllegato.replace(/[^A-Za-z0-9+/=]/g, "")),
        ),
  );

/** The whole document. */
export const presentRt = (rt: Rt): string => {
  const { dominio, istitutoAttestante: istituto, datiPagamento: dati, soggettoVersante } = rt;
  const { tipoIdentificativoUnivoco, codiceIdentificativoUnivoco } = istituto.identificativoUnivocoAttestante;
  const corpo = [
    testo("versioneOggetto", rt.versioneOggetto, 16),
    elemento(
      "dominio",
      testo("identificativoDominio", dominio.identificativoDominio, 35),
      testoFacoltativo("identificativoStazioneRichiedente", dominio.identificativoStazioneRichiedente, 35),
    ),
    testo("identificativoMessaggioRicevuta", rt.identificativoMessaggioRicevuta, 35),
    elemento("dataOraMessaggioRicevuta", toIsoRoma(rt.dataOraMessaggioRicevuta).slice(0, 19)),
    testo("riferimentoMessaggioRichiesta", rt.riferimentoMessaggioRichiesta, 35),
    giorno("riferimentoDataRichiesta", rt.riferimentoDataRichiesta),
    elemento(
      "istitutoAttestante",
      elemento(
        "identificativoUnivocoAttestante",
        elemento("tipoIdentificativoUnivoco", tipoIdentificativoUnivoco),
        testo("codiceIdentificativoUnivoco", codiceIdentificativoUnivoco, 35),
      ),
      testo("denominazioneAttestante", istituto.denominazioneAttestante, 70),
    ),
    elemento("enteBeneficiario", presentEnteBeneficiario(rt.enteBeneficiario)),
    soggettoVersante === undefined ? "" : presentSoggetto("Versante", soggettoVersante),
    presentSoggetto("Pagatore", rt.soggettoPagatore),
    elemento(
      "datiPagamento",
      elemento("codiceEsitoPagamento", dati.codiceEsitoPagamento),
      elemento("importoTotalePagato", formatImporto(dati.importoTotalePagato)),
      testo("identificativoUnivocoVersamento", dati.identificativoUnivocoVersamento, 35),
      testo("CodiceContestoPagamento", dati.CodiceContestoPagamento, 35),
      ...dati.datiSingoloPagamento.map(presentPagamento),
    ),
  ].join("");
  return `<?xml version="1.0" encoding="UTF-8"?><RT xmlns="${NS_PAGAMENTI}">${corpo}</RT>`;
};
