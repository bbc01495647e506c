/** IBANs of creditors' accounts: which are right, and which are postal accounts, that print a bollettino. */
import { type Esito, ko, ok } from "../esito.ts";
import { letteraDiControllo } from "./lettera-controllo.ts";
import { hasMod97Valido } from "./mod97.ts";

export type Iban = {
  /** Electronic form: upper case, no blanks. */
  readonly iban: string;
  readonly paese: string;
  readonly abi?: string;
  readonly cab?: string;
  readonly conto?: string;
  readonly postale: boolean;
  /** Whether the Italian check letter agrees; reported and not refused because the Node does not look at it. Only for IT and SM. */
  readonly cinCorretto?: boolean;
};

const ABI_POSTE = "07601";
const FORMA = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
const FORMA_ITALIANA = /^(?:IT|SM)\d{2}([A-Z])(\d{5})(\d{5})([A-Z0-9]{12})$/;

/**
 * Reads an IBAN in electronic or printed form (blanks, any case). Italian and San Marino accounts must have their 27 characters.
 * @param campo name of the field, for the message.
 */
export function parseIban(testo: string, campo = "iban"): Esito<Iban> {
  const iban = testo.slice(0, 64).replace(/\s/g, "").toUpperCase();
  const paese = iban.slice(0, 2);
  if (!FORMA.test(iban)) return ko(`Il campo ${campo} deve essere un IBAN: paese, 2 cifre di controllo e da 11 a 30 caratteri`);
  const parti = FORMA_ITALIANA.exec(iban);
  if (parti === null && (paese === "IT" || paese === "SM")) {
    return ko(`Il campo ${campo} deve essere un IBAN di 27 caratteri: ${paese}, 2 cifre, CIN, ABI e CAB di 5 cifre, conto di 12 caratteri`);
  }
  if (!hasMod97Valido(iban)) return ko(`Il campo ${campo} deve essere un IBAN con cifre di controllo corrette`);
  if (parti === null) return ok({ iban, paese, postale: false });
  const [, cin = "", abi = "", cab = "", conto = ""] = parti;
  return ok({
    iban,
    paese,
    abi,
    cab,
    conto,
    postale: paese === "IT" && abi === ABI_POSTE,
    cinCorretto: cin === letteraDiControllo(abi + cab + conto),
  });
}

/** The 12 digits of the postal account of an IBAN, as the bollettino and its DataMatrix want them; undefined for a bank's IBAN. */
export function contoPostaleDi(iban: string): string | undefined {
  const letto = parseIban(iban);
  return letto.ok && letto.valore.postale ? letto.valore.conto : undefined;
}
