/** What an import would change: entries added, changed field by field, equal, and those that only the registry has (an import never deletes). */
import { isRiferimento, isSegreto, nomeVoce, type Oggetto, type Sezione, type VoceDocumento } from "./sezioni.ts";

export interface Differenza {
  /** Path in the body of the entry. */
  readonly campo: string;
  /** JSON, cut; absent = there is none. */
  readonly prima?: string;
  readonly dopo?: string;
}

export type Azione = "AGGIUNTA" | "MODIFICA" | "INVARIATA" | "ASSENTE";

export interface VocePiano extends Omit<VoceDocumento, "corpo"> {
  readonly azione: Azione;
  readonly differenze?: readonly Differenza[];
}

const TESTO_MASSIMO = 300;
const NASCOSTO = "***";

const isOggetto = (valore: unknown): valore is Oggetto => typeof valore === "object" && valore !== null && !Array.isArray(valore);

/** JSON with the keys in order: two writings of one value are one text. */
const scrivi = (valore: unknown): string => {
  if (Array.isArray(valore)) return `[${valore.map(scrivi).join(",")}]`;
  if (!isOggetto(valore)) return JSON.stringify(valore);
  const campi = Object.keys(valore).sort();
  return `{${campi.map((campo) => `${JSON.stringify(campo)}:${scrivi(valore[campo])}`).join(",")}}`;
};

const visitaFoglie = (valore: Oggetto, prefisso: string, foglie: Map<string, unknown>): Map<string, unknown> => {
  for (const [campo, figlio] of Object.entries(valore)) {
    if (figlio === undefined) continue;
    const percorso = prefisso === "" ? campo : `${prefisso}.${campo}`;
    if (isOggetto(figlio) && Object.keys(figlio).length > 0) visitaFoglie(figlio, percorso, foglie);
    else foglie.set(percorso, figlio);
  }
  return foglie;
};

const mostra = (sezione: Sezione, percorso: string, valore: unknown): string => {
  if (isSegreto(sezione, percorso) && !isRiferimento(valore)) return NASCOSTO;
  const testo = scrivi(valore);
  return testo.length > TESTO_MASSIMO ? `${testo.slice(0, TESTO_MASSIMO)}… (${testo.length} caratteri)` : testo;
};

/**
 * Fields that differ. A secret that the document leaves out stays as it is, so it is not a difference; a literal one always is, because what is stored is not
 * compared with what is offered.
 */
export const diffCorpi = (sezione: Sezione, prima: Oggetto, dopo: Oggetto): readonly Differenza[] => {
  const vecchie = visitaFoglie(prima, "", new Map());
  const nuove = visitaFoglie(dopo, "", new Map());
  const differenze: Differenza[] = [];
  for (const campo of [...new Set([...vecchie.keys(), ...nuove.keys()])].sort()) {
    const [vecchio, nuovo] = [vecchie.get(campo), nuove.get(campo)];
    const segreto = isSegreto(sezione, campo);
    if (segreto && nuovo === undefined) continue;
    const uguali = vecchio !== undefined && nuovo !== undefined && scrivi(vecchio) === scrivi(nuovo);
    if (uguali && !(segreto && !isRiferimento(nuovo))) continue;
    differenze.push({
      campo,
      ...(vecchio !== undefined && { prima: mostra(sezione, campo, vecchio) }),
      ...(nuovo !== undefined && { dopo: mostra(sezione, campo, nuovo) }),
    });
  }
  return differenze;
};

const chiaveDi = ({ sezione, id, ambito }: VoceDocumento) => ({ sezione, id, ...(ambito !== undefined && { ambito }) });

/** The plan, in the order of the document; then what only the registry has. */
export const planVoci = (attuali: readonly VoceDocumento[], volute: readonly VoceDocumento[]): readonly VocePiano[] => {
  const registrate = new Map(attuali.map((voce) => [nomeVoce(voce), voce]));
  const piano = volute.map((voce): VocePiano => {
    const registrata = registrate.get(nomeVoce(voce));
    registrate.delete(nomeVoce(voce));
    if (!registrata) return { ...chiaveDi(voce), azione: "AGGIUNTA" };
    const differenze = diffCorpi(voce.sezione, registrata.corpo, voce.corpo);
    return differenze.length === 0 ? { ...chiaveDi(voce), azione: "INVARIATA" } : { ...chiaveDi(voce), azione: "MODIFICA", differenze };
  });
  return [...piano, ...[...registrate.values()].map((voce): VocePiano => ({ ...chiaveDi(voce), azione: "ASSENTE" }))];
};

/** The body without literal secrets, and where they were. References stay. */
export const hideSegreti = (
  sezione: Sezione,
  corpo: Oggetto,
  prefisso = "",
): { readonly corpo: Oggetto; readonly esclusi: readonly string[] } => {
  const esclusi: string[] = [];
  const campi: [string, unknown][] = [];
  for (const [campo, valore] of Object.entries(corpo)) {
    const percorso = prefisso === "" ? campo : `${prefisso}.${campo}`;
    if (isSegreto(sezione, percorso) && !isRiferimento(valore)) {
      if (valore !== undefined && valore !== null) esclusi.push(percorso);
    } else if (isOggetto(valore)) {
      const interno = hideSegreti(sezione, valore, percorso);
      esclusi.push(...interno.esclusi);
      campi.push([campo, interno.corpo]);
    } else if (valore !== undefined) campi.push([campo, valore]);
  }
  return { corpo: Object.fromEntries(campi), esclusi };
};
