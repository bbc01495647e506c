/** People and creditor of RPT and RT as data (PagInf_RPT_RT_6_2_0.xsd): read in the RT and in the request of paaAttivaRPT. Its elements are all qualified. */
import { NS_PAGAMENTI } from "../../contracts/pagopa/namespaces.ts";
import { ko, ok } from "../../domain/esito.ts";
import type { EnteBeneficiario } from "../../domain/storico/rpt.ts";
import type { SoggettoStorico, SuffissoSoggetto } from "../../domain/storico/soggetti.ts";
import { sequenza, type Tipo, testoDi, testoFacoltativo, uno } from "../soap/schema.ts";
import { duePosizioni, email, testo, unoFra } from "../soap/simple-types.ts";
import type { Nodo } from "../soap/xml-tree.ts";

/** Name of the first element that is not in the namespace of the schema. */
function findEstraneo(nodo: Nodo): string | undefined {
  if (nodo.ns !== NS_PAGAMENTI) return nodo.nome;
  for (const figlio of nodo.figli) {
    const estraneo = findEstraneo(figlio);
    if (estraneo !== undefined) return estraneo;
  }
  return undefined;
}

const senzaNamespace = (nodo: Nodo): Nodo => ({ ...nodo, ns: "", figli: nodo.figli.map(senzaNamespace) });

/** A type of the digitpa schema (elementFormDefault="qualified"): its children must be in that namespace, the element itself belongs to who declares it. */
export const qualificato =
  <T>(tipo: Tipo<T>): Tipo<T> =>
  (nodo) => {
    const figlio = nodo.figli.map(findEstraneo).find((nome) => nome !== undefined);
    if (figlio !== undefined)
      return ko({ percorso: [figlio.slice(0, 60)], motivo: `l'elemento deve appartenere al namespace ${NS_PAGAMENTI}` });
    return tipo(senzaNamespace(nodo));
  };

const identificativo = (tipi: readonly string[], codice = testo(16, 2)) =>
  sequenza({ tipoIdentificativoUnivoco: testoDi(unoFra(...tipi)), codiceIdentificativoUnivoco: testoDi(codice) });

const recapiti = (suffisso: string) => ({
  [`indirizzo${suffisso}`]: testoFacoltativo(testo(70)),
  [`civico${suffisso}`]: testoFacoltativo(testo(16)),
  [`cap${suffisso}`]: testoFacoltativo(testo(16)),
  [`localita${suffisso}`]: testoFacoltativo(testo(35)),
  [`provincia${suffisso}`]: testoFacoltativo(testo(35)),
  [`nazione${suffisso}`]: testoFacoltativo(duePosizioni),
});

export const soggetto = <const S extends SuffissoSoggetto>(suffisso: S): Tipo<SoggettoStorico<S>> => {
  const campi: Tipo<object> = sequenza({
    [`identificativoUnivoco${suffisso}`]: uno(identificativo(["F", "G"])),
    [`anagrafica${suffisso}`]: testoDi(testo(70)),
    ...recapiti(suffisso),
    [`e-mail${suffisso}`]: testoFacoltativo(email),
  });
  return (nodo) => {
    const letto = campi(nodo);
    return letto.ok ? ok(letto.valore as SoggettoStorico<S>) : letto;
  };
};

/** Creditor and attesting institution: the same fields, with another suffix and other kinds of identifier. */
export function istituto(suffisso: "Beneficiario" | "Attestante", ...tipi: readonly string[]): Tipo<object> {
  // Older schemas gave the PSP 35 characters, this one 16: the receipt of a longer one is taken all the same.
  const codice = suffisso === "Attestante" ? testo(35) : testo(16, 2);
  return sequenza({
    [`identificativoUnivoco${suffisso}`]: uno(identificativo(tipi, codice)),
    [`denominazione${suffisso}`]: testoDi(testo(70)),
    [`codiceUnitOper${suffisso}`]: testoFacoltativo(testo(35)),
    [`denomUnitOper${suffisso}`]: testoFacoltativo(testo(70)),
    ...recapiti(suffisso),
  });
}

export const enteBeneficiario: Tipo<EnteBeneficiario> = (nodo) => {
  const letto = istituto("Beneficiario", "G")(nodo);
  return letto.ok ? ok(letto.valore as EnteBeneficiario) : letto;
};
