/** What the registry says of the messages of a debt. */
import type { Creditore, TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { completeSezione, type ValoreSezione } from "../../domain/configurazione/sezioni.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type LivelliPromemoria, livelliDi } from "../../domain/promemoria/impostazioni.ts";
import type { Canale } from "../../domain/promemoria/promemoria.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

export interface AnagraficaAvvisatura {
  readonly creditore: Creditore;
  readonly tipo: TipoPendenza | undefined;
  readonly livelli: LivelliPromemoria;
  /** How each channel is reached; `abilitato` false = it is off. */
  readonly canali: Readonly<Record<Canale, ValoreSezione>>;
}

export type PorteAvvisatura = Pick<Anagrafiche, "getCreditore" | "getTipoPendenza" | "getSezione">;

/** Cached reads. undefined when the creditor is no longer in the registry. */
export const loadAvvisatura = async (
  anagrafiche: PorteAvvisatura,
  { idDominio, idTipoPendenza }: Pick<Pendenza, "idDominio" | "idTipoPendenza">,
): Promise<AnagraficaAvvisatura | undefined> => {
  const sezione = async (nome: "avvisaturaMail" | "avvisaturaAppIO" | "mailBatch" | "appIOBatch"): Promise<ValoreSezione> =>
    completeSezione(nome, await anagrafiche.getSezione(nome)) ?? {};
  const [creditore, tipo, avvisaturaMail, avvisaturaAppIO, mail, appIO] = await Promise.all([
    anagrafiche.getCreditore(idDominio),
    anagrafiche.getTipoPendenza(idTipoPendenza),
    sezione("avvisaturaMail"),
    sezione("avvisaturaAppIO"),
    sezione("mailBatch"),
    sezione("appIOBatch"),
  ]);
  if (!creditore) return undefined;
  const livelli = livelliDi(creditore, tipo, idTipoPendenza, { avvisaturaMail, avvisaturaAppIO });
  return { creditore, tipo, livelli, canali: { EMAIL: mail, APP_IO: appIO } };
};
