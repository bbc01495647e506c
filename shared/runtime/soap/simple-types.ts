/** The simple types of paForNode.xsd and sac-common-types-1.0.xsd, one reader each (pagopa.md 1.2). Lengths count characters, not UTF-16 units, as in XSD. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { addGiorni, isGiorno, parseIstante } from "../../domain/valori/date.ts";
import { IMPORTO_MASSIMO_CENTESIMI } from "../../domain/valori/importo.ts";
import type { TipoSemplice } from "./schema.ts";

/** Types that are not strings lose the white space around them (whiteSpace="collapse"). */
const collapse = (testo: string): string => testo.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

const lunghezzaDi = (testo: string): number => {
  let lunghezza = 0;
  for (const _ of testo) lunghezza += 1;
  return lunghezza;
};

/** A text of min..max characters, never empty unless min says so. */
export function testo(max: number, min = 1): TipoSemplice<string> {
  return (valore) => {
    const lunghezza = valore.length > max * 2 ? valore.length : lunghezzaDi(valore);
    if (lunghezza >= min && lunghezza <= max) return ok(valore);
    return ko(
      lunghezza === 0 ? `vuoto, sono richiesti da ${min} a ${max} caratteri` : `lungo ${lunghezza} caratteri, ammessi da ${min} a ${max}`,
    );
  };
}

const modello =
  (forma: RegExp, atteso: string, max = 300): TipoSemplice<string> =>
  (valore) =>
    valore.length <= max && forma.test(valore) ? ok(valore) : ko(`deve essere ${atteso}`);

export const codiceFiscalePa = modello(/^[0-9]{11}$/, "di 11 cifre");
export const numeroAvviso = modello(/^[0-9]{18}$/, "di 18 cifre");
export const duePosizioni = modello(/^[A-Z]{2}$/, "di due lettere maiuscole");
export const email = modello(
  /^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/,
  "un indirizzo di posta di al massimo 256 caratteri",
  256,
);

export function unoFra<const V extends string>(...valori: readonly V[]): TipoSemplice<V> {
  return (letto) => {
    const valore = valori.find((ammesso) => ammesso === letto);
    return valore === undefined ? ko(`deve essere uno fra ${valori.join(", ")}`) : ok(valore);
  };
}

/** Decimal with a dot and exactly two decimals, up to 999999999.99 → cents. */
const importoDa =
  (minimoCentesimi: bigint, limite: string): TipoSemplice<bigint> =>
  (valore) => {
    const cifre = /^0*(\d{1,9})\.(\d{2})$/.exec(collapse(valore));
    const centesimi = cifre ? BigInt(`${cifre[1]}${cifre[2]}`) : undefined;
    if (centesimi === undefined || centesimi < minimoCentesimi || centesimi > IMPORTO_MASSIMO_CENTESIMI) {
      return ko(`deve essere un importo da ${limite} a 999999999.99 con il punto e due decimali`);
    }
    return ok(centesimi);
  };
export const importo = importoDa(0n, "0.00");
export const importoNonZero = importoDa(1n, "0.01");

/** xsd:int restricted to 1..5: sign and leading zeros are legal. */
export const idTransfer: TipoSemplice<number> = (valore) => {
  const cifra = /^\+?0*([1-5])$/.exec(collapse(valore))?.[1];
  return cifra === undefined ? ko("deve essere un numero da 1 a 5") : ok(Number(cifra));
};

export const booleano: TipoSemplice<boolean> = (valore) => {
  const letto = collapse(valore);
  if (letto === "true" || letto === "1") return ok(true);
  return letto === "false" || letto === "0" ? ok(false) : ko("deve essere true o false");
};

const FUSO = "(Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?";
const DATA = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${FUSO}$`);
const ISTANTE = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2})(\\.\\d+)?${FUSO}$`);

/** xsd:date → calendar day as written: an offset is legal (the Node's own mock sends it) and does not move the day. */
export const data: TipoSemplice<string> = (valore) => {
  const giorno = DATA.exec(collapse(valore))?.[1];
  return giorno !== undefined && isGiorno(giorno) ? ok(giorno) : ko("deve essere una data AAAA-MM-GG esistente");
};

/** xsd:dateTime → instant in UTC with milliseconds; without offset it is Italian time (pagopa.md 2.1). */
export const istante: TipoSemplice<string> = (valore): Esito<string> => {
  const rifiuto = ko("deve essere una data e ora AAAA-MM-GGThh:mm:ss esistente");
  const parti = ISTANTE.exec(collapse(valore));
  if (!parti) return rifiuto;
  const [, giorno = "", ora = "", frazione = "", fuso = ""] = parti;
  if (!isGiorno(giorno)) return rifiuto;
  // 24:00:00 is the first instant of the following day (XML Schema part 2, 3.2.7).
  const mezzanotte = ora === "24:00:00" && /^\.?0*$/.test(frazione);
  const millisecondi = frazione === "" ? "" : `.${frazione.slice(1, 4).padEnd(3, "0")}`;
  const letto = parseIstante(mezzanotte ? `${addGiorni(giorno, 1)}T00:00:00${fuso}` : `${giorno}T${ora}${millisecondi}${fuso}`);
  return letto.ok ? letto : rifiuto;
};

/** xsd:base64Binary, white space allowed; given back without it. */
export const base64: TipoSemplice<string> = (valore) => {
  const compatto = valore.replace(/[ \t\r\n]+/g, "");
  const valido = compatto.length % 4 === 0 && /^[A-Za-z0-9+/]*(?:[AEIMQUYcgkosw048]=|[AQgw]==)?$/.test(compatto);
  return valido ? ok(compatto) : ko("deve essere codificato in base64");
};
