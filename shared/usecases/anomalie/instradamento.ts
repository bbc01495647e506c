/** The rules with which a creditor routes its anomalies: read, written, and tried on what is open before they are. */
import { type Chiamante, hasServizio, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Anomalia } from "../../domain/anomalie/anomalia.ts";
import { type Instradamento, instradamentoPredefinito, route } from "../../domain/anomalie/instradamento.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Anomalie } from "../../ports/anomalie.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

interface Lettura {
  readonly anomalie: Pick<Anomalie, "getInstradamento" | "find">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getApplicazione">;
}
interface Porte extends Pick<Lettura, "anagrafiche"> {
  readonly anomalie: Pick<Anomalie, "getInstradamento">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

const SERVIZIO_ENTE = "Anagrafica Creditore";

type Richiesto = Omit<Instradamento, "versione">;

const isVisibile = async ({ anagrafiche }: Pick<Lettura, "anagrafiche">, chiamante: Chiamante, idDominio: string): Promise<boolean> =>
  seesDominio(chiamante, idDominio) && (await anagrafiche.getCreditore(idDominio)) !== undefined;

/** Rules are of the whole creditor: who works for some of its units only reads them. */
const worksForAll = ({ domini }: Chiamante, idDominio: string): boolean =>
  domini === "*" || domini.some((dominio) => dominio.idDominio === idDominio && !dominio.unitaOperative?.length);

export const getInstradamento =
  (porte: Lettura) =>
  async (idDominio: string, chiamante: Chiamante): Promise<Esito<Instradamento, Rifiuto<"NON_TROVATO">>> =>
    (await isVisibile(porte, chiamante, idDominio))
      ? ok((await porte.anomalie.getInstradamento(idDominio)) ?? instradamentoPredefinito(idDominio))
      : rifiuto("NON_TROVATO", `dominio ${idDominio}`);

const findRipetuto = ({ regole }: Instradamento): string | undefined => {
  const nomi = regole.map(({ nome }) => nome);
  return nomi.find((nome, i) => nomi.indexOf(nome) !== i);
};

/** Who receives the summaries of a creditor works for it, and can be called. */
const checkDestinatario = async (
  { anagrafiche }: Pick<Lettura, "anagrafiche">,
  { idDominio, riepiloghi }: Richiesto,
): Promise<Esito<void, Rifiuto<"NON_PROCESSABILE">>> => {
  const idA2A = riepiloghi?.idA2A;
  const applicazione = idA2A === undefined ? undefined : await anagrafiche.getApplicazione(idA2A);
  const sua = applicazione?.domini === "*" || applicazione?.domini.some((dominio) => dominio.idDominio === idDominio) === true;
  if (idA2A === undefined || (sua && applicazione?.servizioIntegrazione?.versioneApi === "REST v2")) return ok(undefined);
  return rifiuto(
    "NON_PROCESSABILE",
    `riepiloghi.idA2A: ${idA2A} non è un'applicazione del dominio ${idDominio} con un servizio di integrazione REST v2`,
  );
};

type Codice = "NON_TROVATO" | "NON_PROCESSABILE" | "NON_AUTORIZZATO" | "CONFLITTO" | "PRECONDIZIONE";

/** @returns the rules as they are kept now. What is already open stays where it is: the rules are for what is born later. */
export const saveInstradamento =
  (porte: Porte) =>
  async (
    richiesto: Omit<Instradamento, "versione">,
    {
      chiamante,
      traccia,
      versioniAttese,
    }: { readonly chiamante: Chiamante; readonly traccia: Traccia; readonly versioniAttese?: readonly number[] | "*" },
  ): Promise<Esito<Instradamento, Rifiuto<Codice>>> => {
    const { idDominio } = richiesto;
    if (!(await isVisibile(porte, chiamante, idDominio))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    if (!worksForAll(chiamante, idDominio))
      return rifiuto("NON_AUTORIZZATO", `le regole sono di tutto il dominio ${idDominio}: serve operare su tutte le sue unità operative`);
    const ripetuto = findRipetuto({ ...richiesto, versione: 0 });
    if (ripetuto !== undefined) return rifiuto("NON_PROCESSABILE", `regole: il nome «${ripetuto}» è ripetuto`);
    const destinatario = await checkDestinatario(porte, richiesto);
    if (!destinatario.ok) return destinatario;
    const attuale = await porte.anomalie.getInstradamento(idDominio);
    const dueOra = (attuale ?? instradamentoPredefinito(idDominio)).secondaPersonaPerRimborsi;
    // Who could take away the second person could refund alone: it belongs to who decides how the creditor works.
    if (dueOra && !richiesto.secondaPersonaPerRimborsi && !hasServizio(chiamante, [SERVIZIO_ENTE], "W"))
      return rifiuto("NON_AUTORIZZATO", `secondaPersonaPerRimborsi: per toglierla serve il diritto di scrittura su ${SERVIZIO_ENTE}`);
    const versione = attuale?.versione ?? 0;
    if (versioniAttese !== undefined && (attuale === undefined || (versioniAttese !== "*" && !versioniAttese.includes(versione))))
      return rifiuto("PRECONDIZIONE", attuale ? `If-Match: la versione è "${versione}"` : "If-Match: la risorsa non esiste");
    const valore: Instradamento = { ...richiesto, versione };
    const evento = traccia.evento({ ...(chiamante.tipo === "operatore" && { categoriaEvento: "UTENTE" as const }), idDominio });
    const scritto = await porte.unitOfWork.commit([{ azione: attuale ? "sostituisci" : "crea", entita: "instradamento", valore }], {
      eventi: [evento],
    });
    return scritto.ok ? ok({ ...valore, versione: versione + 1 }) : rifiuto("CONFLITTO");
  };

export interface ProvaInstradamento {
  readonly anomalia: Anomalia;
  readonly coda: string;
  readonly regola?: string;
  readonly chiusa: boolean;
}

/** Open ones on which rules are tried. */
const ESEMPI = 500;

/** Where the open anomalies would have gone with these rules: nothing changes. `altre` = there are more than those tried. */
export const tryInstradamento =
  ({ anomalie, anagrafiche }: Lettura) =>
  async (
    proposto: Omit<Instradamento, "versione">,
    chiamante: Chiamante,
  ): Promise<Esito<{ readonly prove: readonly ProvaInstradamento[]; readonly altre: boolean }, Rifiuto<"NON_TROVATO">>> => {
    const { idDominio } = proposto;
    if (!(await isVisibile({ anagrafiche }, chiamante, idDominio))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
    const instradamento = { ...proposto, versione: 0 };
    const { elementi, cursore } = await anomalie.find(
      { ...ambitoDomini(chiamante, idDominio), stato: "APERTA", ordine: "desc" },
      { limite: ESEMPI, salta: 0, totale: false },
    );
    const prove = elementi.map((anomalia): ProvaInstradamento => {
      const { codice, fatti, dataEmersione } = anomalia;
      const { coda, regola, chiudiCon } = route(instradamento, { codice, ...fatti }, giornoDi(dataEmersione));
      return { anomalia, coda, chiusa: chiudiCon !== undefined, ...(regola !== undefined && { regola }) };
    });
    return ok({ prove, altre: cursore !== undefined });
  };
