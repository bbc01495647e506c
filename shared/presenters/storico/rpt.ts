/**
 * The payment request of the legacy family as XML, exact to PagInf_RPT_RT_6_2_0.xsd: every element in the digitpa namespace, in the order of the schema, texts cut
 * to its lengths, no empty optional element. A value that cannot be repaired is a bug of ours and throws.
 */
import { NS_PAGAMENTI } from "../../contracts/pagopa/namespaces.ts";
import type { EnteBeneficiario, Rpt, SingoloVersamento } from "../../domain/storico/rpt.ts";
import { fromSoggettoStorico, type SoggettoStorico, type SuffissoSoggetto } from "../../domain/storico/soggetti.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import { codice, elemento, giorno, importo, normalizeTesto, testo, testoConforme, testoFacoltativo } from "../pagopa/xml.ts";

const IBAN = /^[a-zA-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/;
const BIC = /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/;
const NAZIONE_O_PROVINCIA = /^[A-Z]{2}$/;
const EMAIL = /^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/;
const BASE64_BREVE = /^(?=.{4,68}$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const DATI_SPECIFICI = /^[0129]\/\S{3,138}$/;
/** Codes given by others go back as they came, whatever they hold. */
const CODICE_35 = /^[\s\S]{1,35}$/u;

const identificativo = (nome: string, tipo: string, valore: string): string => {
  const riga = normalizeTesto(valore, 16);
  return elemento(
    nome,
    elemento("tipoIdentificativoUnivoco", tipo),
    testo("codiceIdentificativoUnivoco", [...riga].length < 2 ? "ANONIMO" : riga, 16),
  );
};

export function presentSoggetto<const S extends SuffissoSoggetto>(suffisso: S, scritto: SoggettoStorico<S>): string {
  const soggetto = fromSoggettoStorico(suffisso, scritto);
  return elemento(
    `soggetto${suffisso}`,
    identificativo(`identificativoUnivoco${suffisso}`, soggetto.tipo, soggetto.identificativo),
    testo(`anagrafica${suffisso}`, soggetto.anagrafica, 70),
    testoFacoltativo(`indirizzo${suffisso}`, soggetto.indirizzo, 70),
    testoFacoltativo(`civico${suffisso}`, soggetto.civico, 16),
    testoFacoltativo(`cap${suffisso}`, soggetto.cap, 16),
    testoFacoltativo(`localita${suffisso}`, soggetto.localita, 35),
    testoFacoltativo(`provincia${suffisso}`, soggetto.provincia, 35),
    testoConforme(`nazione${suffisso}`, soggetto.nazione, NAZIONE_O_PROVINCIA, 2),
    testoConforme(`e-mail${suffisso}`, soggetto.email, EMAIL, 256),
  );
}

/** Also part of the answers of paaVerificaRPT and paaAttivaRPT: the content only, the element belongs to the schema around it. */
export const presentEnteBeneficiario = (ente: EnteBeneficiario): string => {
  const { tipoIdentificativoUnivoco, codiceIdentificativoUnivoco } = ente.identificativoUnivocoBeneficiario;
  return [
    identificativo("identificativoUnivocoBeneficiario", tipoIdentificativoUnivoco, codiceIdentificativoUnivoco),
    testo("denominazioneBeneficiario", ente.denominazioneBeneficiario, 70),
    testoFacoltativo("codiceUnitOperBeneficiario", ente.codiceUnitOperBeneficiario, 35),
    testoFacoltativo("denomUnitOperBeneficiario", ente.denomUnitOperBeneficiario, 70),
    testoFacoltativo("indirizzoBeneficiario", ente.indirizzoBeneficiario, 70),
    testoFacoltativo("civicoBeneficiario", ente.civicoBeneficiario, 16),
    testoFacoltativo("capBeneficiario", ente.capBeneficiario, 16),
    testoFacoltativo("localitaBeneficiario", ente.localitaBeneficiario, 35),
    testoFacoltativo("provinciaBeneficiario", ente.provinciaBeneficiario, 35),
    testoConforme("nazioneBeneficiario", ente.nazioneBeneficiario, NAZIONE_O_PROVINCIA, 2),
  ].join("");
};

const presentVersamento = (riga: SingoloVersamento): string => {
  const { ibanAccredito, datiMarcaBolloDigitale: marca } = riga;
  // Each row is credited either to an account or, for a stamp, to nobody of ours (pagopa.md 2.1).
  if ((ibanAccredito === undefined) === (marca === undefined))
    throw new RangeError("Un versamento ha un conto di accredito o una marca da bollo");
  return elemento(
    "datiSingoloVersamento",
    importo("importoSingoloVersamento", riga.importoSingoloVersamento),
    ibanAccredito === undefined ? "" : codice("ibanAccredito", ibanAccredito, IBAN),
    testoConforme("bicAccredito", riga.bicAccredito, BIC, 11),
    testoConforme("ibanAppoggio", riga.ibanAppoggio, IBAN, 34),
    testoConforme("bicAppoggio", riga.bicAppoggio, BIC, 11),
    testo("causaleVersamento", riga.causaleVersamento, 140),
    codice("datiSpecificiRiscossione", riga.datiSpecificiRiscossione, DATI_SPECIFICI),
    marca === undefined
      ? ""
      : elemento(
          "datiMarcaBolloDigitale",
          elemento("tipoBollo", marca.tipoBollo),
          codice("hashDocumento", marca.hashDocumento, BASE64_BREVE),
          codice("provinciaResidenza", marca.provinciaResidenza, NAZIONE_O_PROVINCIA),
        ),
  );
};

/** The whole document. Throws when the data break a rule of the schema that cannot be repaired. */
export function presentRpt(rpt: Rpt): string {
  const { dominio, datiVersamento: dati, soggettoVersante } = rpt;
  const righe = dati.datiSingoloVersamento;
  if (righe.length < 1 || righe.length > 5) throw new RangeError(`I versamenti devono essere da 1 a 5, non ${righe.length}`);
  if (sumImporti(righe.map((riga) => riga.importoSingoloVersamento)) !== dati.importoTotaleDaVersare)
    throw new RangeError("La somma dei versamenti è diversa da importoTotaleDaVersare");
  const corpo = [
    testo("versioneOggetto", rpt.versioneOggetto, 16),
    elemento(
      "dominio",
      codice("identificativoDominio", dominio.identificativoDominio, CODICE_35),
      testoFacoltativo("identificativoStazioneRichiedente", dominio.identificativoStazioneRichiedente, 35),
    ),
    codice("identificativoMessaggioRichiesta", rpt.identificativoMessaggioRichiesta, CODICE_35),
    // The legacy guide asks for the wall clock, without zone.
    elemento("dataOraMessaggioRichiesta", toIsoRoma(rpt.dataOraMessaggioRichiesta).slice(0, 19)),
    elemento("autenticazioneSoggetto", rpt.autenticazioneSoggetto),
    soggettoVersante === undefined ? "" : presentSoggetto("Versante", soggettoVersante),
    presentSoggetto("Pagatore", rpt.soggettoPagatore),
    elemento("enteBeneficiario", presentEnteBeneficiario(rpt.enteBeneficiario)),
    elemento(
      "datiVersamento",
      giorno("dataEsecuzionePagamento", dati.dataEsecuzionePagamento),
      importo("importoTotaleDaVersare", dati.importoTotaleDaVersare),
      elemento("tipoVersamento", dati.tipoVersamento),
      codice("identificativoUnivocoVersamento", dati.identificativoUnivocoVersamento, CODICE_35),
      codice("codiceContestoPagamento", dati.codiceContestoPagamento, CODICE_35),
      testoConforme("ibanAddebito", dati.ibanAddebito, IBAN, 34),
      testoConforme("bicAddebito", dati.bicAddebito, BIC, 11),
      elemento("firmaRicevuta", dati.firmaRicevuta),
      ...righe.map(presentVersamento),
    ),
  ].join("");
  return `<?xml version="1.0" encoding="UTF-8"?><RPT xmlns="${NS_PAGAMENTI}">${corpo}</RPT>`;
}
