/**
 * A debt that somebody asks to pay (reference 3.9, 3.10): the citizen's form of the debt type, filled in by a citizen, by who has no credentials or by a portal.
 * It is written in the name of the application that the form's author chose. It never touches a debt that the caller may not see: a new one must be new, and a
 * correction must be of an unpaid spontaneous debt of its own.
 */
import { isSuo, soggettoOf } from "../../domain/accessi/cittadino.ts";
import { vedePendenza } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { AnteprimaForm } from "../../domain/form/dati-form.ts";
import { toChiamante } from "../../domain/pendenze/attualizzazione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { type CodiceForm, createDaForm, type DaForm, type PorteForm, type RichiestaForm } from "./create-da-form.ts";
import { type CodiceRegole, type PendenzaSalvata, type PorteScrittura, writePendenza } from "./save-pendenza.ts";
import type { CodiceApplicazione } from "./scrive-per-conto.ts";

export type CodiceSpontanea =
  | CodiceForm
  | CodiceRegole
  | CodiceApplicazione
  | "APP_002"
  | "CIT_002"
  | "CIT_003"
  | "UAN_002"
  | "NON_TROVATO"
  | "VER_003";

export interface RichiestaSpontanea extends Omit<RichiestaForm, "transactionId"> {
  readonly traccia: Traccia;
  /** Names of the debt to correct. */
  readonly correzione?: { readonly idA2A: string; readonly idPendenza: string };
}

export type PorteSpontanea = PorteScrittura & PorteForm;

type Risultato<T> = Promise<Esito<T, Rifiuto<CodiceSpontanea>>>;

const SPENTA = { cittadino: "CIT_002", anonimo: "UAN_002" } as const;
const codiceSpenta = ({ tipo }: Chiamante) => (tipo === "cittadino" || tipo === "anonimo" ? SPENTA[tipo] : "NON_PROCESSABILE");

/** Who asked, as history remembers it: no tax code stands for an author. */
const autoreDi = ({ tipo, principal }: Chiamante): string => (tipo === "cittadino" || tipo === "anonimo" ? tipo : principal);

export const saveSpontanea = (porte: PorteSpontanea) => {
  const { posizioni, anagrafiche } = porte;
  const daForm = createDaForm(porte, "portalePagamento", codiceSpenta);
  const write = writePendenza(porte);

  /** The debt to correct, in the words of one that does not exist when it is not the caller's or not of this form. */
  const findDaCorreggere = async ({
    correzione,
    chiamante,
    idDominio,
    idTipoPendenza,
  }: RichiestaSpontanea): Risultato<Pendenza | undefined> => {
    if (!correzione) return ok(undefined);
    const pendenza = await posizioni.readPendenzaById(correzione.idA2A, correzione.idPendenza);
    const sua = pendenza?.tipo === "spontaneo" && pendenza.idDominio === idDominio && pendenza.idTipoPendenza === idTipoPendenza;
    if (!pendenza || !sua || !vedePendenza(chiamante, pendenza))
      return rifiuto("NON_TROVATO", `pendenza ${correzione.idPendenza} non trovata`);
    if (pendenza.stato !== "NON_ESEGUITA") return rifiuto("VER_003", `pendenza ${correzione.idPendenza}: ${pendenza.stato}`);
    return ok(pendenza);
  };

  /** The application that the form's author chose, in whose name the debt is written. */
  const findScrivente = async ({ chiamante }: RichiestaSpontanea, idA2A: string): Risultato<Chiamante> => {
    const applicazione = await anagrafiche.getApplicazione(idA2A);
    if (!applicazione) return rifiuto("APP_000", `idA2A ${idA2A} non registrata`);
    if (!applicazione.abilitato) return rifiuto("APP_001", `idA2A ${idA2A} disabilitata`);
    return ok({ ...toChiamante(applicazione), principal: autoreDi(chiamante) });
  };

  const save = async (
    richiesta: RichiestaSpontanea,
    { idA2A, idPendenza, nuova, diretta }: DaForm,
    attuale: Pendenza | undefined,
  ): Risultato<PendenzaSalvata> => {
    const { chiamante, traccia } = richiesta;
    if (chiamante.cittadino && !isSuo(chiamante.cittadino, nuova.debitore.identificativo))
      return rifiuto("CIT_003", `il debitore deve essere ${soggettoOf(chiamante.cittadino)}`);
    // Who says itself what the debt is writes its own only, as by PUT.
    if (diretta && chiamante.idA2A !== idA2A) return rifiuto("APP_002", `idA2A ${idA2A} diverso da ${chiamante.idA2A ?? chiamante.nome}`);
    if (attuale && attuale.idA2A !== idA2A)
      return rifiuto("NON_PROCESSABILE", `la form è ora dell'applicazione ${idA2A}: creare un'altra pendenza`);
    const scrivente = await findScrivente(richiesta, idA2A);
    if (!scrivente.ok) return scrivente;
    const come = attuale ? ({ azione: "M", versioniAttese: [attuale.versione] } as const) : ({ azione: "I" } as const);
    const nome = attuale?.idPendenza ?? idPendenza;
    return write({ idA2A, idPendenza: nome, nuova, tipo: "spontaneo", chiamante: scrivente.valore, traccia, ...come });
  };

  return {
    /** @returns the debt as it is stored. Errors: those of a form and of a load; CIT_003 for another debtor; NON_TROVATO for a correction of what is not the caller's. */
    create: async (richiesta: RichiestaSpontanea): Risultato<PendenzaSalvata> => {
      const { traccia, ...form } = richiesta;
      const attuale = await findDaCorreggere(richiesta);
      if (!attuale.ok) return attuale;
      const letta = await daForm.create({ ...form, transactionId: traccia.transactionId });
      return letta.ok ? save(richiesta, letta.valore, attuale.valore) : letta;
    },

    /** What would be paid: the same checks of the data, nothing written or forwarded. */
    preview: async ({ traccia, ...form }: RichiestaSpontanea): Risultato<AnteprimaForm> =>
      daForm.preview({ ...form, transactionId: traccia.transactionId }),
  };
};
