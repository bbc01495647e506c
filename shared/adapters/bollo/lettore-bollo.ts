/** A digital stamp read from the attachment of a receipt (MarcaDaBollo.xsd, pagopa.md 4.8): exactly the elements of its schema, in their order, signed. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { BolloLetto } from "../../domain/ricevute/bolli.ts";
import { parseIstante } from "../../domain/valori/date.ts";
import { parseImporto } from "../../domain/valori/importo.ts";
import type { LettoreBolli } from "../../ports/bolli.ts";
import { attributoDi, discendentiDi, type Elemento, elementiDi, parseAlbero, testoDi } from "./albero.ts";
import { isValidoIl, nomeDi, verifyCatena } from "./catena.ts";
import { NS_FIRMA, verifyFirma } from "./firma.ts";

const NS_BOLLO = "http://www.agenziaentrate.gov.it/2014/MarcaDaBollo";
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
/** Real stamps weigh 5 kB. */
const BYTE_MASSIMI = 100_000;
const CAMPI = ["PSP", "IUBD", "OraAcquisto", "Importo", "TipoBollo", "ImprontaDocumento"] as const;

const decode = (allegato: string): Esito<string> => {
  const byte = Buffer.from(allegato, "base64");
  if (byte.length > BYTE_MASSIMI) return ko(`supera ${BYTE_MASSIMI} byte`);
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(byte));
  } catch {
    return ko("non è un testo in UTF-8");
  }
};

/** The seven children in order, and no other signature anywhere: a second one would let the first cover something else. */
const findParti = (radice: Elemento): readonly Elemento[] | undefined => {
  const figli = elementiDi(radice);
  const giusti =
    radice.ns === NS_BOLLO &&
    radice.local === "marcaDaBollo" &&
    figli.length === CAMPI.length + 1 &&
    CAMPI.every((nome, i) => figli[i]?.ns === NS_BOLLO && figli[i]?.local === nome);
  const firme = discendentiDi(radice).filter((e) => e.ns === NS_FIRMA && e.local === "Signature");
  return giusti && firme.length === 1 && firme[0] === figli.at(-1) ? figli : undefined;
};

const improntaDi = (elemento: Elemento | undefined): string | undefined => {
  const [metodo, valore, altro] = elemento ? elementiDi(elemento) : [];
  if (!metodo || !valore || altro || metodo.local !== "DigestMethod" || valore.local !== "DigestValue" || valore.ns !== NS_FIRMA)
    return undefined;
  return attributoDi(metodo, "Algorithm") === SHA256 ? testoDi(valore).replace(/\s+/g, "") : undefined;
};

const readCampi = (parti: readonly Elemento[]): Omit<BolloLetto, "firma"> | undefined => {
  const [psp, iubd, ora, importo, tipo, impronta] = parti;
  const [codiceFiscale, denominazione] = psp ? elementiDi(psp) : [];
  const testo = (elemento: Elemento | undefined): string => (elemento && elementiDi(elemento).length === 0 ? testoDi(elemento).trim() : "");
  const quando = parseIstante(testo(ora));
  const quanto = parseImporto(testo(importo));
  const digest = improntaDi(impronta);
  if (testo(iubd) === "" || testo(tipo) !== "01" || !quando.ok || !quanto.ok || digest === undefined) return undefined;
  return {
    iubd: testo(iubd).slice(0, 200),
    codiceFiscalePsp: testo(codiceFiscale).slice(0, 35),
    denominazionePsp: testo(denominazione).slice(0, 140),
    oraAcquisto: quando.valore,
    importo: quanto.valore,
    impronta: digest,
  };
};

export const readBollo = (allegato: string, emittenti: readonly string[]): Esito<BolloLetto> => {
  const testo = decode(allegato);
  if (!testo.ok) return testo;
  const albero = parseAlbero(testo.valore);
  if (!albero.ok) return albero;
  const radice = albero.valore;
  const parti = findParti(radice);
  const firma = parti?.at(-1);
  const campi = parti && readCampi(parti);
  if (!firma || !campi) return ko("non ha gli elementi di una marca da bollo");
  const esito = verifyFirma(radice, firma);
  if (!esito.ok) return ok({ ...campi, firma: esito });
  const firmatario = esito.valore;
  const soggetto = nomeDi(firmatario.certificato.subject);
  const { oraAcquisto } = campi;
  if (!isValidoIl(firmatario.certificato, oraAcquisto))
    return ok({ ...campi, firma: ko(`il certificato di ${soggetto} non era valido all'acquisto`) });
  const catena = emittenti.length > 0 ? { catena: verifyCatena(firmatario, emittenti, oraAcquisto) } : {};
  return ok({ ...campi, firma: ok({ soggetto, ...catena }) });
};

export const lettoreBolli: LettoreBolli = { read: readBollo };
