/**
 * A debt from the data of a form (reference 3.9): the configuration of the debt type says whether they are good (JSON Schema), how they become a debt
 * (template) or which application makes it (forwarding); creditor, type and unit are always those of the request. Nothing is written on a refusal.
 */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type ConfigurazioneForm, formDi, type Portale } from "../../domain/form/configurazione-form.ts";
import type { ContestoForm } from "../../domain/form/contesto-form.ts";
import type { DatiForm } from "../../domain/form/dati-form.ts";
import { transformDati } from "../../domain/form/trasforma-dati.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { validateDati } from "../../domain/schemi/valida-dati.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { CodiceVerifica } from "./ensure-attuale.ts";
import type { forwardForm, PendenzaDaForm } from "./forward-form.ts";
import type { CodiceApplicazione } from "./scrive-per-conto.ts";

export interface RichiestaForm {
  readonly idDominio: string;
  readonly idTipoPendenza: string;
  readonly idUnitaOperativa?: string;
  readonly dati: DatiForm;
  readonly chiamante: Chiamante;
  readonly transactionId: string;
}

export interface PorteForm {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getTipoPendenza">;
  readonly clock: Clock;
  readonly ids: Ids;
  /** By the rules of a POST: the sentence names the field. */
  readonly readPendenza: (corpo: unknown) => Esito<PendenzaDaForm>;
  readonly forward: ReturnType<typeof forwardForm>;
}

type CodiceConfigurazione = "DOM_000" | "DOM_001" | "UOP_000" | "TVR_000" | "TVR_001" | "TVD_000" | "TVD_001" | "NON_PROCESSABILE";
type CodiceDati = "SINTASSI" | "VAL_001" | "VAL_002" | "VAL_003" | "TRASFORMAZIONE";
export type CodiceForm = CodiceConfigurazione | CodiceDati | CodiceVerifica | CodiceApplicazione;

const CODICI_TRASFORMAZIONE = { modello: "TRASFORMAZIONE", risultato: "VAL_003" } as const;
const CODICI_VALIDAZIONE = { schema: "VAL_001", dati: "SINTASSI", costo: "VAL_002" } as const;

interface FormTrovata {
  readonly form: ConfigurazioneForm;
  /** What a template may name. */
  readonly nomi: Pick<ContestoForm, "ragioneSociale" | "descrizioneTipo" | "unita">;
}

/** What the caller may not see does not exist. */
const loadForm = async (
  anagrafiche: PorteForm["anagrafiche"],
  { idDominio, idTipoPendenza, idUnitaOperativa, chiamante }: RichiestaForm,
  portale: Portale,
): Promise<Esito<FormTrovata, Rifiuto<CodiceConfigurazione>>> => {
  const [creditore, comune] = await Promise.all([anagrafiche.getCreditore(idDominio), anagrafiche.getTipoPendenza(idTipoPendenza)]);
  if (!creditore || !seesDominio(chiamante, idDominio)) return rifiuto("DOM_000", `idDominio ${idDominio} non registrato`);
  if (!creditore.dominio.abilitato) return rifiuto("DOM_001", `idDominio ${idDominio} disabilitato`);
  const unita = creditore.unita.find(({ idUnita }) => idUnita === idUnitaOperativa);
  if (idUnitaOperativa !== undefined && (!unita || !seesDominio(chiamante, idDominio, idUnitaOperativa)))
    return rifiuto("UOP_000", `idUnitaOperativa ${idUnitaOperativa} non registrata per il dominio ${idDominio}`);
  if (!comune || !seesTipoPendenza(chiamante, idTipoPendenza)) return rifiuto("TVR_000", `idTipoPendenza ${idTipoPendenza} non registrato`);
  if (!comune.abilitato) return rifiuto("TVR_001", `idTipoPendenza ${idTipoPendenza} disabilitato`);
  const propria = creditore.tipiPendenza.find((tipo) => tipo.idTipoPendenza === idTipoPendenza);
  if (!propria) return rifiuto("TVD_000", `idTipoPendenza ${idTipoPendenza} non associato al dominio ${idDominio}`);
  if (propria.abilitato === false) return rifiuto("TVD_001", `idTipoPendenza ${idTipoPendenza} disabilitato per il dominio ${idDominio}`);
  const form = formDi(portale, propria, comune);
  if (!form?.abilitato) return rifiuto("NON_PROCESSABILE", `idTipoPendenza ${idTipoPendenza}: la form (${portale}) non è abilitata`);
  const { ragioneSociale } = creditore.dominio;
  return ok({ form, nomi: { ragioneSociale, descrizioneTipo: comune.descrizione, ...(unita && { unita }) } });
};

const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> =>
  typeof valore === "object" && valore !== null && !Array.isArray(valore);

export const createDaForm = (porte: PorteForm, portale: Portale) => {
  const { anagrafiche, clock, ids, readPendenza, forward } = porte;

  const transform = ({ form, nomi }: FormTrovata, richiesta: RichiestaForm, nome: string): Esito<unknown, Rifiuto<CodiceDati>> => {
    const { idDominio, idTipoPendenza, dati } = richiesta;
    if (form.validazione !== undefined) {
      const valida = validateDati(form.validazione, dati);
      if (!valida.ok) return rifiuto(CODICI_VALIDAZIONE[valida.errore.causa], valida.errore.dettaglio);
    }
    if (!form.trasformazione) return ok(dati);
    const contesto = { ...nomi, idDominio, idTipoPendenza, adesso: clock.now(), transactionId: nome };
    const trasformata = transformDati(form.trasformazione, dati, contesto);
    return trasformata.ok ? trasformata : rifiuto(CODICI_TRASFORMAZIONE[trasformata.errore.causa], trasformata.errore.dettaglio);
  };

  /** The result of a template is its author's; the data as they came are of who filled them in. */
  const read = (
    corpo: unknown,
    richiesta: RichiestaForm,
    trasformata: boolean,
    nome: string,
  ): Esito<PendenzaDaForm, Rifiuto<CodiceDati>> => {
    const { idDominio, idTipoPendenza, idUnitaOperativa } = richiesta;
    if (!isOggetto(corpo)) return rifiuto("VAL_003", "la trasformazione non dà un oggetto JSON");
    const { idPendenza = trasformata ? nome : undefined, ...campi } = corpo;
    const letta = readPendenza({
      ...campi,
      ...{ idDominio, idTipoPendenza },
      ...(idPendenza !== undefined && { idPendenza }),
      ...(idUnitaOperativa !== undefined && { idUnitaOperativa }),
    });
    return letta.ok ? letta : rifiuto(trasformata ? "VAL_003" : "SINTASSI", letta.errore);
  };

  const withRichiesta = (nuova: NuovaPendenza, { idDominio, idTipoPendenza, idUnitaOperativa }: RichiestaForm): NuovaPendenza => ({
    ...nuova,
    ...{ idDominio, idTipoPendenza },
    ...(idUnitaOperativa !== undefined && { idUnitaOperativa }),
  });

  /** @returns the debt to write, in whose name; or why there is none. */
  return async (richiesta: RichiestaForm): Promise<Esito<PendenzaDaForm, Rifiuto<CodiceForm>>> => {
    const form = await loadForm(anagrafiche, richiesta, portale);
    if (!form.ok) return form;
    const nome = ids.next();
    const dati = transform(form.valore, richiesta, nome);
    if (!dati.ok) return dati;
    const { inoltro, trasformazione } = form.valore.form;
    if (inoltro === undefined) return read(dati.valore, richiesta, trasformazione !== undefined, nome);
    const { idDominio, idTipoPendenza, transactionId } = richiesta;
    const inoltrata = await forward(inoltro, { idDominio, idTipoPendenza, dati: dati.valore }, transactionId);
    return inoltrata.ok ? ok({ ...inoltrata.valore, nuova: withRichiesta(inoltrata.valore.nuova, richiesta) }) : inoltrata;
  };
};
