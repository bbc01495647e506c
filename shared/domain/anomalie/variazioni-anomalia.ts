/** What people do to an anomaly: give it to somebody, move it, note, put off, hide, close, reopen. Several changes at once are one entry of its history. */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { addGiorni, giornoDi } from "../valori/date.ts";
import { type Anomalia, firmaFatti, type VoceAnomalia } from "./anomalia.ts";
import { statiAnomalia } from "./stati-anomalia.ts";

export type VariazioneAnomalia =
  | { readonly path: "/assegnatario"; readonly value: string | null }
  | { readonly path: "/coda"; readonly value: string }
  | { readonly path: "/scadenza"; readonly value: string | null }
  | { readonly path: "/nascostaFino"; readonly value: string | null }
  | { readonly path: "/nota"; readonly value: string }
  | { readonly path: "/stato"; readonly value: { readonly stato: "APERTA" | "CHIUSA"; readonly motivazione: string } };

export interface Decisore {
  readonly autore: string;
  /** Instant. */
  readonly adesso: string;
}

/** One year ahead: farther is forgetting, not hiding. */
const GIORNI_NASCOSTA_MASSIMI = 366;

type Variata = Esito<Anomalia, Rifiuto<"NON_PROCESSABILE">>;

const without = (anomalia: Anomalia, campo: "assegnatario" | "scadenza" | "nascostaFino"): Anomalia => {
  const { [campo]: _tolto, ...resto } = anomalia;
  return resto;
};

const hide = (anomalia: Anomalia, fino: string, adesso: string): Variata => {
  const oggi = giornoDi(adesso);
  if (fino <= oggi) return rifiuto("NON_PROCESSABILE", `/nascostaFino: ${fino} non è dopo oggi`);
  if (fino > addGiorni(oggi, GIORNI_NASCOSTA_MASSIMI))
    return rifiuto("NON_PROCESSABILE", `/nascostaFino: al più ${GIORNI_NASCOSTA_MASSIMI} giorni da oggi`);
  return ok({ ...anomalia, nascostaFino: fino });
};

const moveStato = (
  anomalia: Anomalia,
  { stato, motivazione }: { readonly stato: "APERTA" | "CHIUSA"; readonly motivazione: string },
  { autore, adesso }: Decisore,
): Variata => {
  // Asked twice, or by two: who comes second finds what it wanted.
  if (anomalia.stato === stato) return ok(anomalia);
  const prossimo = statiAnomalia.next(anomalia.stato, stato === "CHIUSA" ? "chiudi" : "riapri");
  if (!prossimo.ok) return rifiuto("NON_PROCESSABILE", `/stato: da ${anomalia.stato} non si passa a ${stato}`);
  if (stato === "APERTA") return ok({ ...anomalia, stato: prossimo.valore });
  return ok({ ...anomalia, stato: prossimo.valore, chiusura: { autore, motivazione, data: adesso, fatti: firmaFatti(anomalia) } });
};

const applyOne = (anomalia: Anomalia, variazione: VariazioneAnomalia, decisore: Decisore): Variata => {
  switch (variazione.path) {
    case "/assegnatario":
      return ok(variazione.value === null ? without(anomalia, "assegnatario") : { ...anomalia, assegnatario: variazione.value });
    case "/coda":
      return ok({ ...anomalia, coda: variazione.value });
    case "/scadenza":
      return ok(variazione.value === null ? without(anomalia, "scadenza") : { ...anomalia, scadenza: variazione.value });
    case "/nascostaFino":
      return variazione.value === null ? ok(without(anomalia, "nascostaFino")) : hide(anomalia, variazione.value, decisore.adesso);
    case "/nota":
      return ok({ ...anomalia, nota: variazione.value });
    case "/stato":
      return moveStato(anomalia, variazione.value, decisore);
  }
};

const CAMPI_IN_STORIA = ["stato", "coda", "assegnatario", "scadenza", "nascostaFino", "nota"] as const;

/** Which fields a change moved, as the history keeps them. */
export const campiVariati = (prima: Anomalia | undefined, dopo: Anomalia): VoceAnomalia["campi"] =>
  Object.fromEntries(
    CAMPI_IN_STORIA.flatMap((campo) => {
      const [vecchio, nuovo] = [prima?.[campo], dopo[campo]];
      if (vecchio === nuovo) return [];
      return [[campo, { ...(vecchio !== undefined && { prima: vecchio }), ...(nuovo !== undefined && { dopo: nuovo }) }] as const];
    }),
  );

/** The anomaly after all the changes, in order; the same anomaly when they change nothing. All or none. */
export function varyAnomalia(anomalia: Anomalia, variazioni: readonly VariazioneAnomalia[], decisore: Decisore): Variata {
  let variata = anomalia;
  for (const variazione of variazioni) {
    const esito = applyOne(variata, variazione, decisore);
    if (!esito.ok) return esito;
    variata = esito.valore;
  }
  const ferma = Object.keys(campiVariati(anomalia, variata)).length === 0;
  return ok(ferma ? anomalia : { ...variata, dataUltimaVariazione: decisore.adesso });
}

/** Why it was closed or opened, if one of the changes says so. */
export const motivazioneDi = (variazioni: readonly VariazioneAnomalia[]): string | undefined =>
  variazioni.flatMap((v) => (v.path === "/stato" ? [v.value.motivazione] : [])).at(-1);
