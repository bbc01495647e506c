/**
 * The receipt of the legacy family from its XML (PagInf_RPT_RT_6_2_0.xsd): every rule of the schema, whatever the prefixes, with the limits that hold for
 * anything that comes from outside (no DOCTYPE, bounded depth and number of elements). What the values mean together is judged later (storico/regole-rt.ts).
 */
import { NS_PAGAMENTI } from "../../contracts/pagopa/namespaces.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { CODICI_ESITO, type DatiPagamentoRt, type IstitutoAttestante, type Rt, type SingoloPagamento } from "../../domain/storico/rt.ts";
import { facoltativo, lista, sequenza, type Tipo, testoDi, testoFacoltativo, uno } from "../soap/schema.ts";
import { base64, data, importo, importoNonZero, istante, testo, unoFra } from "../soap/simple-types.ts";
import { type Nodo, parseXml } from "../soap/xml-tree.ts";
import { enteBeneficiario, istituto, qualificato, soggetto } from "./soggetti-schema.ts";

const datiSpecifici = (valore: string): Esito<string> =>
  /^[0129]\/\S{3,138}$/.test(valore) ? ok(valore) : ko("deve essere 0, 1, 2 o 9, una barra e da 3 a 138 caratteri senza spazi");

const istitutoAttestante: Tipo<IstitutoAttestante> = (nodo) => {
  const letto = istituto("Attestante", "G", "A", "B")(nodo);
  return letto.ok ? ok(letto.valore as IstitutoAttestante) : letto;
};

const riga: Tipo<SingoloPagamento> = sequenza({
  singoloImportoPagato: testoDi(importo),
  esitoSingoloPagamento: testoFacoltativo(testo(35)),
  dataEsitoSingoloPagamento: testoDi(data),
  identificativoUnivocoRiscossione: testoDi(testo(35)),
  causaleVersamento: testoDi(testo(140)),
  datiSpecificiRiscossione: testoDi(datiSpecifici),
  commissioniApplicatePSP: testoFacoltativo(importo),
  commissioniApplicatePA: testoFacoltativo(importoNonZero),
  allegatoRicevuta: facoltativo(sequenza({ tipoAllegatoRicevuta: testoDi(unoFra("ES", "BD")), testoAllegato: testoDi(base64) })),
});

const RIGA = "datiSingoloPagamento";
const testaPagamento = sequenza({
  codiceEsitoPagamento: testoDi(unoFra(...CODICI_ESITO)),
  importoTotalePagato: testoDi(importo),
  identificativoUnivocoVersamento: testoDi(testo(35)),
  CodiceContestoPagamento: testoDi(testo(35)),
});
const righe = lista(RIGA, riga, 5);

/** Four fields and then 0..5 rows without a wrapper around them. */
const datiPagamento: Tipo<DatiPagamentoRt> = (nodo) => {
  const primaRiga = nodo.figli.findIndex(({ nome }) => nome === RIGA);
  const fine = primaRiga < 0 ? nodo.figli.length : primaRiga;
  const testa = testaPagamento({ ...nodo, figli: nodo.figli.slice(0, fine) });
  if (!testa.ok) return testa;
  if (primaRiga < 0) return ok({ ...testa.valore, datiSingoloPagamento: [] });
  const lette = righe({ ...nodo, figli: nodo.figli.slice(fine) });
  return lette.ok ? ok({ ...testa.valore, datiSingoloPagamento: lette.valore }) : lette;
};

const rt: Tipo<Rt> = qualificato(
  sequenza({
    versioneOggetto: testoDi(testo(16)),
    dominio: uno(sequenza({ identificativoDominio: testoDi(testo(35)), identificativoStazioneRichiedente: testoFacoltativo(testo(35)) })),
    identificativoMessaggioRicevuta: testoDi(testo(35)),
    dataOraMessaggioRicevuta: testoDi(istante),
    riferimentoMessaggioRichiesta: testoDi(testo(35)),
    riferimentoDataRichiesta: testoDi(data),
    istitutoAttestante: uno(istitutoAttestante),
    enteBeneficiario: uno(enteBeneficiario),
    soggettoVersante: facoltativo(soggetto("Versante")),
    soggettoPagatore: uno(soggetto("Pagatore")),
    datiPagamento: uno(datiPagamento),
  }),
);

/** An enveloped signature (XAdES) is the only foreign child that receipts ever carried: what it signs is read, the signature is history. */
const senzaFirma = (radice: Nodo): Nodo => ({
  ...radice,
  figli: radice.figli.filter(({ nome, ns }) => !(nome === "Signature" && ns === "http://www.w3.org/2000/09/xmldsig#")),
});

/** @returns the receipt, or what the schema does not allow in it: element and limit, in Italian. */
export function readRt(xml: string): Esito<Rt> {
  const documento = parseXml(xml);
  if (!documento.ok) return documento;
  const radice = documento.valore;
  if (radice.nome !== "RT" || radice.ns !== NS_PAGAMENTI) return ko(`l'elemento radice deve essere RT del namespace ${NS_PAGAMENTI}`);
  const letta = rt(senzaFirma(radice));
  return letta.ok ? letta : ko(`${["RT", ...letta.errore.percorso].join("/")}: ${letta.errore.motivo}`);
}
