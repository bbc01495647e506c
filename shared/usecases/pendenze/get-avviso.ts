/** The notice of a debt by its number: one request. Notices that are not stored are not looked for at the creditor's, yet. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { PorteLettura } from "./get-pendenza.ts";

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

export const getAvviso =
  ({ posizioni, anagrafiche, clock }: PorteLettura) =>
  async (
    { idDominio, numeroAvviso, idDebitore, UUID }: ChiaveAvviso,
    chiamante: Chiamante,
  ): Promise<Esito<AvvisoPendenza, Rifiuto<"NON_TROVATO">>> => {
    const pendenza = await posizioni.getPendenza({ idDominio, iuv: numeroAvvisoToIuv(numeroAvviso) });
    if (!pendenza || pendenza.numeroAvviso !== numeroAvviso || !seesPendenza(chiamante, pendenza) || !isDi(pendenza, idDebitore, UUID)) {
      return rifiuto("NON_TROVATO", `avviso ${numeroAvviso} non trovato per il dominio ${idDominio}`);
    }
    const creditore = await anagrafiche.getCreditore(idDominio);
    return ok({ pendenza, ...(creditore && { creditore }), oggi: giornoDi(clock.now()) });
  };
