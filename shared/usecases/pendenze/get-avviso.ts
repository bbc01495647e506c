/**
 * The notice of a debt by its number: one request. A notice that is not stored, and a debt past its dataValidita, are asked to the creditor's own system
 * (reference 3.3, 3.4).
 */
import { soggettoOf } from "../../domain/accessi/cittadino.ts";
import { vedePendenza } from "../../domain/accessi/visibilita.ts";
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import { type CodiceVerifica, ensureAttuale, findPressoEnte, forPersona, pretendPressoEnte } from "./ensure-attuale.ts";
import type { PorteLettura } from "./get-pendenza.ts";
import type { Attualizza } from "./refresh-pendenza.ts";

export interface AvvisoPendenza {
  readonly pendenza: Pendenza;
  readonly creditore?: Creditore;
  /** Day in Europe/Rome. */
  readonly oggi: string;
}

/** Who names a debtor or a UUID gets the notice only when it is theirs (reference 3.10). */
export interface ChiaveAvviso {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly idDebitore?: string;
  readonly UUID?: string;
}

const isDi = (pendenza: Pendenza, idDebitore: string | undefined, uuid: string | undefined): boolean =>
  (idDebitore === undefined || idDebitore.toUpperCase() === pendenza.debitore.identificativo.toUpperCase()) &&
  (uuid === undefined || uuid === pendenza.uuid);

/** Citizens and who has no credentials look up notices of others too, when they show to know the debtor or the notice's secret (reference 3.10). */
const isPersona = ({ tipo }: Chiamante): boolean => tipo === "cittadino" || tipo === "anonimo";

const mayRead = (chiamante: Chiamante, pendenza: Pendenza, { numeroAvviso, idDebitore, UUID }: ChiaveAvviso): boolean =>
  pendenza.numeroAvviso === numeroAvviso &&
  isDi(pendenza, idDebitore, UUID) &&
  (vedePendenza(chiamante, pendenza) || (isPersona(chiamante) && (idDebitore !== undefined || UUID !== undefined)));

export type PorteAvviso = PorteLettura & { readonly attualizza: Attualizza };

export const getAvviso = ({ posizioni, anagrafiche, clock, attualizza }: PorteAvviso) => {
  /** Only for who sees the creditor: to the others a stored notice and an unknown one answer alike, without asking anybody. `registrata`: and not theirs. */
  const findAltrove = async (
    chiave: ChiaveAvviso,
    chiamante: Chiamante,
    registrata: boolean,
    transactionId: string,
  ): Promise<Esito<Pendenza | undefined, Rifiuto<CodiceVerifica>>> => {
    const { idDominio, numeroAvviso, idDebitore } = chiave;
    const persona = isPersona(chiamante);
    if (registrata && !persona) return ok(undefined);
    const ammesso = chiamante.tipo === "cittadino" || (persona ? idDebitore !== undefined : seesDominio(chiamante, idDominio));
    const creditore = ammesso ? await anagrafiche.getCreditore(idDominio) : undefined;
    if (!creditore) return ok(undefined);
    if (registrata) return pretendPressoEnte(attualizza, creditore.dominio, numeroAvviso, transactionId);
    const suo = idDebitore ?? (chiamante.cittadino && soggettoOf(chiamante.cittadino));
    const isDiChiChiede = (id: string): boolean => id.toUpperCase() === suo?.toUpperCase();
    const trovata = await findPressoEnte(attualizza, creditore.dominio, numeroAvviso, transactionId, persona ? isDiChiChiede : undefined);
    if (persona) return forPersona(trovata);
    return !trovata.ok && trovata.errore.codice === "VER_011" ? ok(undefined) : trovata;
  };

  return async (
    chiave: ChiaveAvviso,
    chiamante: Chiamante,
    transactionId: string,
  ): Promise<Esito<AvvisoPendenza, Rifiuto<CodiceVerifica | "NON_TROVATO">>> => {
    const { idDominio, numeroAvviso } = chiave;
    const assente = rifiuto("NON_TROVATO", `avviso ${numeroAvviso} non trovato per il dominio ${idDominio}`);
    const registrata = await posizioni.getPendenza({ idDominio, iuv: numeroAvvisoToIuv(numeroAvviso) });
    const sua = registrata && mayRead(chiamante, registrata, chiave);
    const trovata = sua ? ok(registrata) : await findAltrove(chiave, chiamante, registrata !== undefined, transactionId);
    if (!trovata.ok) return trovata;
    const pendenza = trovata.valore;
    if (!pendenza || !mayRead(chiamante, pendenza, chiave)) return assente;
    const oggi = giornoDi(clock.now());
    const attuale = registrata ? await ensureAttuale(attualizza, pendenza, oggi, transactionId) : ok(pendenza);
    if (!attuale.ok) return attuale;
    const creditore = await anagrafiche.getCreditore(idDominio);
    return ok({ pendenza: attuale.valore, ...(creditore && { creditore }), oggi });
  };
};

/** For portals: who has no credentials names what it knows, before anybody looks. */
export const getAvvisoPortale = (porte: PorteAvviso) => {
  const get = getAvviso(porte);
  return async (
    chiave: ChiaveAvviso,
    chiamante: Chiamante,
    transactionId: string,
  ): Promise<Esito<AvvisoPendenza, Rifiuto<CodiceVerifica | "NON_TROVATO" | "PARAMETRO_NON_VALIDO">>> => {
    const ignaro = chiave.idDebitore === undefined && chiave.UUID === undefined;
    return chiamante.tipo === "anonimo" && ignaro && !chiamante.sessioneAnonima
      ? rifiuto("PARAMETRO_NON_VALIDO", "idDebitore: chi non ha credenziali indica il codice fiscale del debitore, o lo UUID dell'avviso")
      : get(chiave, chiamante, transactionId);
  };
};
