/** The notice number of a new debt: given by the application and checked against the creditor, or put together from prefix and counter (reference 3.2, 3.8). */
import type { Applicazione } from "../anagrafiche/applicazione.ts";
import { type Creditore, type Dominio, stazioniDi, type TipoPendenza } from "../anagrafiche/creditore.ts";
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { giornoDi } from "../valori/date.ts";
import { readModelloIuv } from "../valori/modello-iuv.ts";
import {
  type AuxDigit,
  buildNumeroAvviso,
  buildRiferimento,
  hasCheckDigitValido,
  isNumeroAvviso,
  numeroAvvisoToIuv,
  resolvePrefisso,
} from "../valori/numero-avviso.ts";
import type { NuovaVoce } from "./nuova-pendenza.ts";
import type { Segnalazione } from "./pendenza.ts";

export interface AvvisoAssegnato {
  readonly numeroAvviso: string;
  readonly iuv: string;
  readonly segnalazioni: readonly Segnalazione[];
}

/** The only one that pagoPA assigns today (pagopa.md 4.1). */
const AUX_DIGIT_PREDEFINITO: AuxDigit = 3;

const auxDigitDi = (dominio: Dominio): AuxDigit => dominio.auxDigit ?? AUX_DIGIT_PREDEFINITO;

/** Application code: the two digits that end the id of the station. */
const applicationCodeDi = ({ stazione }: Pick<Dominio, "stazione">): string | undefined => /_(\d{2})$/.exec(stazione ?? "")?.[1];
/** Of the notices in circulation: those of the station left, or of the next one, are as good. */
const applicationCodesDi = (dominio: Dominio): readonly string[] =>
  stazioniDi(dominio).flatMap((stazione) => applicationCodeDi({ stazione }) ?? []);

/** The pattern must match the whole IUV; one that cannot be used matches nothing. */
const isConforme = (iuv: string, regExpIuv: string): boolean => {
  const modello = readModelloIuv(regExpIuv);
  return modello.ok && modello.valore(iuv);
};

const checkCodici = (numeroAvviso: string, dominio: Dominio): Esito<void, Rifiuto<"VER_026" | "VER_027">> => {
  if (numeroAvviso.startsWith("0")) {
    const attesi = applicationCodesDi(dominio);
    if (!attesi.includes(numeroAvviso.slice(1, 3))) {
      return rifiuto(
        "VER_026",
        `numeroAvviso ${numeroAvviso}: cifre 2 e 3 diverse dall'application code ${attesi.join(" o ") || "(stazione assente)"}`,
      );
    }
  }
  if (numeroAvviso.startsWith("3") && numeroAvviso.slice(1, 3) !== dominio.segregationCode) {
    return rifiuto(
      "VER_027",
      `numeroAvviso ${numeroAvviso}: cifre 2 e 3 diverse dal codice di segregazione ${dominio.segregationCode ?? "(assente)"}`,
    );
  }
  return ok(undefined);
};

/** Whether the creditor could have printed this number: its auxDigit and the codes assigned to it, whatever the rest. */
export const isNumeroDelDominio = (numeroAvviso: string, dominio: Dominio): boolean =>
  isNumeroAvviso(numeroAvviso) && numeroAvviso.startsWith(String(auxDigitDi(dominio))) && checkCodici(numeroAvviso, dominio).ok;

export type CodiceAvvisoIndicato = "VER_017" | "VER_026" | "VER_027" | "VER_030" | "VER_031" | "VER_039";

export interface ContestoAvviso {
  readonly creditore: Creditore;
  readonly applicazione: Applicazione | undefined;
  /** Instant. */
  readonly adesso: string;
}

/** A number chosen by the application. Wrong check digits are reported, or refused if the creditor wants: the Node does not look at them (pagopa.md 4.1). */
export const checkNumeroAvviso = (
  numeroAvviso: string,
  voci: readonly NuovaVoce[],
  { creditore: { dominio }, applicazione, adesso }: ContestoAvviso,
): Esito<AvvisoAssegnato, Rifiuto<CodiceAvvisoIndicato>> => {
  if (!isNumeroAvviso(numeroAvviso)) return rifiuto("VER_017", `numeroAvviso ${numeroAvviso}: attese 18 cifre, la prima da 0 a 3`);
  if (voci.length > 1 && voci.some(({ destinazione }) => destinazione.variante === "bollo")) {
    return rifiuto(
      "VER_031",
      `numeroAvviso ${numeroAvviso}: non indicarlo, la pendenza ha ${voci.length} voci di cui almeno una è un bollo`,
    );
  }
  const auxDigit = String(auxDigitDi(dominio));
  if (!numeroAvviso.startsWith(auxDigit)) return rifiuto("VER_039", `numeroAvviso ${numeroAvviso}: attesa ${auxDigit} come prima cifra`);
  const codici = checkCodici(numeroAvviso, dominio);
  if (!codici.ok) return codici;
  const iuv = numeroAvvisoToIuv(numeroAvviso);
  const regExpIuv = applicazione?.codificaAvvisi?.regExpIuv;
  if (regExpIuv !== undefined && regExpIuv !== "" && !isConforme(iuv, regExpIuv)) {
    return rifiuto("VER_030", `numeroAvviso ${numeroAvviso}: lo IUV ${iuv} non rispetta il formato ${regExpIuv}`);
  }
  // auxDigit 1 has no check digits: its IUV is free.
  const segnalato = auxDigit !== "1" && !hasCheckDigitValido(numeroAvviso);
  if (segnalato && dominio.regoleCaricamento?.cifreControllo === "RIFIUTA") {
    return rifiuto("VER_017", `numeroAvviso ${numeroAvviso}: le cifre di controllo, le ultime due, non sono corrette`);
  }
  const segnalazione = {
    data: adesso,
    codice: "CIFRE_DI_CONTROLLO",
    descrizione: `Le cifre di controllo del numero avviso ${numeroAvviso} non sono corrette`,
  };
  return ok({ numeroAvviso, iuv, segnalazioni: segnalato ? [segnalazione] : [] });
};

/** Prefix of the numbers generated for a debt, from the creditor's template with the codes of application and debt type (VER_028). */
export const prefissoDi = (
  idTipoPendenza: string,
  tipo: TipoPendenza | undefined,
  { creditore, applicazione, adesso }: ContestoAvviso,
): Esito<string, Rifiuto<"VER_028">> => {
  const proprio = creditore.tipiPendenza.find((t) => t.idTipoPendenza === idTipoPendenza);
  const prefisso = resolvePrefisso(creditore.dominio.iuvPrefix ?? "", {
    a: applicazione?.codificaAvvisi?.codificaIuv,
    p: proprio?.codificaIUV ?? tipo?.codificaIUV,
    anno: Number(giornoDi(adesso).slice(0, 4)),
  });
  return prefisso.ok ? prefisso : rifiuto("VER_028", prefisso.errore);
};

/** A number from prefix and counter, check digits included. Refused when the counter no longer fits or the creditor lacks the code its layout needs. */
export const generateNumeroAvviso = (
  prefisso: string,
  progressivo: bigint,
  dominio: Dominio,
): Esito<AvvisoAssegnato, Rifiuto<"VER_026" | "VER_027" | "VER_028">> => {
  const auxDigit = auxDigitDi(dominio);
  const applicationCode = applicationCodeDi(dominio);
  const { segregationCode } = dominio;
  if (auxDigit === 0 && applicationCode === undefined) return rifiuto("VER_026", `il dominio ${dominio.idDominio} non ha una stazione`);
  if (auxDigit === 3 && !/^\d{2}$/.test(segregationCode ?? "")) {
    return rifiuto("VER_027", `il dominio ${dominio.idDominio} non ha un codice di segregazione di 2 cifre`);
  }
  const riferimento = buildRiferimento(prefisso, progressivo, auxDigit);
  if (!riferimento.ok) return rifiuto("VER_028", riferimento.errore);
  return ok({ ...buildNumeroAvviso({ auxDigit, applicationCode, segregationCode, riferimento: riferimento.valore }), segnalazioni: [] });
};
