/**
 * A debt from the data of a form (reference 3.9): the configuration of the debt type says what is asked and computed (docs/form.md), whether the data are good
 * (JSON Schema), how they become a debt (template) or which application makes it (forwarding); creditor, type and unit are always those of the request.
 * Nothing is written on a refusal.
 */
import { entraIn } from "../../domain/accessi/visibilita.ts";
import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type ConfigurazioneForm, formDi, type Portale } from "../../domain/form/configurazione-form.ts";
import type { ContestoForm } from "../../domain/form/contesto-form.ts";
import type { AnteprimaForm, DatiForm } from "../../domain/form/dati-form.ts";
import { readDescrizione, TIPO_FORM } from "../../domain/form/descrizione-form.ts";
import type { Impronta } from "../../domain/form/file-form.ts";
import { checkOstili, type DatiPronti, prepareDati } from "../../domain/form/prepara-dati.ts";
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

/** What a form makes, with what the person was shown and accepted. */
export interface DaForm extends PendenzaDaForm {
  /** Names of the fields that were shown. */
  readonly visibili: readonly string[];
  /** The data were the debt: neither a template nor an application made it. */
  readonly diretta: boolean;
}

export interface PorteForm {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getTipoPendenza">;
  readonly clock: Clock;
  readonly ids: Ids;
  /** By the rules of a POST: the sentence names the field. */
  readonly readPendenza: (corpo: unknown) => Esito<PendenzaDaForm>;
  readonly forward: ReturnType<typeof forwardForm>;
  readonly impronta: Impronta;
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

/** Citizens and anonymous callers have no scope of their own: theirs are the forms for citizens, of the creditors that they may enter. */
const entra = (chiamante: Chiamante, idDominio: string, idUnita?: string): boolean => {
  if (chiamante.tipo === "cittadino") return chiamante.cittadino !== undefined && entraIn(chiamante.cittadino, idDominio);
  return chiamante.tipo === "anonimo" || seesDominio(chiamante, idDominio, idUnita);
};
const isPubblico = ({ tipo }: Chiamante): boolean => tipo === "cittadino" || tipo === "anonimo";

/** What the caller may not see does not exist. */
const loadForm = async (
  anagrafiche: PorteForm["anagrafiche"],
  { idDominio, idTipoPendenza, idUnitaOperativa, chiamante }: RichiestaForm,
  portale: Portale,
): Promise<Esito<FormTrovata, Rifiuto<CodiceConfigurazione | "SPENTA">>> => {
  const [creditore, comune] = await Promise.all([anagrafiche.getCreditore(idDominio), anagrafiche.getTipoPendenza(idTipoPendenza)]);
  if (!creditore || !entra(chiamante, idDominio)) return rifiuto("DOM_000", `idDominio ${idDominio} non registrato`);
  if (!creditore.dominio.abilitato) return rifiuto("DOM_001", `idDominio ${idDominio} disabilitato`);
  const unita = creditore.unita.find(({ idUnita }) => idUnita === idUnitaOperativa);
  if (idUnitaOperativa !== undefined && (!unita || !entra(chiamante, idDominio, idUnitaOperativa)))
    return rifiuto("UOP_000", `idUnitaOperativa ${idUnitaOperativa} non registrata per il dominio ${idDominio}`);
  if (!comune || (!isPubblico(chiamante) && !seesTipoPendenza(chiamante, idTipoPendenza)))
    return rifiuto("TVR_000", `idTipoPendenza ${idTipoPendenza} non registrato`);
  if (!comune.abilitato) return rifiuto("TVR_001", `idTipoPendenza ${idTipoPendenza} disabilitato`);
  const propria = creditore.tipiPendenza.find((tipo) => tipo.idTipoPendenza === idTipoPendenza);
  if (!propria) return rifiuto("TVD_000", `idTipoPendenza ${idTipoPendenza} non associato al dominio ${idDominio}`);
  if (propria.abilitato === false) return rifiuto("TVD_001", `idTipoPendenza ${idTipoPendenza} disabilitato per il dominio ${idDominio}`);
  const form = formDi(portale, propria, comune);
  if (!form?.abilitato) return rifiuto("SPENTA", `idTipoPendenza ${idTipoPendenza}: la form (${portale}) non è abilitata`);
  if (isPubblico(chiamante) && !form.trasformazione && form.inoltro === undefined)
    return rifiuto(
      "NON_PROCESSABILE",
      `idTipoPendenza ${idTipoPendenza}: la form (${portale}) non dice come i dati diventano una pendenza`,
    );
  const { ragioneSociale } = creditore.dominio;
  return ok({ form, nomi: { ragioneSociale, descrizioneTipo: comune.descrizione, ...(unita && { unita }) } });
};

const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> =>
  typeof valore === "object" && valore !== null && !Array.isArray(valore);

/** The notice that was accepted, and when, among the free data of the debt: the creditor has to be able to show it. */
const withConsenso = (nuova: NuovaPendenza, versione: string | undefined, adesso: string): NuovaPendenza => {
  if (versione === undefined) return nuova;
  const { datiAllegati = {} } = nuova;
  return isOggetto(datiAllegati)
    ? { ...nuova, datiAllegati: { ...datiAllegati, informativa: { versione, accettataAlle: adesso } } }
    : nuova;
};

const withPronti = (nuova: NuovaPendenza, { allegati, consenso }: DatiPronti, adesso: string): NuovaPendenza => ({
  ...withConsenso(nuova, consenso, adesso),
  ...(allegati.length > 0 && { allegati: [...(nuova.allegati ?? []), ...allegati] }),
});

interface Letta {
  readonly form: ConfigurazioneForm;
  readonly pronti: DatiPronti;
  readonly corpo: unknown;
  /** Instant, and a name for the debt. */
  readonly adesso: string;
  readonly nome: string;
}

const senzaForm = (dati: DatiForm): DatiPronti => ({ dati, allegati: [], visibili: Object.keys(dati) });

/** A form of another kind only says how it is drawn: nothing is asked or computed by us. */
const prepare = (
  form: ConfigurazioneForm,
  { dati, idDominio, idTipoPendenza }: RichiestaForm,
  adesso: string,
  impronta: Impronta,
): Esito<DatiPronti, Rifiuto<CodiceDati>> => {
  const validate = (puliti: DatiForm): Esito<void, Rifiuto<CodiceDati>> => {
    const valida = form.validazione === undefined ? ok(undefined) : validateDati(form.validazione, puliti);
    return valida.ok ? valida : rifiuto(CODICI_VALIDAZIONE[valida.errore.causa], valida.errore.dettaglio);
  };
  if (form.form?.tipo.toLowerCase() !== TIPO_FORM) {
    const ostili = checkOstili(dati);
    if (!ostili.ok) return rifiuto("SINTASSI", ostili.errore);
    const valida = validate(dati);
    return valida.ok ? ok(senzaForm(dati)) : valida;
  }
  const descrizione = readDescrizione(form.form.definizione);
  if (!descrizione.ok) return rifiuto("TRASFORMAZIONE", `form: ${descrizione.errore}`);
  let difetto: Esito<void, Rifiuto<CodiceDati>> = ok(undefined);
  const pronti = prepareDati(descrizione.valore, dati, { idDominio, idTipoPendenza, adesso, impronta }, (puliti) => {
    difetto = validate(puliti);
    return difetto.ok ? difetto : ko({ causa: "dati", dettaglio: "" });
  });
  if (pronti.ok) return pronti;
  return difetto.ok ? rifiuto(pronti.errore.causa === "dati" ? "SINTASSI" : "TRASFORMAZIONE", pronti.errore.dettaglio) : difetto;
};

/** @param codiceSpenta of a form that is not enabled: each portal has its own. */
export const createDaForm = <const C extends string>(porte: PorteForm, portale: Portale, codiceSpenta: (chiamante: Chiamante) => C) => {
  type Rifiutata = Rifiuto<CodiceForm | C>;
  const { anagrafiche, clock, ids, readPendenza, forward, impronta } = porte;

  /** Data checked and, where there is a template, turned into what it says. */
  const load = async (richiesta: RichiestaForm): Promise<Esito<Letta, Rifiutata>> => {
    const trovata = await loadForm(anagrafiche, richiesta, portale);
    if (!trovata.ok) {
      const { codice, dettaglio } = trovata.errore;
      return rifiuto(codice === "SPENTA" ? codiceSpenta(richiesta.chiamante) : codice, dettaglio);
    }
    const { form, nomi } = trovata.valore;
    const [nome, adesso] = [ids.next(), clock.now()];
    const pronti = prepare(form, richiesta, adesso, impronta);
    if (!pronti.ok) return pronti;
    if (!form.trasformazione) return ok({ form, pronti: pronti.valore, corpo: pronti.valore.dati, adesso, nome });
    const { idDominio, idTipoPendenza } = richiesta;
    const contesto = { ...nomi, idDominio, idTipoPendenza, adesso, transactionId: nome };
    const trasformata = transformDati(form.trasformazione, pronti.valore.dati, contesto);
    if (!trasformata.ok) return rifiuto(CODICI_TRASFORMAZIONE[trasformata.errore.causa], trasformata.errore.dettaglio);
    return ok({ form, pronti: pronti.valore, corpo: trasformata.valore, adesso, nome });
  };

  /** The result of a template is its author's; the data as they came are of who filled them in. */
  const read = ({ corpo, form, nome }: Letta, richiesta: RichiestaForm): Esito<PendenzaDaForm, Rifiuto<CodiceDati>> => {
    const trasformata = form.trasformazione !== undefined;
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
  const create = async (richiesta: RichiestaForm): Promise<Esito<DaForm, Rifiutata>> => {
    const letta = await load(richiesta);
    if (!letta.ok) return letta;
    const { form, pronti, corpo, adesso } = letta.valore;
    const { visibili } = pronti;
    if (form.inoltro === undefined) {
      const sua = read(letta.valore, richiesta);
      return sua.ok
        ? ok({ ...sua.valore, nuova: withPronti(sua.valore.nuova, pronti, adesso), visibili, diretta: !form.trasformazione })
        : sua;
    }
    const { idDominio, idTipoPendenza, transactionId } = richiesta;
    const inoltrata = await forward(form.inoltro, { idDominio, idTipoPendenza, dati: corpo }, transactionId);
    if (!inoltrata.ok) return inoltrata;
    return ok({
      ...inoltrata.valore,
      nuova: withPronti(withRichiesta(inoltrata.valore.nuova, richiesta), pronti, adesso),
      visibili,
      diretta: false,
    });
  };

  /** What would be paid with these data: the same checks, and nothing written or forwarded. */
  const preview = async (richiesta: RichiestaForm): Promise<Esito<AnteprimaForm, Rifiutata>> => {
    const letta = await load(richiesta);
    if (!letta.ok) return letta;
    const { form, pronti } = letta.valore;
    const { visibili } = pronti;
    if (form.inoltro !== undefined) return ok({ visibili, ...(pronti.importo !== undefined && { importo: pronti.importo }) });
    const sua = read(letta.valore, richiesta);
    return sua.ok ? ok({ visibili, importo: sua.valore.nuova.importo }) : sua;
  };

  return { create, preview };
};
