/** The document of the whole installation, or of one creditor: what an import elsewhere needs, without secrets. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { hideSegreti } from "../../domain/installazione/differenze.ts";
import { writeDocumento } from "../../domain/installazione/documento.ts";
import { coversCreditore, narrowToCreditore } from "../../domain/installazione/installazione.ts";
import { findServizioMancante, NOMI_SEZIONE, type Oggetto, percorsoVoce, type Sezione } from "../../domain/installazione/sezioni.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traduttore } from "../../ports/installazione.ts";
import { loadInstallazione, type PorteInstallazione } from "./load-installazione.ts";

interface Porte extends PorteInstallazione {
  readonly traduttore: Pick<Traduttore, "describe">;
  readonly clock: Clock;
}

type Rifiutato = Rifiuto<"NON_AUTORIZZATO" | "NON_TROVATO" | "PARAMETRO_NON_VALIDO">;

/** Of a creditor, the parts that the caller may not read are left out; of an installation nothing can be missing. */
const sezioniDi = (chiamante: Chiamante, idDominio: string | undefined): Esito<readonly Sezione[], Rifiutato> => {
  const leggibili = NOMI_SEZIONE.filter((sezione) => findServizioMancante(chiamante, [sezione], "R") === undefined);
  if (idDominio !== undefined) {
    if (!coversCreditore(chiamante, idDominio)) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    return leggibili.includes("dominio") ? ok(leggibili) : rifiuto("NON_AUTORIZZATO", "serve il diritto R su Anagrafica Creditore");
  }
  if (chiamante.domini !== "*") return rifiuto("PARAMETRO_NON_VALIDO", "idDominio: obbligatorio per chi opera solo su alcuni domini");
  const mancante = findServizioMancante(chiamante, NOMI_SEZIONE, "R");
  return mancante === undefined
    ? ok(leggibili)
    : rifiuto("NON_AUTORIZZATO", `per l'intera installazione serve il diritto R su ${mancante}`);
};

/** Refuses who may not read all of it (403), or works for some creditors and does not say which (400), and a creditor that does not exist or is not the caller's (404). */
export const exportAnagrafica =
  ({ traduttore, clock, ...porte }: Porte) =>
  async (idDominio: string | undefined, chiamante: Chiamante): Promise<Esito<Oggetto, Rifiutato>> => {
    const sezioni = sezioniDi(chiamante, idDominio);
    if (!sezioni.ok) return sezioni;
    const tutta = await loadInstallazione(porte, idDominio === undefined ? "*" : [idDominio]);
    if (idDominio !== undefined && tutta.creditori.length === 0) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const installazione = idDominio === undefined ? tutta : narrowToCreditore(tutta, idDominio);
    const segretiEsclusi: string[] = [];
    const voci = traduttore
      .describe(installazione)
      .filter(({ sezione }) => sezioni.valore.includes(sezione))
      .map((voce) => {
        const { corpo, esclusi } = hideSegreti(voce.sezione, voce.corpo);
        segretiEsclusi.push(...esclusi.map((campo) => `${percorsoVoce(voce)}.${campo}`));
        return { ...voce, corpo };
      });
    return ok(writeDocumento(voci, { data: clock.now(), segretiEsclusi, ...(idDominio !== undefined && { idDominio }) }));
  };
